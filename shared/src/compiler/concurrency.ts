/**
 * What can be under way at the same time, read from the drawn forks: two nodes on different ways of one fork, before
 * the join that closes it. Attachments that do not interrupt run beside everything after their host.
 */
import { reachable, successors, type FlowGraph } from './graph.ts';
import { closings } from './scopes.ts';

export interface Concurrency {
  sideBySide(a: string, b: string): boolean;
  /** `first` may be over when `later` begins: there is a way, and they do not run side by side. */
  before(first: string, later: string): boolean;
}

export function concurrencyOf(graph: FlowGraph): Concurrency {
  const closes = closings(graph);
  /** By node, the forks it lies in with the ways that lead to it. */
  const places = new Map<string, Map<string, Set<number>>>();
  for (const node of graph.nodes) {
    const ways = graph.out(node.id);
    if (node.kind !== 'parallel' || ways.length < 2) continue;
    const close = closes(node.id);
    ways.forEach((edge, branch) => {
      for (const id of reachable([edge.to], (at) => (at === close ? [] : successors(graph, at)))) {
        if (id === close) continue;
        const forks = places.get(id) ?? new Map<string, Set<number>>();
        places.set(id, forks);
        const set = forks.get(node.id);
        if (set) set.add(branch);
        else forks.set(node.id, new Set([branch]));
      }
    });
  }
  const after = new Map<string, ReadonlySet<string>>();
  const reach = (id: string): ReadonlySet<string> => {
    let found = after.get(id);
    if (!found) {
      found = reachable(successors(graph, id), (at) => successors(graph, at));
      after.set(id, found);
    }
    return found;
  };
  const sideBySide = (a: string, b: string): boolean => {
    for (const [fork, branches] of places.get(a) ?? []) if (apart(branches, places.get(b)?.get(fork))) return true;
    return false;
  };
  return {
    sideBySide,
    before: (first, later) => first !== later && reach(first).has(later) && !sideBySide(first, later),
  };
}

/** Both lie in the fork, on ways that they do not share. */
function apart(a: ReadonlySet<number>, b: ReadonlySet<number> | undefined): boolean {
  if (b === undefined) return false;
  for (const branch of a) if (b.has(branch)) return false;
  return true;
}
