import { begun, type DocumentKind } from '../kinds.ts';

export const setKind: DocumentKind<'set'> = {
  kind: 'set',
  family: 'service',
  create: (node) => ({
    kind: 'set',
    ...begun(node),
    sets: {},
  }),
};
