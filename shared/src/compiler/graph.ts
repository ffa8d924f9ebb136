/**
 * The drawn flow as a graph, built once per compilation. Every list is in a fixed order (edges by their order key,
 * nodes by id), so that the same drawing gives the same result whatever the order of its maps.
 *
 * Groups nest: a group is entered at its beginnings, and a path that ends in it goes on where the group goes on. What
 * hangs on others without being on a way (attachments, parts that an event opens, reverse steps) is reached from what
 * it hangs on. `ways` are the first, `successors` both.
 */
import {
  byOrder,
  isAttachment,
  type Attachment,
  type Edge,
  type Flow,
  type FlowNode,
  type NodeOf,
} from '../document/index.ts';

/** The case's own scope: where nodes without a group stand. */
export const ROOT = '';

export interface FlowGraph {
  readonly flow: Flow;
  readonly nodes: readonly FlowNode[];
  /** Edges whose two ends exist. */
  readonly edges: readonly Edge[];
  out(id: string): readonly Edge[];
  into(id: string): readonly Edge[];
  /** What is attached to a node. */
  attachments(id: string): readonly Attachment[];
  /** Group that a node stands in; ROOT for none. */
  groupOf(id: string): string;
  /** Nodes that stand in a group itself, not in one inside it. */
  members(group: string): readonly FlowNode[];
  /** Members that the group begins with: nothing leads to them, and nothing else sets them off. */
  beginnings(group: string): readonly FlowNode[];
  /** Parts that an event opens while the group runs. */
  eventGroups(group: string): readonly EventGroup[];
  /** The linked reverse steps of a node. */
  reverses(id: string): readonly FlowNode[];
  /** Where a throwing link goes on. */
  linked(id: string): readonly NodeOf<'link'>[];
  /** Where the case begins. */
  readonly start: NodeOf<'start'> | undefined;
  /** Where the flow goes on from a node by itself: along its edges, into and out of groups, across links. */
  ways(id: string): readonly string[];
  /** The ways backwards. */
  previous(id: string): readonly string[];
  /** Nodes reached in one step, by a way or set off besides. */
  successors(id: string): readonly string[];
  /** Part of a reverse step: where it ends, the undoing ends, not the flow. */
  reversing(id: string): boolean;
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
  const attached = new Map<string, Attachment[]>();
  const members = new Map<string, FlowNode[]>();
  const reverses = new Map<string, FlowNode[]>();
  const catches = new Map<string, NodeOf<'link'>[]>();
  const groupOf = groupsOf(flow);
  const linkKey = (node: NodeOf<'link'>): string => `${groupOf(node.id)}\n${node.name.trim()}`;
  for (const node of nodes) {
    push(members, groupOf(node.id), node);
    if (isAttachment(node)) push(attached, node.attachedTo, node);
    if (node.undoes !== undefined) push(reverses, node.undoes, node);
    if (node.kind === 'link' && node.direction === 'catch') push(catches, linkKey(node), node);
  }
  const list =
    <T>(map: ReadonlyMap<string, T[]>) =>
    (id: string): readonly T[] =>
      map.get(id) ?? [];
  const membersOf = list(members);
  const intoOf = list(into);
  const outOf = list(out);
  const beginnings = new Map<string, readonly FlowNode[]>();
  let reversing: ReadonlySet<string> | null = null;
  let previous: Map<string, string[]> | null = null;
  let root: NodeOf<'start'> | undefined;
  for (const node of membersOf(ROOT)) if (node.kind === 'start') root ??= node;
  const graph: FlowGraph = {
    flow,
    start: root,
    ways: remembered((id) => waysOf(graph, id)),
    successors: remembered((id) => [...graph.ways(id), ...asides(graph, id)]),
    nodes,
    edges,
    out: outOf,
    into: intoOf,
    attachments: list(attached),
    groupOf,
    members: membersOf,
    beginnings: (group) => {
      const found =
        beginnings.get(group) ?? membersOf(group).filter((node) => intoOf(node.id).length === 0 && !isSetOff(node));
      beginnings.set(group, found);
      return found;
    },
    eventGroups: (group) => membersOf(group).flatMap((node) => (isEventGroup(node) ? [node] : [])),
    reverses: list(reverses),
    linked: (id) => {
      const node = flow.nodes[id];
      return node?.kind === 'link' && node.direction === 'throw' ? (catches.get(linkKey(node)) ?? []) : [];
    },
    reversing: (id) => {
      reversing ??= reachable(
        [...reverses.values()].flat().map((node) => node.id),
        (at) => outOf(at).map((edge) => edge.to),
      );
      return reversing.has(id);
    },
    previous: (id) => {
      if (!previous) {
        previous = new Map();
        for (const node of nodes) for (const to of graph.ways(node.id)) push(previous, to, node.id);
      }
      return previous.get(id) ?? [];
    },
  };
  return graph;
}

