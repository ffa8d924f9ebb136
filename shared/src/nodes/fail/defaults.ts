import { begun, type DocumentKind } from '../kinds.ts';

export const failKind: DocumentKind<'fail'> = {
  kind: 'fail',
  family: 'event',
  create: (node) => ({
    kind: 'fail',
    ...begun(node),
    code: '',
  }),
};
