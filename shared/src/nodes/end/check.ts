import type { Diagnostic } from '../../compiler/types.ts';
import { diagnose, nodeRef, repair } from '../../compiler/diagnostics.ts';
import type { NodeOf } from '../../document/index.ts';
import type { CheckContext } from '../lowering.ts';

export function checkEnd(node: NodeOf<'end'>, { graph }: CheckContext): Diagnostic[] {
  if (graph.out(node.id).length === 0) return [];
  return [
    diagnose('node.fromEnd', nodeRef(node.id), { params: { name: node.name }, repair: repair('removeEdgesFrom') }),
  ];
}
