/**
 * The form as one role meets it, made from the document alone, so that it can be seen before the flow is complete.
 * Invariant: the result is the FieldView that the case page gets from the kernel's view; the same components draw it.
 */
import { fieldsOf, sorted, type Access, type Design, type Field, type Option } from '@tongban/shared/document';
import type { FieldView, Origin, RuntimeFieldView, SectionView, Value } from '@tongban/shared/kernel';
import { accessAt } from '../form/access.ts';

/** Where it is seen: `<node>` or `<node>/<element>`, what the registers are called, and when they answered (ms). */
export interface Seen {
  readonly place: string;
  readonly registerName: (id: string) => string;
  readonly at: number;
  /** What registers and computations would bring, by field id. */
  readonly brought?: Readonly<Record<string, Value>>;
}

/** What the components need of a field, as the compiler would lower it. */
export function runtimeView(field: Field): RuntimeFieldView {
  return {
    id: field.id,
    section: field.section,
    kind: field.kind,
    name: field.name,
    help: field.help ?? null,
    element: field.element ?? null,
    source: field.source,
    width: field.width,
    maxLength: field.maxLength ?? null,
    min: field.min ?? null,
    max: field.max ?? null,
    decimals: field.decimals ?? null,
    unit: field.unit ?? null,
    options: sorted(field.options),
    display: field.display ?? null,
    accept: field.accept ?? null,
    maxBytes: field.maxBytes ?? null,
    maxCount: field.maxCount ?? null,
    text: field.text ?? null,
    required: field.rules.required ?? false,
    requiredWhen: field.rules.requiredWhen ?? null,
    visible: field.rules.visible ?? null,
    valid: field.rules.valid ?? null,
    message: field.rules.message ?? null,
  };
}

/** A field as drawn with a given access; the builder asks for each, hidden ones drawn as read. */
export function fieldViewWith(field: Field, access: Access, seen: Seen): FieldView {
  const shown = access === 'hidden' ? 'read' : access;
  const element = seen.place.split('/')[1];
  const value = shown === 'read' ? seen.brought?.[field.id] : undefined;
  return {
    field: runtimeView(field),
    key: shown === 'own' && element !== undefined ? `${field.id}@${element}` : field.id,
    access: shown,
    required: shown === 'required' || (shown !== 'read' && (field.rules.required ?? false)),
    value,
    origin: value === undefined ? null : originOf(field, seen),
    masked: false,
    remark: null,
    disputed: null,
  };
}

function originOf(field: Field, { registerName, at }: Seen): Origin | null {
  if (field.source.type === 'shared') {
    return { type: 'shared', register: field.source.register, registerName: registerName(field.source.register), at };
  }
  return field.source.type === 'computed' ? { type: 'computed' } : null;
}

/** Sections that hold something for this role, in order, with the fields it may see. */
export function sectionsFor(design: Design, seen: Seen): SectionView[] {
  return sorted(design.form.sections)
    .map((section) => ({
      id: section.id,
      name: section.name,
      help: section.help ?? null,
      fields: fieldsOf(design, section.id).flatMap((field) => {
        const access = accessAt(design, field, seen.place);
        return access === 'hidden' ? [] : [fieldViewWith(field, access, seen)];
      }),
    }))
    .filter((section) => section.fields.length > 0);
}

/** Departments that a field without options of its own can tick: the bodies of the dispatches that read it. */
export function tickableOf(design: Design): Record<string, readonly Option[]> {
  const result: Record<string, readonly Option[]> = {};
  for (const node of Object.values(design.flow.nodes)) {
    if (node.kind !== 'dispatch' || node.choice.mode !== 'ticked') continue;
    result[node.choice.field] = sorted(node.bodies).map(({ id, order, name }) => ({ id, order, name }));
  }
  return result;
}
