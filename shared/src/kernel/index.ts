export * from './types.ts';
export * from './view-types.ts';
export * from './net.ts';
