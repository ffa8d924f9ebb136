import type { DocumentKind } from '../kinds.ts';

export const endKind: DocumentKind<'end'> = {
  kind: 'end',
  family: 'event',
  create: ({ id, name, lane }) => ({
    kind: 'end',
    id,
    name,
    ...(lane === undefined ? {} : { lane }),
    result: 'finished',
  }),
};
