import type { Diagnostic } from '../../compiler/types.ts';
import { diagnose, nodeRef } from '../../compiler/diagnostics.ts';
import type { NodeOf } from '../../document/index.ts';
import type { CheckContext } from '../lowering.ts';
import { checkNoWay } from '../ways.ts';

export function checkFail(node: NodeOf<'fail'>, { graph }: CheckContext): Diagnostic[] {
  const found = checkNoWay(node, graph);
  if (node.code.trim() !== '') return found;
  return [...found, diagnose('fail.noCode', nodeRef(node.id), { params: { name: node.name } })];
}
