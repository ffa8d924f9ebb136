import { begun, type DocumentKind } from '../kinds.ts';
import { NO_POWERS, firstDecision } from '../work.ts';

export const taskKind: DocumentKind<'task'> = {
  kind: 'task',
  family: 'work',
  create: (node) => ({
    kind: 'task',
    ...begun(node),
    decisions: firstDecision(node.decision),
    opinionVisibleTo: 'handlers',
    powers: { ...NO_POWERS },
    mode: 'single',
    signers: {},
  }),
};
