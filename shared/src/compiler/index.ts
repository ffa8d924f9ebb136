export * from './types.ts';
export { compile } from './compile.ts';
export { identityOf } from './canonical.ts';
export { inDays } from './time.ts';
export { accessAt, startAccess } from './access.ts';
export { countsOf } from './counts.ts';
