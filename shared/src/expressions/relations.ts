/** How types stand to each other. Every type has null among its values; `any` may turn out to be whatever fits. */
import type { ParameterKind } from './builtins/builtin.ts';
import { PROPERTIES, sameName } from './names.ts';
import type { FeelType, FeelTypeName, FeelTypes } from './types.ts';
import { FeelDuration, kindOf, type Kind } from './values.ts';

export const listOf = (of: FeelType): FeelType => (of === 'any' ? 'list' : { kind: 'list', of });

export const nameOf = (type: FeelType): FeelTypeName => (typeof type === 'string' ? type : type.kind);

/** `list<number>`: as it is written in FEEL. */
export function typeText(type: FeelType): string {
  if (typeof type === 'string') return type;
  return type.kind === 'list' || type.kind === 'range' ? `${type.kind}<${typeText(type.of)}>` : type.kind;
}

const isOpen = (type: FeelType): boolean => type === 'any' || type === 'null';

export const elementOf = (type: FeelType): FeelType =>
  typeof type !== 'string' && (type.kind === 'list' || type.kind === 'range') ? type.of : 'any';

/** What a list of one may stand for. */
export const singleOf = (type: FeelType): FeelType => (nameOf(type) === 'list' ? elementOf(type) : type);

/** May a value of the one be a value of the other, a list of one standing for its element? */
export function overlap(a: FeelType, b: FeelType): boolean {
  if (isOpen(a) || isOpen(b)) return true;
  const [left, right] = [nameOf(a), nameOf(b)];
  if (left === 'list' || right === 'list') {
    return left === right ? overlap(elementOf(a), elementOf(b)) : overlap(singleOf(a), singleOf(b));
  }
  return left === right && (left !== 'range' || overlap(elementOf(a), elementOf(b)));
}

export function common(a: FeelType, b: FeelType): FeelType {
  if (a === 'null') return b;
  if (b === 'null') return a;
  if (nameOf(a) !== nameOf(b)) return 'any';
  if (typeof a === 'string' || typeof b === 'string') return nameOf(a);
  if (a.kind === 'list' && b.kind === 'list') return listOf(common(a.of, b.of));
  if (a.kind === 'range' && b.kind === 'range') return { kind: 'range', of: common(a.of, b.of) };
  if (a.kind !== 'context' || b.kind !== 'context') return a.kind;
  const [names, others] = [Object.keys(a.entries).sort(), Object.keys(b.entries).sort()];
  if (names.join('\n') !== others.join('\n')) return 'context';
  const entries = names.map((name) => [name, common(a.entries[name] ?? 'any', b.entries[name] ?? 'any')]);
  return { kind: 'context', entries: Object.fromEntries(entries) as FeelTypes };
}

const DURATIONS: readonly FeelType[] = ['days and time duration', 'years and months duration'];
export const isDurationType = (type: FeelType): boolean => DURATIONS.includes(type);

/** Types whose values come before and after each other. */
const ORDERED: readonly FeelType[] = ['number', 'string', 'date', 'time', 'date and time', ...DURATIONS];
export const isOrdered = (type: FeelType): boolean => isOpen(singleOf(type)) || ORDERED.includes(singleOf(type));

const OF_KIND: Readonly<Record<ParameterKind, readonly FeelTypeName[]>> = {
  any: ['any'],
  boolean: ['boolean'],
  number: ['number'],
  string: ['string'],
  list: ['list'],
  context: ['context'],
  // The halves of a date and time, and a date as the start of its day.
  date: ['date', 'date and time'],
  time: ['time', 'date and time'],
  'date time': ['date and time', 'date'],
  duration: ['days and time duration', 'years and months duration'],
  range: ['range'],
  function: ['function'],
};

/** May a value of the type be given for a parameter? */
export function takes(kind: ParameterKind, type: FeelType): boolean {
  if (kind === 'any' || kind === 'list') return true;
  return OF_KIND[kind].some((name) => overlap(type, name));
}

export const kindText = (kind: ParameterKind): string => OF_KIND[kind][0] ?? 'any';

const KINDS: Readonly<Partial<Record<FeelTypeName, Kind>>> = {
  date: 'date',
  time: 'time',
  'date and time': 'date time',
  'days and time duration': 'duration',
  'years and months duration': 'duration',
  range: 'range',
};

/** As it is spelled, or else however it is spelled. */
function keyOf(entries: FeelTypes, name: string): string | undefined {
  if (Object.hasOwn(entries, name)) return name;
  const plain = sameName(name);
  return Object.keys(entries).find((one) => sameName(one) === plain);
}

/** Type of `value.name`; null when there is no such thing. */
export function entryType(type: FeelType, name: string): FeelType | null {
  if (isOpen(type) || type === 'context') return 'any';
  if (typeof type !== 'string' && type.kind === 'context') {
    const key = keyOf(type.entries, name);
    return key === undefined ? null : (type.entries[key] ?? 'any');
  }
  if (nameOf(type) === 'list') {
    const inner = entryType(elementOf(type), name);
    return inner && listOf(inner);
  }
  const kind = KINDS[nameOf(type)];
  const property = sameName(name);
  if (kind === undefined || PROPERTIES[kind]?.includes(property) !== true) return null;
  if (kind === 'range') return property.endsWith('included') ? 'boolean' : elementOf(type);
  if (property === 'timezone') return 'string';
  return property === 'time offset' ? 'days and time duration' : 'number';
}

const MOMENT_TYPES: Readonly<Partial<Record<Kind, FeelType>>> = {
  date: 'date',
  time: 'time',
  'date time': 'date and time',
};

export function momentTypeOf(value: unknown): FeelType {
  if (value instanceof FeelDuration) return value.yearsMonths ? 'years and months duration' : 'days and time duration';
  return MOMENT_TYPES[kindOf(value)] ?? 'any';
}
