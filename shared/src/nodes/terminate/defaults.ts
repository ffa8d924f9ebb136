import { begun, type DocumentKind } from '../kinds.ts';

export const terminateKind: DocumentKind<'terminate'> = {
  kind: 'terminate',
  family: 'event',
  create: (node) => ({
    kind: 'terminate',
    ...begun(node),
    of: 'case',
    result: 'finished',
  }),
};
