import { begun, type DocumentKind } from '../kinds.ts';

export const firstEventKind: DocumentKind<'firstEvent'> = {
  kind: 'firstEvent',
  family: 'gateway',
  create: (node) => ({ kind: 'firstEvent', ...begun(node) }),
};
