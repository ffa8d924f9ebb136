/**
 * Which fields show, which must be filled, and what computed fields come to while typing, by the rules that the
 * viewer's own fields decide. Rules over hidden fields ran on the server, which decides in the end.
 */
import type { FieldView, SectionView } from '@tongban/shared/kernel';
import { computedValue, evaluateCondition, readsOfFeel, type ExpressionContext } from '@tongban/shared/expressions';
import { valueOf, type Values } from './values.ts';

export function visibleSections(sections: readonly SectionView[], values: Values): readonly SectionView[] {
  if (!sections.some((section) => section.fields.some(hasRule))) return sections;
  const byId = new Map<string, FieldView>();
  for (const section of sections) for (const field of section.fields) byId.set(field.field.id, field);
  const context: ExpressionContext = {
    field: (id) => {
      const field = byId.get(id);
      return field === undefined ? undefined : valueOf(field, values);
    },
    decision: () => undefined,
  };
  return sections.map((section) => {
    if (!section.fields.some(hasRule)) return section;
    const fields = section.fields
      .filter((field) => field.field.visible === null || evaluateCondition(field.field.visible, context))
      .map((field) => withRequired(withComputed(field, byId, context, values), context));
    const same =
      fields.length === section.fields.length && fields.every((field, index) => field === section.fields[index]);
    return same ? section : { ...section, fields };
  });
}

const hasRule = ({ field }: FieldView): boolean =>
  field.visible !== null || field.requiredWhen !== null || field.source.type === 'computed';

function withRequired(field: FieldView, context: ExpressionContext): FieldView {
  const { requiredWhen } = field.field;
  if (requiredWhen === null || field.field.required || field.access === 'required') return field;
  const required = evaluateCondition(requiredWhen, context);
  return required === field.required ? field : { ...field, required };
}

/** Recomputed only while something it reads is being typed, and all of that can be seen here. */
function withComputed(
  field: FieldView,
  byId: ReadonlyMap<string, FieldView>,
  context: ExpressionContext,
  values: Values,
): FieldView {
  const { source } = field.field;
  if (source.type !== 'computed') return field;
  const reads = [...readsOfFeel(source.feel).fields].map((id) => byId.get(id));
  if (reads.some((read) => read === undefined || read.masked)) return field;
  if (!reads.some((read) => read !== undefined && Object.hasOwn(values, read.key))) return field;
  const value = computedValue(source.feel, context);
  return value === field.value ? field : { ...field, value };
}
