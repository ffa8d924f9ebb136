/** The order that data and decisions ask for; apart from what proposes and what applies, so that neither needs the other. */
import type { FlowGraph } from '../graph.ts';
import type { Dependency } from '../types.ts';
import { guards } from './segments.ts';

/** Must `to` come after `from`, both of one series, `from` drawn first? */
export function mustFollow(graph: FlowGraph, found: readonly Dependency[]): (from: string, to: string) => boolean {
  const needed = neededBy(found);
  return (from, to) => needed.get(to)?.has(from) === true || guards(graph, from) || guards(graph, to);
}

/** For each step, those that it depends on. */
export function neededBy(found: readonly Dependency[]): ReadonlyMap<string, ReadonlySet<string>> {
  const needed = new Map<string, Set<string>>();
  for (const { from, to } of found) needed.set(to, (needed.get(to) ?? new Set<string>()).add(from));
  return needed;
}
