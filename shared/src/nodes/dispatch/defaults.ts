import { begun, type DocumentKind } from '../kinds.ts';
import { NO_POWERS, firstDecision } from '../work.ts';

export const dispatchKind: DocumentKind<'dispatch'> = {
  kind: 'dispatch',
  family: 'work',
  create: (node) => ({
    kind: 'dispatch',
    ...begun(node),
    decisions: firstDecision(node.decision),
    opinionVisibleTo: 'handlers',
    powers: { ...NO_POWERS },
    bodies: {},
    choice: { mode: 'fixed' },
    join: 'all',
    rerun: 'all',
  }),
};
