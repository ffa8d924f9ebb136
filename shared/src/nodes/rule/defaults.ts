import { begun, type DocumentKind } from '../kinds.ts';

export const ruleKind: DocumentKind<'rule'> = {
  kind: 'rule',
  family: 'service',
  create: (node) => ({
    kind: 'rule',
    ...begun(node),
    table: '',
  }),
};
