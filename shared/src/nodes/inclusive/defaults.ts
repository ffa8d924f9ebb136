import { begun, type DocumentKind } from '../kinds.ts';

export const inclusiveKind: DocumentKind<'inclusive'> = {
  kind: 'inclusive',
  family: 'gateway',
  create: (node) => ({ kind: 'inclusive', ...begun(node) }),
};
