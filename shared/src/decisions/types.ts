/** What a table needs to know of the form around it, and the values that its columns hold. */
import type { FieldKind } from '../document/schema.ts';
import {
  FeelDate,
  FeelDateTime,
  FeelDuration,
  FeelTime,
  parseDate,
  parseDateTime,
  parseDuration,
  parseTime,
  type FeelType,
  type FeelTypes,
} from '../expressions/index.ts';
import { optionList, type ValueOption, type ValueRules } from '../fields/kind.ts';
import { MONEY_DECIMALS } from '../fields/money/index.ts';
import type { Value } from '../kernel/types.ts';
import type { TableValueKind } from './schema.ts';

/** A field as a column sees it. */
export interface TableField {
  readonly kind: TableValueKind;
  /** The value is a list of these. */
  readonly several: boolean;
  /** A value is the id of one of them; null: any value of the kind. */
  readonly options: readonly ValueOption[] | null;
  readonly min: number | null;
  readonly max: number | null;
  /** Digits behind the point; null: any number of them. */
  readonly decimals: number | null;
}

export interface TableTypes {
  /** undefined: the form has no such field. null: a column cannot ask about it. */
  field(id: string): TableField | null | undefined;
  /** Names that expressions may use, e.g. form and steps. Absent: any. */
  readonly names?: FeelTypes;
}

const KIND_OF: Readonly<Record<FieldKind, TableValueKind | null>> = {
  text: 'text',
  longText: 'text',
  number: 'number',
  money: 'number',
  date: 'date',
  choice: 'text',
  yesNo: 'yesNo',
  idCard: 'text',
  uscc: 'text',
  phone: 'text',
  department: 'text',
  file: null,
  note: null,
};

/** null: a column cannot ask about such a field. */
export function tableField(rules: ValueRules): TableField | null {
  const kind = KIND_OF[rules.kind];
  if (kind === null) return null;
  const options = optionList(rules);
  return {
    kind,
    several: rules.kind === 'department' || (rules.kind === 'choice' && rules.display === 'multiple'),
    options: options.length > 0 ? options : null,
    min: rules.min ?? null,
    max: rules.max ?? null,
    decimals: rules.decimals ?? (rules.kind === 'money' ? MONEY_DECIMALS : null),
  };
}

/** `fields` by id. */
export function tableTypes(fields: Readonly<Record<string, ValueRules>>, names?: FeelTypes): TableTypes {
  const field = (id: string): TableField | null | undefined =>
    Object.hasOwn(fields, id) ? tableField(fields[id] as ValueRules) : undefined;
  return names ? { field, names } : { field };
}

const FEEL_TYPES: Readonly<Record<TableValueKind, FeelType>> = {
  any: 'any',
  text: 'string',
  number: 'number',
  yesNo: 'boolean',
  date: 'date',
  time: 'time',
  dateTime: 'date and time',
  daysDuration: 'days and time duration',
  monthsDuration: 'years and months duration',
};

export const feelTypeOf = (kind: TableValueKind, several = false): FeelType =>
  several ? { kind: 'list', of: FEEL_TYPES[kind] } : FEEL_TYPES[kind];

/**
 * The value as its column's kind has it. Cases store dates and the like as ISO texts: they become FEEL's. undefined:
 * not of this kind. null is of every kind.
 */
export function asKind(value: unknown, kind: TableValueKind): unknown {
  if (value === null || kind === 'any') return value;
  if (typeof value === 'string' && kind !== 'text') return READ[kind]?.(value) ?? undefined;
  return HOLDS[kind](value) ? value : undefined;
}

const READ: Readonly<Partial<Record<TableValueKind, (text: string) => unknown>>> = {
  date: parseDate,
  time: parseTime,
  dateTime: parseDateTime,
  daysDuration: (text) => durationOf(text, false),
  monthsDuration: (text) => durationOf(text, true),
};

function durationOf(text: string, months: boolean): FeelDuration | null {
  const value = parseDuration(text);
  return value && value.yearsMonths === months ? value : null;
}

const HOLDS: Readonly<Record<Exclude<TableValueKind, 'any'>, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  yesNo: (value) => typeof value === 'boolean',
  date: (value) => value instanceof FeelDate,
  time: (value) => value instanceof FeelTime,
  dateTime: (value) => value instanceof FeelDateTime,
  daysDuration: (value) => value instanceof FeelDuration && !value.yearsMonths,
  monthsDuration: (value) => value instanceof FeelDuration && value.yearsMonths,
};

/** The value in the form that a case stores; null where it has none (contexts, functions). */
export function storedValue(value: unknown): Value {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (Array.isArray(value)) {
    const parts = value.map(storedValue);
    return parts.every((part): part is string => typeof part === 'string') ? parts : null;
  }
  return isTemporal(value) ? value.toString() : null;
}

const isTemporal = (value: unknown): value is FeelDate | FeelTime | FeelDateTime | FeelDuration =>
  value instanceof FeelDate ||
  value instanceof FeelTime ||
  value instanceof FeelDateTime ||
  value instanceof FeelDuration;
