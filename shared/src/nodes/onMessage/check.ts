import type { Diagnostic } from '../../compiler/types.ts';
import type { NodeOf } from '../../document/index.ts';
import { checkAttachment } from '../attachment-check.ts';
import type { CheckContext } from '../lowering.ts';
import { checkTrigger } from '../trigger-check.ts';

export function checkOnMessage(node: NodeOf<'onMessage'>, context: CheckContext): Diagnostic[] {
  return [...checkAttachment(node, context), ...checkTrigger(node, node.on, context)];
}
