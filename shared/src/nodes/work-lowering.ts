/** What task and dispatch share when they are lowered: outcomes with their ways, and what time does to them. */
import type { Boundary, BoundaryTimer, NetEdge, Outcome, Prim, WorkSpec } from '../definition/index.ts';
import { sorted, type Attachment, type Duration, type NodeOf } from '../document/index.ts';
import type { FlowGraph, WorkNode } from '../compiler/graph.ts';
import { onlyWay, type LowerContext } from './lowering.ts';
import { codeOf, lowerAttachments } from './trigger-lowering.ts';

/** The edge of a decision: its own, or the one that names no decision. */
export function wayOf(graph: FlowGraph, node: WorkNode, decision: string): string | null {
  const ways = graph.out(node.id);
  const way = ways.find((edge) => edge.decision === decision) ?? ways.find((edge) => edge.decision === undefined);
  return way?.id ?? null;
}

export function outcomesOf(graph: FlowGraph, node: WorkNode): Outcome[] {
  return sorted(node.decisions).map((decision) => {
    const edge = wayOf(graph, node, decision.id);
    if (edge === null) throw new Error(`Expected a way for decision "${decision.id}" of "${node.id}"`);
    const { id, name, tone, opinionRequired } = decision;
    return { id, name, tone, opinionRequired, edge };
  });
}

export interface LoweredWork {
  readonly work: WorkSpec;
  /** What an escalation at the due time adds to the net. */
  readonly prims: readonly Prim[];
  readonly edges: readonly NetEdge[];
}

/** `deadline` is the step's own; a dispatch's lane is null, for each body has its own office. */
export function lowerWork(node: WorkNode, context: LowerContext): LoweredWork {
  const { graph } = context;
  const overdue = lowerOverdue(node, context);
  const boundaries = [
    ...lowerAttachments(node.id, context, (one) => !isPlainTimer(one)),
    ...reminders(node),
    ...overdue.boundaries,
  ];
  return {
    work: {
      lane: node.kind === 'dispatch' ? null : (node.lane ?? null),
      post: node.post ?? null,
      name: node.name,
      instruction: node.instruction ?? null,
      deadline: node.deadline ?? null,
      outcomes: outcomesOf(graph, node),
      opinionVisibleTo: node.opinionVisibleTo,
      powers: { ...node.powers },
      timers: plainTimers(node, graph),
      ...(boundaries.length > 0 ? { boundaries } : {}),
    },
    prims: overdue.prims,
    edges: overdue.edges,
  };
}

/** Timers on the step's working time with a way of their own stay in the form that every kernel reads. */
function plainTimers(node: WorkNode, graph: FlowGraph): BoundaryTimer[] {
  return graph
    .attachments(node.id)
    .filter(isPlainTimer)
    .map(({ id, name, after, interrupting }) => ({ id, name, after, interrupting, edge: onlyWay(graph, id) }));
}
const isPlainTimer = (node: Attachment): node is NodeOf<'onTime'> & { after: Duration } =>
  node.kind === 'onTime' && node.after !== undefined && node.timing === undefined && !node.remind;

/** Messages to the handlers before the due time (A4.12). */
function reminders({ id, reminders: list = [] }: WorkNode): Boundary[] {
  return list.map((before, i) => ({
    id: `${id}/remind/${i + 1}`,
    name: '',
    on: { type: 'timer', when: { from: 'due', before } },
    interrupting: false,
    edge: null,
    effect: { type: 'remind' },
  }));
}

const AT_DUE_TIME = { type: 'timer', when: { from: 'due', before: { amount: 0, unit: 'workminute' } } } as const;

/** At the due time: the step ends by itself, or an escalation is thrown, which the step's own attachment catches first. */
function lowerOverdue(node: WorkNode, { graph }: LowerContext): LoweredOverdue {
  const { overdue } = node;
  if (!overdue) return NOTHING;
  const id = `${node.id}/overdue`;
  const base = { id, name: '', on: AT_DUE_TIME };
  if (overdue.type === 'default') {
    const { decision, basis } = overdue;
    const effect = { type: 'complete', outcome: decision, basis } as const;
    return { ...NOTHING, boundaries: [{ ...base, interrupting: true, edge: null, effect }] };
  }
  const caught = catcherAt(graph, node.id, overdue.code);
  if (caught) {
    const { interrupting } = caught;
    const edge = graph.out(caught.id)[0]?.id ?? null;
    return { ...NOTHING, boundaries: [{ ...base, name: caught.name, interrupting, edge, effect: null }] };
  }
  const edge = `${id}/in`;
  return {
    boundaries: [{ ...base, interrupting: false, edge, effect: null }],
    prims: [{ type: 'throw', id, name: node.name, what: { type: 'escalation', code: overdue.code }, out: null }],
    edges: [{ id: edge, from: node.id, to: id }],
  };
}

interface LoweredOverdue {
  readonly boundaries: readonly Boundary[];
  readonly prims: readonly Prim[];
  readonly edges: readonly NetEdge[];
}
const NOTHING: LoweredOverdue = { boundaries: [], prims: [], edges: [] };

/** The attachment that catches an escalation of the step itself: of its code, else of any. */
function catcherAt(graph: FlowGraph, id: string, code: string) {
  const catchers = graph.attachments(id).flatMap((one) => (one.kind === 'onEscalation' ? [one] : []));
  return catchers.find((one) => codeOf(one.code) === codeOf(code)) ?? catchers.find((one) => codeOf(one.code) === null);
}
