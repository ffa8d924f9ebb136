export * from './types.ts';
export * from './view-types.ts';
