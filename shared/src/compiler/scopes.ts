/**
 * Fork scopes of a drawn flow. A fork opens a scope that ends at the join which every one of its ways reaches; a
 * non-interrupting attachment opens one that ends nowhere. A node's scopes are listed outermost first, each as
 * `<fork>.<its ways that lead to the node>`: what stands on other ways, or after a partial join, is another scope.
 */
import type { Dominators } from './dominators.ts';
import { dominatorsOf } from './dominators.ts';
import { reachable, successors, type FlowGraph } from './graph.ts';

const EXIT = '';

export function scopesOf(graph: FlowGraph, dominators: Dominators): Map<string, readonly string[]> {
  const scopes = new Map<string, string[]>();
  const closes = closings(graph);
  for (const id of dominators.order) {
    const node = graph.flow.nodes[id];
    const forks = node?.kind === 'parallel' && graph.out(id).length > 1;
    const aside = node?.kind === 'onTime' && !node.interrupting;
    if (!forks && !aside) continue;
    const close = closes(id);
    const ways = new Map<string, number[]>();
    graph.out(id).forEach((edge, way) => {
      for (const member of reachable([edge.to], (at) => (at === close ? [] : successors(graph, at)))) {
        if (member === close || member === id) continue;
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

/** For each fork the nearest node that every way from it passes, when that is a join. */
export function closings(graph: FlowGraph): (fork: string) => string | null {
  const back = new Map<string, string[]>([[EXIT, []]]);
  for (const node of graph.nodes) {
    const next = successors(graph, node.id);
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
    return node?.kind === 'parallel' && graph.into(node.id).length > 1 ? node.id : null;
  };
}
