/**
 * The drawing made ready for lowering: throwing links become ways to the catching one, and a path that just stops inside a
 * group or in a reverse step gets its end. Nothing else changes; every drawn edge that is left keeps its id.
 */
import { isAttachment, type Edge, type Flow, type FlowNode } from '../document/index.ts';
import { ROOT, graphOf, isEnd, isEventGroup, type FlowGraph } from './graph.ts';

export function prepared(graph: FlowGraph): FlowGraph {
  const flow = withEnds(withoutLinks(graph));
  return flow === graph.flow ? graph : graphOf(flow);
}

function withoutLinks(graph: FlowGraph): FlowGraph {
  const isThrow = (id: string): boolean => {
    const node = graph.flow.nodes[id];
    return node?.kind === 'link' && node.direction === 'throw';
  };
  if (!graph.nodes.some((node) => node.kind === 'link')) return graph;
  const edges: Record<string, Edge> = {};
  for (const edge of graph.edges) {
    const caught = isThrow(edge.to) ? graph.linked(edge.to)[0]?.id : edge.to;
    if (caught !== undefined) edges[edge.id] = { ...edge, to: caught };
  }
  const nodes = Object.fromEntries(Object.entries(graph.flow.nodes).filter(([id]) => !isThrow(id)));
  return graphOf({ ...graph.flow, nodes, edges });
}

function withEnds(graph: FlowGraph): Flow {
  const open = graph.nodes.filter((node) => stops(graph, node));
  if (open.length === 0) return graph.flow;
  const nodes: Record<string, FlowNode> = { ...graph.flow.nodes };
  const edges: Record<string, Edge> = { ...graph.flow.edges };
  for (const { id, group } of open) {
    const end = `${id}/end`;
    const out = `${id}/out`;
    nodes[end] = { kind: 'end', id: end, name: '', result: 'finished', ...(group === undefined ? {} : { group }) };
    edges[out] = { id: out, from: id, to: end, order: 'a0' };
  }
  return { ...graph.flow, nodes, edges };
}

/** Nothing follows, and nothing needs to. */
export function stops(graph: FlowGraph, node: FlowNode): boolean {
  if (graph.out(node.id).length > 0 || isEnd(node) || isEventGroup(node) || node.kind === 'link') return false;
  if (isAttachment(node)) {
    const effectOnly = node.kind === 'onTime' && node.remind === true;
    return !effectOnly && graph.groupOf(node.id) !== ROOT;
  }
  return graph.groupOf(node.id) !== ROOT || graph.reversing(node.id);
}
