/** What the kinds say alike about the edges at a node. */
import type { Diagnostic } from '../compiler/types.ts';
import { diagnose, edgeRef, nodeRef, repair } from '../compiler/diagnostics.ts';
import type { FlowGraph } from '../compiler/graph.ts';
import type { Edge, FlowNode } from '../document/index.ts';

/** Several ways where the case can only take one: said once for the node, on its first edge too many. */
export function severalWays(node: FlowNode, decision: string | null, edges: readonly Edge[]): Diagnostic {
  return diagnose('node.severalWays', nodeRef(node.id), {
    params: { name: node.name, count: edges.length, ...(decision === null ? {} : { decision }) },
    related: edges.map((edge) => edgeRef(edge.id)),
    repair: repair('insertFork', decision === null ? {} : { decision }),
  });
}

/** For kinds that go on along one edge. */
export function checkOneWay(node: FlowNode, graph: FlowGraph): Diagnostic[] {
  const edges = graph.out(node.id);
  return edges.length > 1 ? [severalWays(node, null, edges)] : [];
}

/** For kinds at which a path ends. */
export function checkNoWay(node: FlowNode, graph: FlowGraph): Diagnostic[] {
  if (graph.out(node.id).length === 0) return [];
  return [
    diagnose('node.fromEnd', nodeRef(node.id), { params: { name: node.name }, repair: repair('removeEdgesFrom') }),
  ];
}
