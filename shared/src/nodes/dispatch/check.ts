import type { Diagnostic } from '../../compiler/types.ts';
import { diagnose, nodeRef } from '../../compiler/diagnostics.ts';
import type { NodeOf } from '../../document/index.ts';
import type { CheckContext } from '../lowering.ts';
import { checkDecisions } from '../work-check.ts';

export function checkDispatch(node: NodeOf<'dispatch'>, context: CheckContext): Diagnostic[] {
  const found: Diagnostic[] = [];
  const params = { name: node.name };
  if (Object.keys(node.bodies).length === 0) found.push(diagnose('dispatch.empty', nodeRef(node.id), { params }));
  if (node.choice.mode === 'ticked') {
    const field = context.design.form.fields[node.choice.field];
    if (field?.kind !== 'department') found.push(diagnose('dispatch.tickedUnknownField', nodeRef(node.id), { params }));
  }
  return [...found, ...checkDecisions(node, context)];
}
