import { begun, type DocumentKind } from '../kinds.ts';

export const waitKind: DocumentKind<'wait'> = {
  kind: 'wait',
  family: 'event',
  create: (node) => ({
    kind: 'wait',
    ...begun(node),
    outsideClock: false,
  }),
};
