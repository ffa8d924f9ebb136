import { begun, type DocumentKind } from '../kinds.ts';

export const groupKind: DocumentKind<'group'> = {
  kind: 'group',
  family: 'group',
  create: (node) => ({ kind: 'group', ...begun(node) }),
};
