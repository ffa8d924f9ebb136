/** What task and dispatch share when they are checked: decisions with their ways. */
import type { Diagnostic } from '../compiler/types.ts';
import { diagnose, edgeRef, nodeRef, repair } from '../compiler/diagnostics.ts';
import { groupBy, type WorkNode } from '../compiler/graph.ts';
import { sorted } from '../document/index.ts';
import type { CheckContext } from './lowering.ts';
import { severalWays } from './ways.ts';
import { wayOf } from './work-lowering.ts';

export function checkDecisions(node: WorkNode, { graph }: CheckContext): Diagnostic[] {
  const found: Diagnostic[] = [];
  const ways = graph.out(node.id);
  const decisions = sorted(node.decisions);
  if (decisions.length === 0) {
    found.push(
      diagnose('decision.none', nodeRef(node.id), { params: { name: node.name }, repair: repair('addDecision') }),
    );
  }
  for (const edge of ways) {
    if (edge.decision !== undefined && !node.decisions[edge.decision]) {
      found.push(
        diagnose('edge.unknownDecision', edgeRef(edge.id), {
          params: { name: node.name },
          repair: repair('clearDecision'),
        }),
      );
    }
  }
  // With no way at all, one problem says it (flow pass).
  if (ways.length === 0) return found;
  for (const decision of decisions) {
    if (wayOf(graph, node, decision.id) === null) {
      found.push(
        diagnose('decision.noWay', nodeRef(node.id), {
          params: { name: node.name, decision: decision.name, id: decision.id },
          repair: repair('endAfterDecision', { decision: decision.id, name: decision.name }),
        }),
      );
    }
  }
  for (const [named, edges] of groupBy(ways, (edge) => edge.decision)) {
    if (edges.length > 1) found.push(severalWays(node, named ?? null, edges));
    const idle =
      named === undefined &&
      decisions.length > 0 &&
      decisions.every(({ id }) => wayOf(graph, node, id) !== edges[0]?.id);
    if (idle) {
      for (const edge of edges)
        found.push(diagnose('edge.neverTaken', edgeRef(edge.id), { params: { name: node.name } }));
    }
  }
  return found;
}

export const lacksRefusal = ({ decisions }: WorkNode): boolean =>
  Object.values(decisions).every(({ tone }) => tone !== 'negative');
