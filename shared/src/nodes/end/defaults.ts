import { begun, type DocumentKind } from '../kinds.ts';

export const endKind: DocumentKind<'end'> = {
  kind: 'end',
  family: 'event',
  create: (node) => ({
    kind: 'end',
    ...begun(node),
    result: 'finished',
  }),
};
