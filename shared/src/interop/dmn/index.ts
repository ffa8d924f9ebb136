/** DMN 1.3+: files in and out, and whole models evaluated. */
export * from './evaluate.ts';
export type { DmnModel } from './model.ts';
export * from './problems.ts';
export { linkModels, type DmnProgram } from './program.ts';
export * from './read.ts';
export * from './tables-in.ts';
export * from './tables-out.ts';
