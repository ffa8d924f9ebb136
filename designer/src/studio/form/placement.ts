/**
 * Moving fields and sections one place at a time, as the keyboard does, and the order in which they stand on the page.
 * Pure: a design comes in, a design goes out; a move that leads nowhere returns the very same design.
 */
import {
  fieldsOf,
  orderAt,
  placeField,
  putSection,
  sorted,
  type Design,
  type Field,
  type Section,
} from '@tongban/shared/document';

export const sectionsOf = (design: Design): Section[] => sorted(design.form.sections);

/** All fields as they stand on the page: by section, then by order. Fields of a missing section come last. */
export function fieldsInOrder(design: Design): Field[] {
  const place = new Map(sectionsOf(design).map((section, index) => [section.id, index]));
  const last = place.size;
  return sorted(design.form.fields).sort((a, b) => (place.get(a.section) ?? last) - (place.get(b.section) ?? last));
}

/** Moves a field to `index` among the other fields of a section. */
export function moveField(design: Design, id: string, section: string, index: number): Design {
  const field = design.form.fields[id];
  if (!field || !design.form.sections[section]) return design;
  const now = fieldsOf(design, section).findIndex((other) => other.id === id);
  return field.section === section && now === index ? design : placeField(design, field, section, index);
}

/** One place up or down; past the first or last field of a section into the neighbouring one. */
export function stepField(design: Design, id: string, direction: -1 | 1): Design {
  const field = design.form.fields[id];
  if (!field) return design;
  const siblings = fieldsOf(design, field.section);
  const next = siblings.findIndex((other) => other.id === id) + direction;
  if (next >= 0 && next < siblings.length) return moveField(design, id, field.section, next);
  return toNeighbour(design, id, direction);
}

/** Into the section before (at its end) or after (at its beginning). */
export function toNeighbour(design: Design, id: string, direction: -1 | 1): Design {
  const field = design.form.fields[id];
  const sections = sectionsOf(design);
  const neighbour = sections[sections.findIndex((section) => section.id === field?.section) + direction];
  if (!field || !neighbour) return design;
  return moveField(design, id, neighbour.id, direction === 1 ? 0 : fieldsOf(design, neighbour.id).length);
}

export function stepSection(design: Design, id: string, direction: -1 | 1): Design {
  const list = sectionsOf(design);
  const now = list.findIndex((section) => section.id === id);
  const section = list[now];
  const target = now + direction;
  if (!section || target < 0 || target >= list.length) return design;
  return putSection(design, { ...section, order: orderAt(design.form.sections, target, id) });
}
