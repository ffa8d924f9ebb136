export * from './condition.ts';
export * from './schema.ts';
