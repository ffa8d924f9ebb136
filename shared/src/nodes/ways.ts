/** Several ways where the case can only take one: said once for the node, on its first edge too many. */
import type { Diagnostic } from '../compiler/types.ts';
import { diagnose, edgeRef, nodeRef, repair } from '../compiler/diagnostics.ts';
import type { Edge, FlowNode } from '../document/index.ts';

export function severalWays(node: FlowNode, decision: string | null, edges: readonly Edge[]): Diagnostic {
  return diagnose('node.severalWays', nodeRef(node.id), {
    params: { name: node.name, count: edges.length, ...(decision === null ? {} : { decision }) },
    related: edges.map((edge) => edgeRef(edge.id)),
    repair: repair('insertFork', decision === null ? {} : { decision }),
  });
}
