import type { Diagnostic } from '../../compiler/types.ts';
import { diagnose, nodeRef, repair } from '../../compiler/diagnostics.ts';
import { isInside } from '../../compiler/graph.ts';
import type { NodeOf } from '../../document/index.ts';
import type { CheckContext } from '../lowering.ts';
import { checkOneWay } from '../ways.ts';

export function checkUndo(node: NodeOf<'undo'>, { graph }: CheckContext): Diagnostic[] {
  const at = nodeRef(node.id);
  const params = { name: node.name };
  const found = checkOneWay(node, graph);
  if (node.of === undefined) {
    const group = graph.groupOf(node.id);
    const any = graph.nodes.some(({ id }) => graph.reverses(id).length > 0 && isInside(graph, id, group));
    return any ? found : [...found, diagnose('undo.nothing', at, { params })];
  }
  const undone = graph.flow.nodes[node.of];
  if (!undone) return [...found, diagnose('undo.unknown', at, { params, repair: repair('undoAll') })];
  const related = [nodeRef(undone.id)];
  const inside = graph.nodes.some(({ id }) => isInside(graph, id, undone.id) && graph.reverses(id).length > 0);
  if (graph.reverses(undone.id).length === 0 && !(undone.kind === 'group' && inside)) {
    const said = { params: { ...params, step: undone.name }, related };
    found.push(diagnose('undo.noReverse', at, said));
  }
  return found;
}
