/**
 * The field kinds, in the order in which the form builder offers them, and what every part of the product asks of a
 * value. An unknown kind throws: it can only come from a document that was not checked.
 */
import { fieldSchema } from '../document/schema.ts';
import type { Field, FieldKind } from '../document/schema.ts';
import type { Value } from '../kernel/types.ts';
import { choice } from './choice/index.ts';
import { date } from './date/index.ts';
import { department } from './department/index.ts';
import { file } from './file/index.ts';
import { idCard } from './idCard/index.ts';
import type { FieldKindDefinition, Language, ValueProblem, ValueRules } from './kind.ts';
import { longText } from './longText/index.ts';
import { money } from './money/index.ts';
import { note } from './note/index.ts';
import { number } from './number/index.ts';
import { phone } from './phone/index.ts';
import { text } from './text/index.ts';
import { uscc } from './uscc/index.ts';
import { yesNo } from './yesNo/index.ts';

export * from './kind.ts';
export { FILE_BYTES, FILE_COUNT, checkFile } from './file/index.ts';
export { idCardCheckDigit, idCardFacts } from './idCard/index.ts';
export { usccCheckDigit } from './uscc/index.ts';
export { TEXT_LENGTH } from './text/index.ts';
export { LONG_TEXT_LENGTH } from './longText/index.ts';

export const fieldKinds: readonly FieldKindDefinition[] = [
  text,
  longText,
  number,
  money,
  date,
  choice,
  yesNo,
  idCard,
  uscc,
  phone,
  department,
  file,
  note,
];

const byKind = new Map<string, FieldKindDefinition>(fieldKinds.map((kind) => [kind.kind, kind]));

export function fieldKind(kind: FieldKind): FieldKindDefinition {
  const found = byKind.get(kind);
  if (!found) throw new Error(`Expected a field kind of ${[...byKind.keys()].join(', ')}, but found ${kind}`);
  return found;
}

/** Nothing filled in: absent, null, blank text or an empty list. `false` and 0 are answers. */
export function isEmpty(value: Value | undefined): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  return typeof value === 'object' && value.length === 0;
}

/**
 * Does the value fit the field? An empty value fits every kind that holds one: whether it may stay empty is a question
 * of the step, asked elsewhere. Order of the answers is stable.
 */
export function checkValue(rules: ValueRules, value: Value | undefined): readonly ValueProblem[] {
  if (value === undefined || value === null || value === '') return [];
  const kind = fieldKind(rules.kind);
  if (kind.holdsValue && isEmpty(value) && typeof value === 'object') return [];
  return kind.check(rules, value);
}

/** As people read it; without the unit, which stands in the field. Empty gives ''. */
export function formatValue(rules: ValueRules, value: Value | undefined, language: Language = 'zh'): string {
  if (value === undefined || value === null) return '';
  return fieldKind(rules.kind).format(rules, value, language);
}

/** With the middle of personal data hidden; the same as formatValue for kinds that carry none. */
export function maskValue(rules: ValueRules, value: Value | undefined, language: Language = 'zh'): string {
  if (value === undefined || value === null) return '';
  const kind = fieldKind(rules.kind);
  return kind.mask ? kind.mask(value) : kind.format(rules, value, language);
}

/** Does this kind hide part of its value from those who do not handle the case? */
export function isMasked(kind: FieldKind): boolean {
  return fieldKind(kind).mask !== undefined;
}

/** One spelling for one datum; call it before a typed value is kept or looked up. */
export function normaliseValue(rules: ValueRules, value: Value): Value {
  return fieldKind(rules.kind).normalise?.(value) ?? value;
}

/** A new field of a kind, as the form builder puts it down. */
export function newField(place: Pick<Field, 'id' | 'order' | 'section' | 'kind' | 'name'>): Field {
  return fieldSchema.parse({ ...fieldKind(place.kind).defaults, ...place });
}
