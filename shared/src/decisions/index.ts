/** Decision tables: the document part; compiling, evaluating and analysing them. */
export * from './schema.ts';
