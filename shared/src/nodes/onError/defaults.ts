import { begun, type DocumentKind } from '../kinds.ts';

export const onErrorKind: DocumentKind<'onError'> = {
  kind: 'onError',
  family: 'attachment',
  create: (node) => ({
    kind: 'onError',
    ...begun(node),
    attachedTo: node.attachedTo ?? '',
  }),
};
