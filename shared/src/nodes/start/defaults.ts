import type { DocumentKind } from '../kinds.ts';

export const startKind: DocumentKind<'start'> = {
  kind: 'start',
  family: 'event',
  create: ({ id, name, lane }) => ({ kind: 'start', id, name, ...(lane === undefined ? {} : { lane }) }),
};
