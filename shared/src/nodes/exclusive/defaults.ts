import { begun, type DocumentKind } from '../kinds.ts';

export const exclusiveKind: DocumentKind<'exclusive'> = {
  kind: 'exclusive',
  family: 'gateway',
  create: (node) => ({ kind: 'exclusive', ...begun(node) }),
};
