import { begun, type DocumentKind } from '../kinds.ts';

export const startKind: DocumentKind<'start'> = {
  kind: 'start',
  family: 'event',
  create: (node) => ({ kind: 'start', ...begun(node) }),
};
