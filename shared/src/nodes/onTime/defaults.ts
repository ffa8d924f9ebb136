import { begun, type DocumentKind } from '../kinds.ts';

export const onTimeKind: DocumentKind<'onTime'> = {
  kind: 'onTime',
  family: 'attachment',
  create: (node) => ({
    kind: 'onTime',
    ...begun(node),
    attachedTo: node.attachedTo ?? '',
    interrupting: false,
    after: { amount: 1, unit: 'workday' },
  }),
};
