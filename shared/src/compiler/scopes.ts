/**
 * Scopes of a drawn flow. A fork opens one that ends at the join which every one of its ways reaches, a group one that
 * holds what stands in it; a part that an event opens, a reverse step and an attachment that does not interrupt open
 * one that ends nowhere. A node's scopes are listed outermost first, each as `<opener>.<its ways that lead to the
 * node>`: what stands on other ways, or after a partial join, is another scope.
 */
import { isAttachment, type FlowNode } from '../document/index.ts';
import type { Dominators } from './dominators.ts';
import { dominatorsOf } from './dominators.ts';
import { isEventGroup, reachable, staysIn, type FlowGraph } from './graph.ts';

const EXIT = '';

/** Where tokens part: each way with all that it leads to before they come together again. */
export interface Split {
  readonly opener: string;
  readonly ways: readonly ReadonlySet<string>[];
}

const knownSplits = new WeakMap<FlowGraph, ReadonlyMap<string, Split>>();

/** By node, the split that it opens. */
export function splitsOf(graph: FlowGraph): ReadonlyMap<string, Split> {
  const known = knownSplits.get(graph);
  if (known) return known;
  const closes = closings(graph);
  const found = new Map<string, Split>();
  for (const node of graph.nodes) {
    const split = splitAt(graph, node, closes);
    if (split) found.set(node.id, split);
  }
  knownSplits.set(graph, found);
  return found;
}

function splitAt(graph: FlowGraph, node: FlowNode, closes: (fork: string) => string | null): Split | null {
  const roots = rootsOf(graph, node);
  if (!roots) return null;
  const close = forks(graph, node) ? closes(node.id) : null;
  const scope = node.kind === 'group' ? node.id : graph.groupOf(node.id);
  const inside = staysIn(graph, scope);
  const next = (at: string): readonly string[] => (at === close ? [] : graph.successors(at).filter(inside));
  const ways = roots.map((root) => {
    const way = reachable([root], next);
    if (close !== null) way.delete(close);
    return way;
  });
  return { opener: node.id, ways };
}

function rootsOf(graph: FlowGraph, node: FlowNode): string[] | null {
  if (node.kind === 'group') return graph.beginnings(node.id).map(({ id }) => id);
  if (node.undoes !== undefined) return [node.id];
  if (!forks(graph, node) && !standsAside(node)) return null;
  return graph.out(node.id).map((edge) => edge.to);
}

const forks = (graph: FlowGraph, { id, kind }: FlowNode): boolean =>
  (kind === 'parallel' || kind === 'inclusive') && graph.out(id).length > 1;

/** Its scope is beside the main way, which goes on meanwhile or has been left. */
export function standsAside(node: FlowNode): boolean {
  if (isAttachment(node)) return node.kind !== 'onError' && !node.interrupting;
  return isEventGroup(node) || node.undoes !== undefined;
}

const knownDominators = new WeakMap<FlowGraph, Dominators>();

/** Dominators from the case's start, over all that a node sets off. */
export function flowDominators(graph: FlowGraph): Dominators {
  const known = knownDominators.get(graph) ?? dominatorsOf(graph.start?.id ?? '', graph.successors);
  knownDominators.set(graph, known);
  return known;
}

export function scopesOf(graph: FlowGraph): Map<string, readonly string[]> {
  const scopes = new Map<string, string[]>();
  const splits = splitsOf(graph);
  for (const id of flowDominators(graph).order) {
    const node = graph.flow.nodes[id];
    const split = splits.get(id);
    if (!node || !split) continue;
    const ways = new Map<string, number[]>();
    split.ways.forEach((members, way) => {
      for (const member of members) {
        if (member === id && node.undoes === undefined) continue;
        const list = ways.get(member);
        if (list) list.push(way);
        else ways.set(member, [way]);
      }
    });
    for (const [member, list] of ways) {
      const entry = `${id}.${list.join('+')}`;
      const known = scopes.get(member);
      if (known) known.push(entry);
      else scopes.set(member, [entry]);
    }
  }
  return scopes;
}

/** For each fork the nearest node that every way from it passes, when that is a join of the same group. */
function closings(graph: FlowGraph): (fork: string) => string | null {
  const back = new Map<string, string[]>([[EXIT, []]]);
  for (const node of graph.nodes) {
    const next = graph.successors(node.id);
    for (const to of next.length === 0 ? [EXIT] : next) {
      const list = back.get(to);
      if (list) list.push(node.id);
      else back.set(to, [node.id]);
    }
  }
  const post = dominatorsOf(EXIT, (id) => back.get(id) ?? []);
  return (fork) => {
    const id = post.immediate(fork);
    const node = id === null ? undefined : graph.flow.nodes[id];
    if (!node || graph.groupOf(node.id) !== graph.groupOf(fork)) return null;
    const joins = node.kind === 'parallel' || node.kind === 'inclusive';
    return joins && graph.into(node.id).length > 1 ? node.id : null;
  };
}
