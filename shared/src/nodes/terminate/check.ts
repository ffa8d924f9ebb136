import type { Diagnostic } from '../../compiler/types.ts';
import { diagnose, nodeRef, repair } from '../../compiler/diagnostics.ts';
import { ROOT } from '../../compiler/graph.ts';
import type { NodeOf } from '../../document/index.ts';
import type { CheckContext } from '../lowering.ts';
import { checkNoWay } from '../ways.ts';

export function checkTerminate(node: NodeOf<'terminate'>, { graph }: CheckContext): Diagnostic[] {
  const found = checkNoWay(node, graph);
  if (node.of === 'group' && graph.groupOf(node.id) === ROOT) {
    const said = { params: { name: node.name }, repair: repair('terminateCase') };
    found.push(diagnose('terminate.noGroup', nodeRef(node.id), said));
  }
  return found;
}
