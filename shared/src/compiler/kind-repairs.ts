/** Repairs of one kind of node: each sets what is missing or wrong to what is plain. */
import { sorted, updateNode, type Design, type FlowNode, type NodeOf } from '../document/index.ts';
import { inDays } from './time.ts';
import { isJob, isWork, type JobNode, type WorkNode } from './graph.ts';
import { JOB_DEFAULTS } from '../nodes/job.ts';
import type { Fix } from './repairs.ts';

type Fixing = (fix: Fix) => Design;

/** A change of a node of one kind; another kind stays as it is. */
function ofKind<K extends FlowNode['kind']>(
  kind: K,
  change: (node: NodeOf<NoInfer<K>>, fix: Fix) => Partial<NodeOf<NoInfer<K>>>,
): Fixing {
  return (fix) => {
    const node = fix.design.flow.nodes[fix.at];
    if (node?.kind !== kind) return fix.design;
    return updateNode<FlowNode>(fix.design, fix.at, change(node as NodeOf<K>, fix));
  };
}

function ofWork(change: (node: WorkNode, fix: Fix) => Partial<Omit<WorkNode, 'id' | 'kind'>>): Fixing {
  return (fix) => {
    const node = fix.design.flow.nodes[fix.at];
    return isWork(node) ? updateNode<WorkNode>(fix.design, fix.at, change(node, fix)) : fix.design;
  };
}

export const KIND_FIXES = {
  singleSigner: ofKind('task', () => ({ mode: 'single' })),
  askForHalf: ofKind('task', () => ({ threshold: 0.5 })),
  oneVote: ofKind('task', ({ signers }) => ({
    signers: Object.fromEntries(
      Object.entries(signers).map(([id, signer]) => [
        id,
        signer.weight !== undefined && !(signer.weight > 0) ? { ...signer, weight: 1 } : signer,
      ]),
    ),
  })),
  alwaysFirst: ofKind('task', ({ signers }) => {
    const [first] = sorted(signers);
    return first ? { signers: { ...signers, [first.id]: { ...first, condition: undefined } } } : {};
  }),
  dropEarlyReminders: ofWork(({ reminders, deadline }) => ({
    reminders: reminders?.filter((before) => !deadline || inDays(before) < inDays(deadline)),
  })),
  defaultDecision: ofWork(({ overdue }, { params }) =>
    overdue?.type === 'default' ? { overdue: { ...overdue, decision: String(params['decision']) } } : {},
  ),
  escalateInstead: ofWork(() => ({ overdue: { type: 'escalate', code: 'overdue' } })),
  setCount: ofKind('dispatch', (_, { params }) => ({ count: Number(params['count']) })),
  resetAttempts: ({ design, at }: Fix) =>
    isJob(design.flow.nodes[at]) ? updateNode<JobNode>(design, at, { ...JOB_DEFAULTS }) : design,
  setTable: ofKind('rule', (_, { params }) => ({ table: String(params['table']) })),
  notifyApplicant: ofKind('notify', () => ({ to: { type: 'applicant' } })),
  notifyInApp: ofKind('notify', () => ({ channels: ['inApp'] })),
  waitADay: ofKind('wait', () => ({ on: { type: 'timer', after: { amount: 1, unit: 'workday' } } })),
  interrupt: ofKind('group', ({ event }) => (event ? { event: { ...event, interrupting: true } } : {})),
  remindNot: ofKind('onTime', () => ({ remind: undefined })),
  undoAll: ofKind('undo', () => ({ of: undefined })),
  terminateCase: ofKind('terminate', () => ({ of: 'case' })),
  notReverse: ({ design, at }: Fix) => updateNode(design, at, { undoes: undefined }),
  moveBeside: ({ design, at, params }: Fix) =>
    updateNode(design, at, { group: design.flow.nodes[String(params['to'])]?.group }),
} satisfies Record<string, Fixing>;
