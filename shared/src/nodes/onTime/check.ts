import type { Diagnostic } from '../../compiler/types.ts';
import { diagnose, nodeRef, repair } from '../../compiler/diagnostics.ts';
import { isWork } from '../../compiler/graph.ts';
import { inDays } from '../../compiler/time.ts';
import type { NodeOf } from '../../document/index.ts';
import { checkAttachment, hostOf } from '../attachment-check.ts';
import type { CheckContext } from '../lowering.ts';

export function checkOnTime(node: NodeOf<'onTime'>, context: CheckContext): Diagnostic[] {
  const host = hostOf(node, context);
  const found = checkAttachment(node, context, 'onTime.noHost');
  if (!host) return found;
  if (node.remind && !isWork(host)) {
    const said = { params: { name: node.name, host: host.name }, repair: repair('remindNot') };
    found.push(diagnose('onTime.remindsNobody', nodeRef(node.id), said));
  }
  return [...found, ...checkTime(node, host, context)];
}

function checkTime(
  { id, name, after, timing }: NodeOf<'onTime'>,
  host: NonNullable<ReturnType<typeof hostOf>>,
  { design }: CheckContext,
): Diagnostic[] {
  const at = nodeRef(id);
  const params = { name };
  const deadline = isWork(host) ? host.deadline : undefined;
  const related = [nodeRef(host.id)];
  if (timing?.from === 'due' && !deadline) {
    return [diagnose('onTime.noDueTime', at, { params: { ...params, host: host.name }, related })];
  }
  if (timing?.from === 'field' && design.form.fields[timing.field]?.kind !== 'date') {
    return [diagnose('event.noDate', at, { params })];
  }
  if (timing) return [];
  if (!after) {
    const fix = repair('setAfter', { amount: 1, unit: 'workday' });
    return [diagnose('onTime.noTime', at, { params, repair: fix })];
  }
  if (!deadline || inDays(after) <= inDays(deadline)) return [];
  return [
    diagnose('onTime.tooLate', at, {
      params: { ...params, host: host.name, days: inDays(after), limit: inDays(deadline) },
      related,
      repair: repair('setAfter', { amount: deadline.amount, unit: deadline.unit }),
    }),
  ];
}
