import type { Diagnostic } from '../../compiler/types.ts';
import type { NodeOf } from '../../document/index.ts';
import type { CheckContext } from '../lowering.ts';
import { checkNoWay } from '../ways.ts';

export function checkEnd(node: NodeOf<'end'>, { graph }: CheckContext): Diagnostic[] {
  return checkNoWay(node, graph);
}
