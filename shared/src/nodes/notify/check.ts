import type { Diagnostic } from '../../compiler/types.ts';
import { diagnose, nodeRef, repair } from '../../compiler/diagnostics.ts';
import type { NodeOf } from '../../document/index.ts';
import type { CheckContext } from '../lowering.ts';
import { placesOf } from '../places.ts';
import { checkOneWay } from '../ways.ts';

export function checkNotify(node: NodeOf<'notify'>, { design, graph }: CheckContext): Diagnostic[] {
  const at = nodeRef(node.id);
  const params = { name: node.name };
  const found = checkOneWay(node, graph);
  if (node.to.type === 'lane') {
    const lane = design.flow.lanes[node.to.lane];
    if (!lane || lane.party.kind === 'several') {
      found.push(diagnose('notify.nobody', at, { params, repair: repair('notifyApplicant') }));
    }
  }
  if (node.channels.length === 0)
    found.push(diagnose('notify.noChannel', at, { params, repair: repair('notifyInApp') }));
  if (node.text.trim() === '') found.push(diagnose('notify.noText', at, { params }));
  const unknown = placesOf(node.text).find((id) => !design.form.fields[id]);
  if (unknown !== undefined) found.push(diagnose('text.unknownPlace', at, { params: { ...params, place: unknown } }));
  return found;
}
