export * from './types.ts';
export * from './view-types.ts';
export * from './net.ts';
export { decide, execute, type Executed } from './decide.ts';
export { evolve, evolveAll, replay } from './evolve.ts';
export { project } from './project.ts';
export { react } from './react.ts';
export { indexOf, type Runnable } from './index-of.ts';
