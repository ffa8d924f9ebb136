/**
 * What the form builder does to a design. Every function is one intent and so one undo step: pure, a design in, a design
 * out, ids given by the caller. What is unknown changes nothing and returns the very same design.
 */
import {
  fieldsOf,
  orderAt,
  orderAtEnd,
  placeField,
  putSection,
  removeFields,
  removeSection as removeWithFields,
  sorted,
  updateField,
  type Access,
  type Design,
  type Field,
  type FieldKind,
  type FieldSource,
} from '@tongban/shared/document';
import { newField } from '@tongban/shared/fields';
import { moveField, sectionsOf } from './placement.ts';

/** An entry of the data-element dictionary as the catalog hands it out. */
export interface ElementEntry {
  readonly id: string;
  readonly name: string;
  readonly kind: FieldKind;
  readonly register?: string | undefined;
  readonly attribute?: string | undefined;
  readonly config: Partial<Field>;
}

export interface Spot {
  readonly section: string;
  readonly index: number;
}

export interface NewField extends Spot {
  readonly id: string;
  readonly kind: FieldKind;
  readonly name: string;
  /** For a choice: names of the first options, with their ids. */
  readonly options?: readonly { readonly id: string; readonly name: string }[];
}

export function addField(design: Design, spec: NewField): Design {
  if (!design.form.sections[spec.section]) return design;
  const { id, section, kind, name } = spec;
  const blank = newField({ id, order: 'a0', section, kind, name });
  const field = (spec.options ?? []).reduce<Field>((now, option) => addOption(now, option.id, option.name), blank);
  return placeField(design, field, section, spec.index);
}

/** A field made from the dictionary: its element, its kind and, where a register holds it, its source come with it. */
export function addElement(design: Design, entry: ElementEntry, spot: Spot, id: string): Design {
  const added = addField(design, { ...spot, id, kind: entry.kind, name: entry.name });
  const field = added.form.fields[id];
  if (!field) return design;
  const source: FieldSource =
    entry.register && entry.attribute
      ? { type: 'shared', register: entry.register, attribute: entry.attribute }
      : { type: 'manual' };
  const own = { id, order: field.order, section: field.section, kind: entry.kind, name: entry.name };
  return updateField(added, id, { ...entry.config, ...own, element: entry.id, source });
}

/** Sets one rule, or removes it with undefined. */
export function setRule<K extends keyof Field['rules']>(
  design: Design,
  id: string,
  rule: K,
  value: Field['rules'][K] | undefined,
): Design {
  const field = design.form.fields[id];
  if (!field) return design;
  return updateField(design, id, { rules: pruned({ ...field.rules, [rule]: value }) });
}

/** Access of one step; null goes back to what is inherited. */
export function setAccess(design: Design, id: string, node: string, access: Access | null): Design {
  const field = design.form.fields[id];
  if (!field) return design;
  const next = { ...field.access };
  if (access === null) delete next[node];
  else next[node] = access;
  return updateField(design, id, { access: next });
}

/** Deletes a field, and what pointed at it without a meaning of its own. Conditions keep the name and get a problem. */
export function removeField(design: Design, id: string): Design {
  if (!design.form.fields[id]) return design;
  const materials = Object.fromEntries(
    Object.entries(design.materials).map(([key, material]) => {
      if (material.field !== id) return [key, material];
      const { field: _gone, ...rest } = material;
      return [key, rest];
    }),
  );
  const { keyField, nameField, ...subject } = design.parties.subject;
  return {
    ...removeFields(design, [id]),
    materials,
    parties: {
      ...design.parties,
      subject: {
        ...subject,
        ...(keyField && keyField !== id ? { keyField } : {}),
        ...(nameField && nameField !== id ? { nameField } : {}),
      },
    },
  };
}

export function copyField(design: Design, id: string, newId: string, name: string): Design {
  const field = design.form.fields[id];
  if (!field) return design;
  const index = fieldsOf(design, field.section).findIndex((other) => other.id === id) + 1;
  return placeField(design, { ...field, id: newId, name }, field.section, index);
}

// ---------------------------------------------------------------- options of a choice

export function addOption(field: Field, id: string, name: string): Field {
  return { ...field, options: { ...field.options, [id]: { id, order: orderAtEnd(field.options), name } } };
}

export function renameOption(field: Field, id: string, name: string): Field {
  const option = field.options[id];
  return option ? { ...field, options: { ...field.options, [id]: { ...option, name } } } : field;
}

export function removeOption(field: Field, id: string): Field {
  const options = { ...field.options };
  delete options[id];
  return { ...field, options };
}

export function stepOption(field: Field, id: string, direction: -1 | 1): Field {
  const list = sorted(field.options);
  const index = list.findIndex((option) => option.id === id);
  const option = list[index];
  const target = index + direction;
  if (!option || target < 0 || target >= list.length) return field;
  return { ...field, options: { ...field.options, [id]: { ...option, order: orderAt(field.options, target, id) } } };
}

// ---------------------------------------------------------------- sections

export const addSection = (design: Design, id: string, name: string, index: number): Design =>
  putSection(design, { id, name }, index);

export function patchSection(design: Design, id: string, patch: { name?: string; help?: string | undefined }): Design {
  const section = design.form.sections[id];
  return section ? putSection(design, pruned({ ...section, ...patch })) : design;
}

/** Deletes a section. Its fields go to the section before it (or after, for the first); the last one takes them along. */
export function removeSection(design: Design, id: string): Design {
  const list = sectionsOf(design);
  const index = list.findIndex((section) => section.id === id);
  if (index < 0) return design;
  const heir = list[index - 1] ?? list[index + 1];
  let next = design;
  for (const field of fieldsOf(design, id)) {
    next = heir ? moveField(next, field.id, heir.id, fieldsOf(next, heir.id).length) : removeField(next, field.id);
  }
  return removeWithFields(next, id);
}

/** Without keys whose value is undefined, so that an emptied answer leaves no trace in the document. */
function pruned<T extends object>(value: T): T {
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries) as T;
}
