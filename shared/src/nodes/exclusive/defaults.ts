import type { DocumentKind } from '../kinds.ts';

export const exclusiveKind: DocumentKind<'exclusive'> = {
  kind: 'exclusive',
  family: 'gateway',
  create: ({ id, name, lane }) => ({ kind: 'exclusive', id, name, ...(lane === undefined ? {} : { lane }) }),
};