/** An attachment stands where its host does; a group that stands in itself stands nowhere. */
function groupsOf({ nodes }: Flow): (id: string) => string {
  const known = new Map<string, string>();
  const named = (id: string): string => {
    const group = nodes[id]?.group;
    return group !== undefined && nodes[group]?.kind === 'group' ? group : ROOT;
  };
  const circles = (id: string): boolean => {
    const seen = new Set<string>();
    for (let at = named(id); at !== ROOT; at = named(at)) {
      if (at === id) return true;
      if (seen.has(at)) return false;
      seen.add(at);
    }
    return false;
  };
  return (id) => {
    let group = known.get(id);
    if (group === undefined) {
      const node = nodes[id];
      const place = isAttachment(node) && nodes[node.attachedTo] ? node.attachedTo : id;
      group = nodes[place]?.kind === 'group' && circles(place) ? ROOT : named(place);
      known.set(id, group);
    }
    return group;
  };
}

/** Each question is answered once. */
function remembered<T>(answer: (id: string) => T): (id: string) => T {
  const known = new Map<string, T>();
  return (id) => {
    let found = known.get(id);
    if (found === undefined) {
      found = answer(id);
      known.set(id, found);
    }
    return found;
  };
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** An event, its host or an undoing sets it off, not a way that leads to it. */
export function isSetOff(node: FlowNode): boolean {
  return (
    isAttachment(node) ||
    isEventGroup(node) ||
    node.undoes !== undefined ||
    (node.kind === 'link' && node.direction === 'catch')
  );
}

/** A part that an event opens while its surroundings run. */
export type EventGroup = NodeOf<'group'> & { readonly event: NonNullable<NodeOf<'group'>['event']> };
export function isEventGroup(node: FlowNode | undefined): node is EventGroup {
  return node?.kind === 'group' && node.event !== undefined;
}

/** Nodes that people work at, where fields can be read and written. */
export type WorkNode = NodeOf<'task'> | NodeOf<'dispatch'>;
export function isWork(node: FlowNode | undefined): node is WorkNode {
  return node?.kind === 'task' || node?.kind === 'dispatch';
}

/** Nodes at which a machine works. */
export type JobNode = NodeOf<'fetch' | 'connect' | 'document'>;
export function isJob(node: FlowNode | undefined): node is JobNode {
  return node?.kind === 'fetch' || node?.kind === 'connect' || node?.kind === 'document';
}

/** Nodes that hold a token for a while, so that something can be attached to them. */
export type HoldingNode = WorkNode | JobNode | NodeOf<'wait' | 'scenario' | 'group'>;
export function isHolding(node: FlowNode | undefined): node is HoldingNode {
  return (
    isWork(node) ||
    isJob(node) ||
    node?.kind === 'wait' ||
    node?.kind === 'scenario' ||
    (node?.kind === 'group' && !isEventGroup(node))
  );
}

/** Nodes at which a path ends whatever is drawn after them. */
export type EndNode = NodeOf<'end' | 'terminate' | 'fail'>;
export function isEnd(node: FlowNode | undefined): node is EndNode {
  return node?.kind === 'end' || node?.kind === 'terminate' || node?.kind === 'fail';
}

function waysOf(graph: FlowGraph, id: string): readonly string[] {
  const node = graph.flow.nodes[id];
  if (node?.kind === 'group') {
    const inside = graph.beginnings(id).map((first) => first.id);
    return inside.length > 0 || isEventGroup(node) ? inside : onwards(graph, id);
  }
  const linked = graph.linked(id);
  return linked.length > 0 ? linked.map((link) => link.id) : onwards(graph, id);
}

/** Along the edges, or, where a path ends in a group, wherever the group goes on. */
function onwards(graph: FlowGraph, id: string): string[] {
  const out = graph.out(id);
  if (out.length > 0) return out.map((edge) => edge.to);
  const node = graph.flow.nodes[id];
  const group = graph.groupOf(id);
  const endsAll = node?.kind === 'fail' || (node?.kind === 'terminate' && node.of === 'case');
  if (group === ROOT || endsAll || graph.reversing(id) || isEventGroup(graph.flow.nodes[group])) return [];
  return onwards(graph, group);
}

/** What a node sets off besides: its attachments and reverse steps, and the parts that an event opens in it. */
function asides(graph: FlowGraph, id: string): string[] {
  const node = graph.flow.nodes[id];
  const scope = node?.kind === 'group' ? id : node?.kind === 'start' && graph.groupOf(id) === ROOT ? ROOT : null;
  return [...graph.attachments(id), ...graph.reverses(id), ...(scope === null ? [] : graph.eventGroups(scope))].map(
    (aside) => aside.id,
  );
}

/** Is the node inside this group, at whatever depth? Everything is inside ROOT; a group is not inside itself. */
export function isInside(graph: FlowGraph, id: string, group: string): boolean {
  if (group === ROOT) return true;
  const seen = new Set<string>();
  for (let at = graph.groupOf(id); at !== ROOT && !seen.has(at); at = graph.groupOf(at)) {
    if (at === group) return true;
    seen.add(at);
  }
  return false;
}

/** Filters nodes to those in a group, at whatever depth. */
export const staysIn =
  (graph: FlowGraph, group: string) =>
  (id: string): boolean =>
    isInside(graph, id, group);

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
