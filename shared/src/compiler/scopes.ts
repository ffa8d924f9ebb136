/**
 * Fork scopes of a drawn flow. A fork opens a scope that ends at the join which every one of its ways reaches; a
 * non-interrupting attachment opens one that ends nowhere. A node's scopes are listed outermost first.
 */
import type { Dominators } from './dominators.ts';
import { dominatorsOf } from './dominators.ts';
import { reachable, successors, type FlowGraph } from './graph.ts';

const EXIT = '';

export function scopesOf(graph: FlowGraph, dominators: Dominators): Map<string, readonly string[]> {
  const inner = new Map<string, string[]>();
  const closes = closings(graph);
  for (const id of dominators.order) {
    const node = graph.flow.nodes[id];
    const forks = node?.kind === 'parallel' && graph.out(id).length > 1;
    const aside = node?.kind === 'onTime' && !node.interrupting;
    if (!forks && !aside) continue;
    const close = closes(id);
    const stop = (at: string): readonly string[] => (at === close ? [] : successors(graph, at));
    const scope = reachable(
      graph.out(id).map((edge) => edge.to),
      stop,
    );
    if (close !== null) scope.delete(close);
    scope.delete(id);
    for (const member of scope) {
      const list = inner.get(member);
      if (list) list.push(id);
      else inner.set(member, [id]);
    }
  }
  return inner;
}

/** The nearest join that every way from a fork passes, when there is one. */
function closings(graph: FlowGraph): (fork: string) => string | null {
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
