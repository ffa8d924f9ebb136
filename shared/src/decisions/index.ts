/** Decision tables: the document part; compiling, evaluating and analysing them. */
export * from './analysis/analyse.ts';
export type { Box, Shown, ShownInterval, Side } from './analysis/box.ts';
export * from './cells.ts';
export * from './compile.ts';
export * from './hit-policy.ts';
export * from './run-table.ts';
export * from './schema.ts';
export * from './types.ts';
export * from './values.ts';
