import type { DocumentKind } from '../kinds.ts';

export const parallelKind: DocumentKind<'parallel'> = {
  kind: 'parallel',
  family: 'gateway',
  create: ({ id, name, lane }) => ({ kind: 'parallel', id, name, ...(lane === undefined ? {} : { lane }) }),
};
