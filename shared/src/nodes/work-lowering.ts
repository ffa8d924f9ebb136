/** What task and dispatch share when they are lowered: outcomes with their ways, and timers. */
import type { Outcome, WorkSpec } from '../definition/index.ts';
import { sorted } from '../document/index.ts';
import type { FlowGraph, WorkNode } from '../compiler/graph.ts';
import { onlyWay } from './lowering.ts';

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

/** `deadline` is the step's own; a dispatch's lane is null, for each body has its own office. */
export function workSpec(graph: FlowGraph, node: WorkNode): WorkSpec {
  return {
    lane: node.kind === 'dispatch' ? null : (node.lane ?? null),
    post: node.post ?? null,
    name: node.name,
    instruction: node.instruction ?? null,
    deadline: node.deadline ?? null,
    outcomes: outcomesOf(graph, node),
    opinionVisibleTo: node.opinionVisibleTo,
    powers: { ...node.powers },
    timers: graph.timers(node.id).map((timer) => ({
      id: timer.id,
      name: timer.name,
      after: timer.after,
      interrupting: timer.interrupting,
      edge: onlyWay(graph, timer.id),
    })),
  };
}
