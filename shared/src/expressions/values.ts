/**
 * FEEL's values. JSON's own are themselves; dates, times, durations, ranges and functions are feelin's classes, which
 * are immutable and print as ISO texts. Whatever else a context might hold (class instances, host functions) is no
 * value, and no expression sees inside of it.
 */
import { FeelDate, FeelDateTime, FeelDuration, FeelFunction, FeelRange, FeelTime } from 'feelin';

export { FeelDate, FeelDateTime, FeelDuration, FeelFunction, FeelRange, FeelTime };
export { parseDate, parseDateTime, parseTime, duration as parseDuration } from 'feelin';

export type Kind =
  | 'null'
  | 'boolean'
  | 'number'
  | 'string'
  | 'list'
  | 'context'
  | 'date'
  | 'time'
  | 'date time'
  | 'duration'
  | 'range'
  | 'function'
  | 'test'
  | 'foreign';

export type FeelContext = Readonly<Record<string, unknown>>;

/** `= 5` or `!= 5` standing alone: holds or not against a value. */
export class Test {
  readonly holds: (value: unknown) => boolean | null;
  constructor(holds: (value: unknown) => boolean | null) {
    this.holds = holds;
  }
}

export function kindOf(value: unknown): Kind {
  switch (typeof value) {
    case 'number':
    case 'string':
    case 'boolean':
      return typeof value as Kind;
    case 'object':
      return value === null ? 'null' : kindOfObject(value);
    case 'undefined':
      return 'null';
    default:
      return 'foreign';
  }
}

function kindOfObject(value: object): Kind {
  if (Array.isArray(value)) return 'list';
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) return 'context';
  if (value instanceof FeelDate) return 'date';
  if (value instanceof FeelTime) return 'time';
  if (value instanceof FeelDateTime) return 'date time';
  if (value instanceof FeelDuration) return 'duration';
  if (value instanceof FeelRange) return 'range';
  if (value instanceof FeelFunction) return 'function';
  return value instanceof Test ? 'test' : 'foreign';
}

export const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
export const isContext = (value: unknown): value is FeelContext => kindOf(value) === 'context';
export const isNil = (value: unknown): value is null | undefined => value === null || value === undefined;

/** What is no value counts as none. */
export const admit = (value: unknown): unknown => {
  const type = typeof value;
  if (type === 'number' || type === 'string' || type === 'boolean') return value;
  return value === undefined || kindOf(value) === 'foreign' ? null : value;
};

/** A list of one element stands for it, where one value is asked for. */
export const single = (value: unknown): unknown => (isList(value) && value.length === 1 ? value[0] : value);

/** Sets an entry whatever its name: `__proto__` is a name like another. */
export function setEntry(context: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__') {
    Object.defineProperty(context, key, { value, enumerable: true, configurable: true, writable: true });
  } else context[key] = value;
}
