import type { Diagnostic } from '../../compiler/types.ts';
import type { NodeOf } from '../../document/index.ts';
import { checkAttachment } from '../attachment-check.ts';
import type { CheckContext } from '../lowering.ts';

export function checkOnEscalation(node: NodeOf<'onEscalation'>, context: CheckContext): Diagnostic[] {
  return checkAttachment(node, context);
}
