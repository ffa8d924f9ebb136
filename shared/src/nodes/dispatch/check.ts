import type { Diagnostic } from '../../compiler/types.ts';
import { diagnose, nodeRef, repair } from '../../compiler/diagnostics.ts';
import type { NodeOf } from '../../document/index.ts';
import type { CheckContext } from '../lowering.ts';
import { checkOverdue } from '../overdue-check.ts';
import { checkDecisions, lacksRefusal } from '../work-check.ts';

export function checkDispatch(node: NodeOf<'dispatch'>, context: CheckContext): Diagnostic[] {
  const found: Diagnostic[] = [];
  const params = { name: node.name };
  if (Object.keys(node.bodies).length === 0) found.push(diagnose('dispatch.empty', nodeRef(node.id), { params }));
  if (node.choice.mode === 'ticked') {
    const field = context.design.form.fields[node.choice.field];
    if (field?.kind !== 'department') found.push(diagnose('dispatch.tickedUnknownField', nodeRef(node.id), { params }));
  }
  return [...found, ...checkJoin(node), ...checkDecisions(node, context), ...checkOverdue(node)];
}

/** The number that must agree can be reached; where a refusal ends it, there is one. */
function checkJoin(node: NodeOf<'dispatch'>): Diagnostic[] {
  const at = nodeRef(node.id);
  const bodies = Object.keys(node.bodies).length;
  const params = { name: node.name };
  const { join, count } = node;
  const reachable = count !== undefined && Number.isInteger(count) && count >= 1 && count <= bodies;
  if (join === 'atLeast' && bodies > 0 && !reachable) {
    const said = { params: { ...params, count: count ?? 0, bodies }, repair: repair('setCount', { count: bodies }) };
    return [diagnose('dispatch.count', at, said)];
  }
  if (join !== 'firstRejection' || !lacksRefusal(node)) return [];
  return [diagnose('dispatch.noRefusal', at, { params, repair: repair('addRefusal') })];
}
