import type { Diagnostic } from '../../compiler/types.ts';
import { diagnose, nodeRef, repair } from '../../compiler/diagnostics.ts';
import type { NodeOf } from '../../document/index.ts';
import type { CheckContext } from '../lowering.ts';

export function checkParallel(node: NodeOf<'parallel'>, { graph }: CheckContext): Diagnostic[] {
  if (graph.into(node.id).length !== 1 || graph.out(node.id).length !== 1) return [];
  return [
    diagnose('parallel.pointless', nodeRef(node.id), { params: { name: node.name }, repair: repair('removeNode') }),
  ];
}
