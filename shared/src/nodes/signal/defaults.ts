import { begun, type DocumentKind } from '../kinds.ts';

export const signalKind: DocumentKind<'signal'> = {
  kind: 'signal',
  family: 'event',
  create: (node) => ({ kind: 'signal', ...begun(node) }),
};
