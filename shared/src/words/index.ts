export * from './fields.ts';
export * from './problems.ts';
export * from './conditions.ts';
export * from './diagnostics.ts';
export * from './nodes.ts';
export * from './sentence.ts';
