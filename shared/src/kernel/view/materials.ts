/** Materials as a viewer may see them: what is there, what is promised, what was checked. */
import { accessAt } from '../index-of.ts';
import { instanceOf, isPromised, materialDue, materialStatus } from '../materials.ts';
import { refusalOf } from '../powers.ts';
import type { Activity } from '../types.ts';
import type { CaseView, FieldView } from '../view-types.ts';
import { correctionSections, readableCorrections, type FieldScope } from './fields.ts';

export function materialViews(scope: FieldScope): CaseView['materials'] {
  const { index, state, relation, asking } = scope;
  const remarks = readableCorrections(state, relation).map((one) => one.remarks.materials);
  const party = relation.applicant || relation.own.length > 0 || relation.lead;
  return index.executable.materials.map((material) => {
    const { id, name, exempt, exemptReason } = material;
    const { promise } = instanceOf(state, id);
    const maySupplement = relation.applicant && state.status === 'running' && isPromised(state, id);
    return {
      id,
      name,
      exempt,
      exemptReason,
      remark: remarks.map((one) => one[id]).find((text) => text !== undefined) ?? null,
      status: materialStatus(state, material),
      promise: promise && {
        until: promise.until,
        text: party ? promise.text : null,
        kept: promise.keptAt !== null,
        lapsed: promise.lapsedAt !== null,
        cureUntil: materialDue(state, { kind: 'cure', material: id }, asking.calendar),
      },
      field: maySupplement ? fieldToFill(scope, material.field) : null,
    };
  });
}

/** The field that hands it in, open to the applicant. */
function fieldToFill(scope: FieldScope, field: string | null): FieldView | null {
  if (field === null) return null;
  const open = correctionSections(scope, new Set([field])).flatMap((section) => section.fields);
  const found = open.find((one) => one.field.id === field);
  return found ? { ...found, required: true } : null;
}

/** What the step sees, has, and has not checked yet. */
export function verifiable({ index, state, asking }: FieldScope, activity: Activity): string[] {
  if (refusalOf(asking, 'verifyMaterial', activity)) return [];
  return index.executable.materials.flatMap((material) => {
    const field = material.field === null ? undefined : index.fields.get(material.field);
    const sees = field && accessAt(field, activity.node, activity.element) !== 'hidden';
    const status = materialStatus(state, material);
    return sees && (status === 'uploaded' || status === 'fetched') ? [material.id] : [];
  });
}
