/**
 * Item definitions: which values a type has, and the conversions that DMN makes by itself (DMN 1.3, 10.3.2.9.4): one
 * element to a list of it, a list of one to its element, a date to its midnight. A value that does not conform is null.
 */
import {
  parseDateTime,
  FeelDate,
  FeelDateTime,
  FeelDuration,
  FeelFunction,
  FeelRange,
  FeelTime,
} from '../../expressions/index.ts';
import { FeelSession, isContext } from './feel.ts';
import type { DmnType } from './model.ts';

/** A type by what it accepts. Types may refer to themselves, so parts are looked up when a value is at hand. */
export interface ValueType {
  readonly kind: 'any' | 'basic' | 'list' | 'context' | 'function';
  /** Type of the items. */
  readonly item?: () => ValueType;
  /** null conforms to every type. */
  accepts(value: unknown): boolean;
}

/** The type by its name in a model; undefined: there is none of that name. */
export type TypeLookup = (name: string) => ValueType | undefined;

export const ANY: ValueType = { kind: 'any', accepts: () => true };

const basic = (test: (value: unknown) => boolean): ValueType => ({
  kind: 'basic',
  accepts: (value) => value === null || test(value),
});

const DATE_AND_TIME = basic((value) => value instanceof FeelDateTime);
const DAYS = basic((value) => value instanceof FeelDuration && !value.yearsMonths);
const MONTHS = basic((value) => value instanceof FeelDuration && value.yearsMonths);

const BUILT_IN: ReadonlyMap<string, ValueType> = new Map<string, ValueType>([
  ['Any', ANY],
  ['number', basic((value) => typeof value === 'number')],
  ['string', basic((value) => typeof value === 'string')],
  ['boolean', basic((value) => typeof value === 'boolean')],
  ['date', basic((value) => value instanceof FeelDate)],
  ['time', basic((value) => value instanceof FeelTime)],
  ['date and time', DATE_AND_TIME],
  ['dateTime', DATE_AND_TIME],
  ['days and time duration', DAYS],
  ['dayTimeDuration', DAYS],
  ['years and months duration', MONTHS],
  ['yearMonthDuration', MONTHS],
  ['range', basic((value) => value instanceof FeelRange)],
  ['list', { kind: 'list', item: () => ANY, accepts: (value) => value === null || Array.isArray(value) }],
  ['context', { kind: 'context', accepts: (value) => value === null || isContext(value) }],
  ['function', { kind: 'function', accepts: (value) => value === null || value instanceof FeelFunction }],
]);

/** All types of a model. `imported` finds what a name with a prefix means. */
export function typesOf(definitions: readonly DmnType[], imported: TypeLookup): TypeLookup {
  const known = new Map<string, ValueType>();
  const feel = new FeelSession();
  const lookup: TypeLookup = (name) => BUILT_IN.get(name) ?? known.get(name) ?? imported(name);
  const bases = new Map(definitions.map((one) => [one.name, one.parts.length > 0 || one.fn ? undefined : one.base]));
  for (const definition of definitions) {
    known.set(definition.name, isCircle(definition.name, bases) ? ANY : typeOf(definition, lookup, feel));
  }
  return lookup;
}

/** Does a type refine itself, by whatever detour? (That a part has the whole's type is fine.) */
function isCircle(type: string, bases: ReadonlyMap<string, string | undefined>): boolean {
  const seen = new Set<string>();
  for (let name: string | undefined = type; name !== undefined; name = bases.get(name)) {
    if (seen.has(name)) return true;
    seen.add(name);
  }
  return false;
}

function typeOf(definition: DmnType, lookup: TypeLookup, feel: FeelSession): ValueType {
  const { isCollection, allowed, constraint } = definition;
  const passes = (tests: string | undefined, value: unknown): boolean =>
    tests === undefined || value === null || feel.test(tests, value, {}).value === true;
  const one = oneOf(definition, lookup, feel);
  const refined: ValueType = {
    get kind() {
      return one.kind;
    },
    item: () => one.item?.() ?? ANY,
    accepts: (value) => one.accepts(value) && passes(allowed, value) && (isCollection || passes(constraint, value)),
  };
  if (!isCollection) return refined;
  return {
    kind: 'list',
    item: () => refined,
    accepts: (value) =>
      value === null ||
      (Array.isArray(value) && value.every((item) => refined.accepts(item)) && passes(constraint, value)),
  };
}

/** The type without its own constraints. */
function oneOf({ base, parts, fn }: DmnType, lookup: TypeLookup, feel: FeelSession): ValueType {
  if (fn) {
    return {
      kind: 'function',
      accepts: (value) =>
        value === null || (value instanceof FeelFunction && value.parameterNames.length === fn.parameters.length),
    };
  }
  if (parts.length > 0) {
    const types = parts.map((part) => [part.name, typeOf(part, lookup, feel)] as const);
    return {
      kind: 'context',
      accepts: (value) =>
        value === null ||
        (isContext(value) && types.every(([name, type]) => Object.hasOwn(value, name) && type.accepts(value[name]))),
    };
  }
  if (base === undefined) return ANY;
  // Looked up when used: the base may stand further down.
  let resolved: ValueType | undefined;
  const found = (): ValueType => (resolved ??= lookup(base) ?? ANY);
  return {
    get kind() {
      return found().kind;
    },
    item: () => found().item?.() ?? ANY,
    accepts: (value) => found().accepts(value),
  };
}

export type Coerced = { readonly ok: true; readonly value: unknown } | { readonly ok: false };

export function coerce(value: unknown, type: ValueType): Coerced {
  if (type.accepts(value)) return { ok: true, value };
  if (type.kind === 'list' && !Array.isArray(value)) {
    const list = [value];
    if (type.accepts(list)) return { ok: true, value: list };
  }
  if (Array.isArray(value) && value.length === 1 && type.kind !== 'list' && type.accepts(value[0])) {
    return { ok: true, value: value[0] };
  }
  if (value instanceof FeelDate) {
    const midnight = parseDateTime(`${value.toString()}T00:00:00Z`);
    if (type.accepts(midnight)) return { ok: true, value: midnight };
  }
  return { ok: false };
}
