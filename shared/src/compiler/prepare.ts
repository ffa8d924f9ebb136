/**
 * The drawing made ready for lowering: links become the ways that they stand for, and a path that just stops inside a
 * group or in a reverse step gets its end. Nothing else changes; every drawn edge that is left keeps its id.
 */
import { isAttachment, type Edge, type Flow, type FlowNode } from '../document/index.ts';
import { ROOT, graphOf, isEnd, isEventGroup, type FlowGraph } from './graph.ts';

export function prepared(graph: FlowGraph): FlowGraph {
  const flow = withEnds(withoutLinks(graph));
  return flow === graph.flow ? graph : graphOf(flow);
}

function withoutLinks(graph: FlowGraph): FlowGraph {
  const isLink = (id: string): boolean => graph.flow.nodes[id]?.kind === 'link';
  if (!graph.nodes.some((node) => node.kind === 'link')) return graph;
  const edges: Record<string, Edge> = {};
  for (const edge of graph.edges) {
    if (isLink(edge.from)) continue;
    const to = beyond(graph, edge.to);
    if (to !== null) edges[edge.id] = { ...edge, to };
  }
  const nodes = Object.fromEntries(Object.entries(graph.flow.nodes).filter(([id]) => !isLink(id)));
  return graphOf({ ...graph.flow, nodes, edges });
}

/** Where an edge arrives when links are followed; null when they lead round in a circle. */
function beyond(graph: FlowGraph, id: string): string | null {
  const seen = new Set<string>();
  let at = id;
  while (graph.flow.nodes[at]?.kind === 'link') {
    if (seen.has(at)) return null;
    seen.add(at);
    const next = graph.linked(at)[0]?.id ?? graph.out(at)[0]?.to;
    if (next === undefined) return null;
    at = next;
  }
  return at;
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
