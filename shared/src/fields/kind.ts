/**
 * What a field kind is. A kind has no state and no clock: its functions are pure, so that the form, the server and the
 * kernel agree on every value. Problems are codes with parameters; sentences for them stand in words/problems.ts.
 */
import type { Field, FieldKind } from '../document/index.ts';
import type { FileRef, Value } from '../kernel/types.ts';

export type Language = 'zh' | 'en';

/** An option as far as a value needs it. */
export interface ValueOption {
  readonly id: string;
  readonly name: string;
  readonly order?: string;
}

/**
 * The part of a field that decides whether a value fits. Both the document's Field (options by id) and the runtime's
 * RuntimeField (options as a list) are one. Lengths count characters, sizes count bytes, money is in yuan.
 */
export interface ValueRules {
  readonly kind: FieldKind;
  readonly maxLength?: number | null | undefined;
  readonly min?: number | null | undefined;
  readonly max?: number | null | undefined;
  readonly decimals?: number | null | undefined;
  readonly options?: readonly ValueOption[] | Readonly<Record<string, ValueOption>> | undefined;
  readonly display?: 'radio' | 'select' | 'multiple' | null | undefined;
  readonly accept?: readonly string[] | null | undefined;
  readonly maxBytes?: number | null | undefined;
  readonly maxCount?: number | null | undefined;
}

/** Why a value does not fit. */
export const VALUE_PROBLEMS = [
  'wrongKind',
  'noValue',
  'tooLong',
  'lineBreak',
  'tooSmall',
  'tooLarge',
  'tooManyDecimals',
  'badDate',
  'unknownOption',
  'repeatedOption',
  'idCardForm',
  'idCardDate',
  'idCardCheckDigit',
  'usccForm',
  'usccCheckDigit',
  'phoneForm',
  'tooManyFiles',
  'fileType',
  'fileTooLarge',
] as const;
export type ValueProblemCode = (typeof VALUE_PROBLEMS)[number];

export interface ValueProblem {
  readonly code: ValueProblemCode;
  readonly params?: Readonly<Record<string, string | number>>;
}

export interface FieldKindDefinition {
  readonly kind: FieldKind;
  /** False for what is only shown (note): such a field never holds a value and is never counted. */
  readonly holdsValue: boolean;
  /** What a new field of this kind starts with, beyond id, order, section, kind and name. */
  readonly defaults: Partial<Field>;
  /** `value` is never empty here: see isEmpty. */
  readonly check: (rules: ValueRules, value: Value) => readonly ValueProblem[];
  /** As people read it, without the unit. A value of the wrong kind is shown as it is, never thrown on. */
  readonly format: (rules: ValueRules, value: Value, language: Language) => string;
  /** Hides the middle of personal data; absent for kinds that carry none. */
  readonly mask?: (value: Value) => string;
  /** One spelling for one datum: trimmed, upper case. Idempotent. */
  readonly normalise?: (value: Value) => Value;
}

/** Options in display order, whichever shape they came in. */
export function optionList(rules: ValueRules): readonly ValueOption[] {
  const { options } = rules;
  if (options === undefined) return [];
  if (isList(options)) return options;
  return Object.values(options).sort((a, b) => compare(a.order ?? '', b.order ?? '') || compare(a.id, b.id));
}

export function isList<T>(value: readonly T[] | object): value is readonly T[] {
  return Array.isArray(value);
}

export function isFileRef(value: unknown): value is FileRef {
  return typeof value === 'object' && value !== null && 'id' in value && 'name' in value && 'bytes' in value;
}

/** The plain text of any value, for kinds that have no other way to show it. */
export function plain(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'object') return value.map((v) => (typeof v === 'string' ? v : v.name)).join('、');
  return String(value);
}

export const wrongKind = (kind: FieldKind): readonly ValueProblem[] => [{ code: 'wrongKind', params: { kind } }];

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
