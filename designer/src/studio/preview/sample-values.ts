/**
 * Values for trying a form: plausible, of the right kind, within the field's own limits. Invariant: every value passes
 * checkValue for its field. Identity numbers stand on region code 99, which is assigned to nobody. Pure: the day comes
 * in as YYYY-MM-DD, texts as words.
 */
import type { Condition } from '@tongban/shared/document';
import { idCardCheckDigit, optionList, usccCheckDigit, type ValueRules } from '@tongban/shared/fields';
import type { FileRef, Value } from '@tongban/shared/kernel';

export interface SampleWords {
  /** A line of text for a field of this name. */
  readonly text: (name: string) => string;
  readonly longText: (name: string) => string;
  readonly file: (name: string) => string;
}

export interface SampleField extends ValueRules {
  readonly id: string;
  readonly name: string;
  readonly valid?: Condition | null | undefined;
}

export interface SampleSetting {
  readonly today: string;
  readonly words: SampleWords;
  /** What can be ticked in a department field without options of its own. */
  readonly tickable?: readonly string[];
}

const ID_CARD_BODY = '99010119660715002';
const USCC_BODY = '91990101990000001';

/** One sample value; undefined for a note, which holds none, and for a choice without options. */
export function sampleValue(field: SampleField, setting: SampleSetting): Value | undefined {
  const value = plainSample(field, setting);
  return value === undefined ? undefined : adapted(field, value);
}

function plainSample(field: SampleField, { today, words, tickable }: SampleSetting): Value | undefined {
  switch (field.kind) {
    case 'text':
      return [...words.text(field.name)].slice(0, field.maxLength ?? 200).join('');
    case 'longText':
      return [...words.longText(field.name)].slice(0, field.maxLength ?? 4000).join('');
    case 'number':
    case 'money':
      return amount(field, field.kind === 'money' ? 50_000 : 10);
    case 'date':
      return today;
    case 'choice': {
      const first = optionList(field)[0]?.id;
      if (first === undefined) return undefined;
      return field.display === 'multiple' ? [first] : first;
    }
    case 'yesNo':
      return true;
    case 'idCard':
      return ID_CARD_BODY + idCardCheckDigit(ID_CARD_BODY);
    case 'uscc':
      return USCC_BODY + usccCheckDigit(USCC_BODY);
    case 'phone':
      return '13800000000';
    case 'department': {
      const own = optionList(field).map((option) => option.id);
      const ids = own.length > 0 ? own : [...(tickable ?? [])];
      return ids.length > 0 ? ids : undefined;
    }
    case 'file':
      return [sampleFile(field, words)];
    case 'note':
      return undefined;
  }
}

function sampleFile(field: SampleField, words: SampleWords): FileRef {
  const extension = field.accept?.[0] ?? 'pdf';
  return { id: `sample-${field.id}`, name: `${words.file(field.name)}.${extension}`, bytes: 1024 };
}

/** A round figure inside the limits, with no more decimals than allowed. */
function amount(field: SampleField, usual: number): number {
  const low = field.min ?? -Infinity;
  const high = field.max ?? Infinity;
  const value = Math.min(Math.max(usual, low), high);
  const scale = 10 ** (field.decimals ?? 2);
  const rounded = Math.round(value * scale) / scale;
  if (rounded < low) return Math.ceil(low * scale) / scale;
  if (rounded > high) return Math.floor(high * scale) / scale;
  return rounded;
}

/** Follows what the field's own rule demands of its value, where a constant says it. */
function adapted(field: SampleField, value: Value): Value {
  return field.valid ? obey(field.valid, field, value) : value;
}

function obey(condition: Condition, field: SampleField, value: Value): Value {
  if (condition.type === 'all') return condition.of.reduce((now, part) => obey(part, field, now), value);
  if (condition.type === 'any') return condition.of[0] ? obey(condition.of[0], field, value) : value;
  if (condition.type !== 'compare' || condition.left.type !== 'field' || condition.left.id !== field.id) return value;
  const { op, right } = condition;
  if (right === undefined) return value;
  if (Array.isArray(right)) return op === 'in' && right[0] !== undefined ? right[0] : value;
  if (typeof right === 'object') return value;
  switch (op) {
    case 'eq':
      return right;
    case 'ge':
      return typeof value === typeof right && value !== null && value >= right ? value : right;
    case 'le':
      return typeof value === typeof right && value !== null && value <= right ? value : right;
    case 'gt':
      return typeof value === typeof right && value !== null && value > right ? value : beside(right, 1);
    case 'lt':
      return typeof value === typeof right && value !== null && value < right ? value : beside(right, -1);
    case 'ne':
      return value === right ? beside(right, 1) : value;
    default:
      return value;
  }
}

/** The next number or day above or below. */
function beside(value: string | number | boolean, by: 1 | -1): Value {
  if (typeof value === 'number') return value + by;
  if (typeof value === 'boolean') return !value;
  const day = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(day) ? value : new Date(day + by * 86_400_000).toISOString().slice(0, 10);
}

/** Sample values for all the fields that still have none; what is filled in stays. */
export function fillSamples(
  fields: readonly SampleField[],
  filled: Readonly<Record<string, Value | undefined>>,
  setting: SampleSetting,
): Record<string, Value> {
  const result: Record<string, Value> = {};
  for (const field of fields) {
    const now = filled[field.id];
    const empty = now === undefined || now === null || now === '' || (Array.isArray(now) && now.length === 0);
    const value = empty ? sampleValue(field, setting) : now;
    if (value !== undefined) result[field.id] = value;
  }
  return result;
}
