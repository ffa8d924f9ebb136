import type { Handler, NetEdge, Prim } from '../../definition/index.ts';
import type { FlowNode, NodeOf } from '../../document/index.ts';
import { isEventGroup } from '../../compiler/graph.ts';
import { onlyWay, type LowerContext, type Lowered } from '../lowering.ts';
import { lowerAttachments, lowerTrigger } from '../trigger-lowering.ts';

/** A part on a way is a scope; one that an event opens is a handler of the scope around it. */
export function lowerGroup(node: NodeOf<'group'>, context: LowerContext): Lowered {
  const { id, name } = node;
  const { edges, inner } = beginningsOf(id, context);
  if (isEventGroup(node)) return lowerBeginning(node, edges, inner);
  const scope: Prim = {
    type: 'scope',
    id,
    name,
    lane: node.lane ?? null,
    boundaries: lowerAttachments(id, context),
    inner,
    out: onlyWay(context.graph, id),
    handlers: handlersOf(id, context),
  };
  return { prims: [scope], edges };
}

/** Edges that a part begins with: a drawn beginning's own, or one to each node that nothing leads to. */
function beginningsOf(id: string, { graph }: LowerContext): { edges: NetEdge[]; inner: string[] } {
  const edges: NetEdge[] = [];
  const inner = graph.beginnings(id).map((first) => {
    if (first.kind === 'start') return onlyWay(graph, first.id);
    const edge = innerEdge(id, first);
    edges.push(edge);
    return edge.id;
  });
  return { edges, inner };
}
const innerEdge = (group: string, first: FlowNode): NetEdge => ({
  id: `${group}/in/${first.id}`,
  from: group,
  to: first.id,
});

/** A handler has one first edge: several beginnings are forked. */
function lowerBeginning({ id, name }: NodeOf<'group'>, edges: NetEdge[], inner: string[]): Lowered {
  if (inner.length <= 1) return { prims: [], edges };
  const fork = forkOf(id);
  return {
    prims: [{ type: 'fork', id: fork, name, out: inner }],
    edges: [{ id: `${id}/in`, from: id, to: fork }, ...edges.map((edge) => ({ ...edge, from: fork }))],
    leaves: fork,
    scope: id,
  };
}
const forkOf = (group: string): string => `${group}/fork`;

/** Parts that an event opens while this scope runs (ROOT: the case). */
export function handlersOf(scope: string, context: LowerContext): Handler[] {
  return context.graph.eventGroups(scope).map(({ id, name, event }) => {
    if (!event.on) throw new Error(`Expected an event that opens "${id}", but it names none`);
    const { inner } = beginningsOf(id, context);
    const [first] = inner;
    if (first === undefined) throw new Error(`Expected a beginning in "${id}", but it is empty`);
    const handlers = handlersOf(id, context);
    return {
      id,
      name,
      on: lowerTrigger(event.on, context),
      interrupting: event.interrupting,
      edge: inner.length > 1 ? `${id}/in` : first,
      ...(handlers.length > 0 ? { handlers } : {}),
    };
  });
}
