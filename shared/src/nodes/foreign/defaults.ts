import { begun, type DocumentKind } from '../kinds.ts';

/** Comes with an imported file only; no palette offers it. */
export const foreignKind: DocumentKind<'foreign'> = {
  kind: 'foreign',
  family: 'foreign',
  create: (node) => ({
    kind: 'foreign',
    ...begun(node),
    type: '',
  }),
};
