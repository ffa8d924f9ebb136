import type { Diagnostic } from '../../compiler/types.ts';
import { diagnose, nodeRef, repair } from '../../compiler/diagnostics.ts';
import { isInside, type FlowGraph } from '../../compiler/graph.ts';
import type { NodeOf } from '../../document/index.ts';
import type { CheckContext } from '../lowering.ts';
import { checkOneWay } from '../ways.ts';

export function checkUndo(node: NodeOf<'undo'>, { graph }: CheckContext): Diagnostic[] {
  const at = nodeRef(node.id);
  const params = { name: node.name };
  const found = checkOneWay(node, graph);
  if (node.of === undefined) {
    if (undoesInside(graph, graph.groupOf(node.id))) return found;
    return [...found, diagnose('undo.nothing', at, { params })];
  }
  const undone = graph.flow.nodes[node.of];
  if (!undone) return [...found, diagnose('undo.unknown', at, { params, repair: repair('undoAll') })];
  const whole = undone.kind === 'group' && undoesInside(graph, undone.id);
  if (graph.reverses(undone.id).length > 0 || whole) return found;
  const said = { params: { ...params, step: undone.name }, related: [nodeRef(undone.id)] };
  return [...found, diagnose('undo.noReverse', at, said)];
}

/** Something in a part can be undone: a step by its reverse step, or the part by one that its undoing opens. */
function undoesInside(graph: FlowGraph, group: string): boolean {
  return (
    graph.nodes.some(
      ({ id, kind }) =>
        isInside(graph, id, group) &&
        (graph.reverses(id).length > 0 ||
          (kind === 'group' && graph.eventGroups(id).some(({ event }) => event.on?.type === 'compensation'))),
    ) || graph.eventGroups(group).some(({ event }) => event.on?.type === 'compensation')
  );
}
