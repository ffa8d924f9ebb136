import type { DocumentKind } from '../kinds.ts';
import { NO_POWERS, firstDecision } from '../work.ts';

export const dispatchKind: DocumentKind<'dispatch'> = {
  kind: 'dispatch',
  family: 'work',
  create: ({ id, name, decision, lane }) => ({
    kind: 'dispatch',
    id,
    name,
    ...(lane === undefined ? {} : { lane }),
    decisions: firstDecision(decision),
    opinionVisibleTo: 'handlers',
    powers: { ...NO_POWERS },
    bodies: {},
    choice: { mode: 'fixed' },
    join: 'all',
    rerun: 'all',
  }),
};
