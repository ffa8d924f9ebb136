import type { Diagnostic } from '../../compiler/types.ts';
import { diagnose, nodeRef, repair } from '../../compiler/diagnostics.ts';
import type { NodeOf } from '../../document/index.ts';
import { checkMappings } from '../field-check.ts';
import type { CheckContext } from '../lowering.ts';
import { blankName } from '../trigger-check.ts';
import { checkOneWay } from '../ways.ts';

export function checkSignal(node: NodeOf<'signal'>, context: CheckContext): Diagnostic[] {
  const found = checkOneWay(node, context.graph);
  const { throws } = node;
  if (!throws) {
    const said = { params: { name: node.name }, repair: repair('removeNode') };
    return [...found, diagnose('signal.nothing', nodeRef(node.id), said)];
  }
  if (throws.type === 'escalation') return [...found, ...blankName(node, throws.code)];
  found.push(...blankName(node, throws.name));
  return throws.type === 'message' ? [...found, ...checkMappings({ node, mappings: throws.values }, context)] : found;
}
