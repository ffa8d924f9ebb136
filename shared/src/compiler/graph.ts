/**
 * The drawn flow as a graph, built once per compilation. Every list is in a fixed order (edges by their order key,
 * nodes by id), so that the same drawing gives the same result whatever the order of its maps.
 */
import { byOrder, type Edge, type Flow, type FlowNode, type NodeOf } from '../document/index.ts';

export interface FlowGraph {
  readonly flow: Flow;
  readonly nodes: readonly FlowNode[];
  /** Edges whose two ends exist. */
  readonly edges: readonly Edge[];
  out(id: string): readonly Edge[];
  into(id: string): readonly Edge[];
  /** Attachments of a working node. */
  timers(id: string): readonly NodeOf<'onTime'>[];
}

export function graphOf(flow: Flow): FlowGraph {
  const nodes = Object.values(flow.nodes).sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const edges = Object.values(flow.edges)
    .filter((edge) => flow.nodes[edge.from] && flow.nodes[edge.to])
    .sort(byOrder);
  const out = new Map<string, Edge[]>();
  const into = new Map<string, Edge[]>();
  for (const edge of edges) {
    push(out, edge.from, edge);
    push(into, edge.to, edge);
  }
  const timers = new Map<string, NodeOf<'onTime'>[]>();
  for (const node of nodes) if (node.kind === 'onTime') push(timers, node.attachedTo, node);
  return {
    flow,
    nodes,
    edges,
    out: (id) => out.get(id) ?? [],
    into: (id) => into.get(id) ?? [],
    timers: (id) => timers.get(id) ?? [],
  };
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Nodes that people work at, where fields can be read and written. */
export type WorkNode = NodeOf<'task'> | NodeOf<'dispatch'>;
export function isWork(node: FlowNode | undefined): node is WorkNode {
  return node?.kind === 'task' || node?.kind === 'dispatch';
}

/** Nodes reached in one step: along edges, and from a working node along the edges of its attachments. */
export function successors(graph: FlowGraph, id: string): string[] {
  const direct = graph.out(id).map((edge) => edge.to);
  for (const timer of graph.timers(id)) direct.push(timer.id);
  return direct;
}

/** Everything reachable from `from`, itself included. */
export function reachable(from: Iterable<string>, next: (id: string) => readonly string[]): Set<string> {
  const seen = new Set(from);
  const stack = [...seen];
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    for (const to of next(id)) {
      if (!seen.has(to)) {
        seen.add(to);
        stack.push(to);
      }
    }
  }
  return seen;
}

/** Values by key, keys in order of first appearance. */
export function groupBy<K, T>(values: readonly T[], keyOf: (value: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
