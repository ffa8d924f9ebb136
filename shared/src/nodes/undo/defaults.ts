import { begun, type DocumentKind } from '../kinds.ts';

export const undoKind: DocumentKind<'undo'> = {
  kind: 'undo',
  family: 'event',
  create: (node) => ({ kind: 'undo', ...begun(node) }),
};
