import type { Diagnostic } from '../../compiler/types.ts';
import { diagnose, edgeRef, nodeRef, repair } from '../../compiler/diagnostics.ts';
import { isEventGroup } from '../../compiler/graph.ts';
import type { NodeOf } from '../../document/index.ts';
import type { CheckContext } from '../lowering.ts';
import { checkTrigger } from '../trigger-check.ts';
import { checkOneWay } from '../ways.ts';

export function checkGroup(node: NodeOf<'group'>, context: CheckContext): Diagnostic[] {
  const { graph } = context;
  const at = nodeRef(node.id);
  const params = { name: node.name };
  const found: Diagnostic[] = [];
  if (graph.members(node.id).length === 0) {
    found.push(diagnose('group.empty', at, { params, repair: repair('removeNode') }));
  } else if (graph.beginnings(node.id).length === 0) {
    found.push(diagnose('group.noBeginning', at, { params }));
  }
  if (!isEventGroup(node)) return [...found, ...checkOneWay(node, graph)];
  const onWay = [...graph.into(node.id), ...graph.out(node.id)];
  if (onWay.length > 0) {
    const related = onWay.map((edge) => edgeRef(edge.id));
    found.push(diagnose('group.eventOnWay', at, { params, related, repair: repair('removeEdgesAt') }));
  }
  if (node.event.on?.type === 'error' && !node.event.interrupting) {
    found.push(diagnose('group.errorGoesOn', at, { params, repair: repair('interrupt') }));
  }
  return [...found, ...checkTrigger(node, node.event.on, context)];
}
