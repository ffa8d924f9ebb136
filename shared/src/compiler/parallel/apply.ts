/**
 * Rewrites a series so that groups of its steps run side by side between a fork and a join. Nodes and edges that
 * stay keep their ids; steps that must follow others are moved behind them; positions change only where steps do.
 */
import { orderBetween, type Design, type Edge, type FlowNode } from '../../document/index.ts';
import { newNode } from '../../nodes/index.ts';
import { PARALLEL_WORDS } from '../../words/repairs.ts';
import { freeId } from '../free-id.ts';
import { graphOf, type FlowGraph } from '../graph.ts';
import { dependencies } from './dependencies.ts';
import { layOut } from './layout.ts';
import { mustFollow } from './must-follow.ts';
import { onward, segmentsOf, type Segment } from './segments.ts';

type Group = readonly string[];
/** Steps that run side by side; one alone is a step as before. */
export type Unit = readonly string[];

/** Applies the groups that are parts of one series each; others, and groups of one, are left as they are. */
export function applyParallel(design: Design, groups: readonly Group[], language: 'zh' | 'en' = 'zh'): Design {
  const graph = graphOf(design.flow);
  let next = design;
  for (const segment of segmentsOf(graph)) {
    const own = groups.map((group) => segment.filter((id) => group.includes(id))).filter((group) => group.length > 1);
    // One rewrite may move what leads to the next segment.
    if (own.length > 0) next = rewrite(next, graphOf(next.flow), segment, own, language);
  }
  return next;
}

/** The same for a hand-picked set, whatever depends on what: the compiler says afterwards what is missing. */
export function forceParallel(design: Design, nodeIds: readonly string[], language: 'zh' | 'en' = 'zh'): Design {
  return applyParallel(design, [nodeIds], language);
}

function rewrite(design: Design, graph: FlowGraph, segment: Segment, groups: Group[], language: 'zh' | 'en'): Design {
  const touched = segment.map((id) => groups.some((group) => group.includes(id)));
  const [from, to] = [touched.indexOf(true), touched.lastIndexOf(true)];
  const range = segment.slice(from, to + 1);
  const units = inOrder(design, graph, range, groups);
  const after = segment[to + 1];
  const target = after ?? graph.out(range.at(-1) ?? '')[0]?.to;
  const first = range[0];
  if (target === undefined || first === undefined) return design;

  const edges: Record<string, Edge> = { ...design.flow.edges };
  const nodes: Record<string, FlowNode> = { ...design.flow.nodes };
  const lead = (edge: Edge, to: string): void => void (edges[edge.id] = { ...edge, to });
  const fresh = (wish: string): string => freeId({ ...design, flow: { ...design.flow, nodes, edges } }, wish);
  const connect = (source: string, to: string, order: string): void => {
    const id = fresh(`${source}-${to}`);
    edges[id] = { id, order, from: source, to };
  };
  const lane = design.flow.nodes[graph.into(first)[0]?.from ?? first]?.lane ?? design.flow.nodes[first]?.lane;
  const group = design.flow.nodes[first]?.group;
  const gateway = (id: string, name: string): string => {
    nodes[id] = newNode('parallel', {
      id,
      name,
      ...(lane === undefined ? {} : { lane }),
      ...(group === undefined ? {} : { group }),
    });
    return id;
  };
  const placed: { fork: string | null; members: Unit; join: string | null }[] = [];
  // From the last unit back to the first, so that each knows where it leads.
  let entry = target;
  for (const unit of [...units].reverse()) {
    const [only] = unit;
    if (only !== undefined && unit.length === 1) {
      for (const edge of onward(graph, segment, only)) lead(edge, entry);
      placed.unshift({ fork: null, members: unit, join: null });
      entry = only;
      continue;
    }
    const fork = gateway(fresh('fork'), PARALLEL_WORDS[language].fork);
    const join = gateway(fresh('join'), PARALLEL_WORDS[language].join);
    let order = orderBetween(null, null);
    for (const id of unit) {
      connect(fork, id, order);
      order = orderBetween(order, null);
      for (const edge of onward(graph, segment, id)) lead(edge, join);
    }
    connect(join, entry, orderBetween(null, null));
    placed.unshift({ fork, members: unit, join });
    entry = fork;
  }
  for (const edge of graph.into(first)) lead(edges[edge.id] ?? edge, entry);
  return layOut({ ...design, flow: { ...design.flow, nodes, edges } }, design, range, placed);
}

/** Groups and single steps, each after what it depends on, otherwise as drawn. */
function inOrder(design: Design, graph: FlowGraph, range: Segment, groups: readonly Group[]): Unit[] {
  const grouped = new Set(groups.flat());
  const waiting: Unit[] = range.flatMap((id) => {
    const group = groups.find((members) => members[0] === id);
    return group ? [group] : grouped.has(id) ? [] : [[id]];
  });
  const follows = mustFollow(graph, dependencies(design));
  const places = new Map(range.map((id, i) => [id, i]));
  const place = (id: string): number => places.get(id) ?? 0;
  const needs = (unit: Unit, other: Unit): boolean =>
    unit !== other && other.some((from) => unit.some((to) => place(from) < place(to) && follows(from, to)));
  const result: Unit[] = [];
  while (waiting.length > 0) {
    const free = waiting.findIndex((unit) => !waiting.some((other) => needs(unit, other)));
    // A forced group can depend on itself in a circle: then the drawn order stands.
    result.push(...waiting.splice(Math.max(0, free), 1));
  }
  return result;
}
