/** Reading a form: what a field holds now, and whether it can be written, must be filled, and is. */
import { isEmpty } from '@tongban/shared/fields';
import type { FieldView, SectionView, Value } from '@tongban/shared/kernel';
import type { FormMode } from './tools.ts';

export type Values = Readonly<Record<string, Value>>;

/** What was typed here, else what the server knows. */
export function valueOf(field: FieldView, values: Values): Value | undefined {
  return Object.hasOwn(values, field.key) ? values[field.key] : field.value;
}

export function holdsValue(field: FieldView): boolean {
  return field.field.kind !== 'note';
}

export function isWritable(field: FieldView, mode: FormMode): boolean {
  return mode === 'edit' && field.access !== 'read' && holdsValue(field);
}

export function isFilled(field: FieldView, values: Values): boolean {
  return !isEmpty(valueOf(field, values));
}

/** Must still be filled in before the form can be sent. */
export function isMissing(field: FieldView, values: Values): boolean {
  return isWritable(field, 'edit') && field.required && !isFilled(field, values);
}

/** Comes from a register, or will as soon as the subject is known. */
export function isShared(field: FieldView): boolean {
  return field.origin?.type === 'shared' || (field.origin === null && field.field.source.type === 'shared');
}

/** 手填待核: the register did not answer, so this one is typed here and verified by the office. */
export function isUnverified(field: FieldView): boolean {
  return (
    field.origin?.type === 'manualUnverified' ||
    (field.field.source.type === 'shared' && field.origin === null && field.access !== 'read')
  );
}

/** Counted as "35 项 · 共享 33 · 手填 2": by how each value came or is to come. */
export function countFields(sections: readonly SectionView[]) {
  const counts = { fields: 0, shared: 0, computed: 0, manual: 0 };
  for (const section of sections) {
    for (const field of section.fields) {
      if (!holdsValue(field)) continue;
      counts.fields += 1;
      const source = field.field.source.type;
      if (source === 'computed') counts.computed += 1;
      else if (source === 'shared' && !isUnverified(field)) counts.shared += 1;
      else counts.manual += 1;
    }
  }
  return counts;
}

export interface Arranged {
  readonly id: string;
  readonly name: string;
  readonly help: string | null;
  readonly fields: readonly FieldView[];
  /** Everything in it came from registers: shown folded, to be looked over. */
  readonly folded: boolean;
}

/** At most so many hand-typed fields are drawn together at the top; with more, sections keep their own. */
const PULL_UP = 12;

/**
 * What is typed by hand first. A few fields among many shared ones are pulled together into one section at the top;
 * otherwise sections with something to type come before those without.
 */
export interface Arrangement {
  readonly mode: FormMode;
  /** Name of the section that hand-typed fields are pulled into. */
  readonly byHand: string;
  /** Fold what only needs a look: for those who apply, not for those who decide. */
  readonly fold: boolean;
}
export function arrange(sections: readonly SectionView[], { mode, byHand, fold }: Arrangement): readonly Arranged[] {
  const plain = sections
    .filter((section) => section.fields.length > 0)
    .map((section): Arranged => ({ ...section, folded: false }));
  if (mode === 'read') return plain;
  const writable = (field: FieldView) => isWritable(field, mode);
  const hand = plain.flatMap((section) => section.fields.filter(writable));
  const rest = plain.flatMap((section) => section.fields.filter((field) => holdsValue(field) && !writable(field)));
  const foldable = (section: Arranged): Arranged => ({
    ...section,
    folded: fold && !section.fields.some(writable) && section.fields.some(isShared),
  });
  if (hand.length > 0 && hand.length <= PULL_UP && rest.length >= hand.length * 2) {
    const others = plain
      .map((section) => ({ ...section, fields: section.fields.filter((field) => !writable(field)) }))
      .filter((section) => section.fields.length > 0);
    return [{ id: 'by-hand', name: byHand, help: null, fields: hand, folded: false }, ...others.map(foldable)];
  }
  const withHand = plain.filter((section) => section.fields.some(writable));
  const without = plain.filter((section) => !section.fields.some(writable));
  return [...withHand, ...without.map(foldable)];
}
