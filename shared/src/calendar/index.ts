export * from './types.ts';
export * from './working-time.ts';
export * from './clock.ts';
export * from './duration.ts';
export * from './default.ts';
export * from './import.ts';
