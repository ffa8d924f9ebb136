import type { DocumentKind } from '../kinds.ts';

export const onTimeKind: DocumentKind<'onTime'> = {
  kind: 'onTime',
  family: 'attachment',
  create: ({ id, name, lane, attachedTo }) => ({
    kind: 'onTime',
    id,
    name,
    ...(lane === undefined ? {} : { lane }),
    attachedTo: attachedTo ?? '',
    interrupting: false,
    after: { amount: 1, unit: 'workday' },
  }),
};
