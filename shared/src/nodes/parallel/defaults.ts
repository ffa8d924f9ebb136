import { begun, type DocumentKind } from '../kinds.ts';

export const parallelKind: DocumentKind<'parallel'> = {
  kind: 'parallel',
  family: 'gateway',
  create: (node) => ({ kind: 'parallel', ...begun(node) }),
};
