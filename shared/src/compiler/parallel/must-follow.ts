/** The order that data and decisions ask for; apart from what proposes and what applies, so that neither needs the other. */
import type { FlowGraph } from '../graph.ts';
import type { Dependency } from '../types.ts';
import { guards } from './segments.ts';

/** Must `to` come after `from`, both of one series, `from` drawn first? */
export function mustFollow(graph: FlowGraph, found: readonly Dependency[]): (from: string, to: string) => boolean {
  const pairs = new Set(found.map(({ from, to }) => `${from}\n${to}`));
  return (from, to) => pairs.has(`${from}\n${to}`) || guards(graph, from) || guards(graph, to);
}
