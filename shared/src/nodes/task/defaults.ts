import type { DocumentKind } from '../kinds.ts';
import { NO_POWERS, firstDecision } from '../work.ts';

export const taskKind: DocumentKind<'task'> = {
  kind: 'task',
  family: 'work',
  create: ({ id, name, decision, lane }) => ({
    kind: 'task',
    id,
    name,
    ...(lane === undefined ? {} : { lane }),
    decisions: firstDecision(decision),
    opinionVisibleTo: 'handlers',
    powers: { ...NO_POWERS },
    mode: 'single',
    signers: {},
  }),
};
