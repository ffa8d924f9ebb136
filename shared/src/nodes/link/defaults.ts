import { begun, type DocumentKind } from '../kinds.ts';

export const linkKind: DocumentKind<'link'> = {
  kind: 'link',
  family: 'event',
  create: (node) => ({
    kind: 'link',
    ...begun(node),
    direction: 'throw',
  }),
};
