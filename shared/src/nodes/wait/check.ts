import type { Diagnostic } from '../../compiler/types.ts';
import type { NodeOf } from '../../document/index.ts';
import type { CheckContext } from '../lowering.ts';
import { checkTrigger } from '../trigger-check.ts';
import { checkOneWay } from '../ways.ts';

export function checkWait(node: NodeOf<'wait'>, context: CheckContext): Diagnostic[] {
  return [...checkOneWay(node, context.graph), ...checkTrigger(node, node.on, context)];
}
