import type { Diagnostic } from '../../compiler/types.ts';
import { diagnose, fieldRef, nodeRef } from '../../compiler/diagnostics.ts';
import type { NodeOf } from '../../document/index.ts';
import { checkJob } from '../job-check.ts';
import type { CheckContext } from '../lowering.ts';
import { placesOf } from '../places.ts';

export function checkDocument(node: NodeOf<'document'>, context: CheckContext): Diagnostic[] {
  const { design } = context;
  const at = nodeRef(node.id);
  const params = { name: node.name };
  const found = checkJob(node, context);
  if (node.template.trim() === '') found.push(diagnose('document.noTemplate', at, { params }));
  const unknown = placesOf(`${node.title} ${node.template}`).find((id) => !design.form.fields[id]);
  if (unknown !== undefined) found.push(diagnose('text.unknownPlace', at, { params: { ...params, place: unknown } }));
  const target = design.form.fields[node.target];
  if (target?.kind !== 'file') {
    const related = target ? [fieldRef(target.id)] : [];
    found.push(diagnose('document.noTarget', at, { params, related }));
  }
  if (node.seal !== undefined) {
    const lane = design.flow.lanes[node.seal];
    if (lane?.party.kind !== 'department') found.push(diagnose('document.noSealHolder', at, { params }));
  }
  return found;
}
