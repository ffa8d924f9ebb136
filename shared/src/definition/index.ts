export * from './types.ts';
export * from './powers.ts';
export * from './periods.ts';
