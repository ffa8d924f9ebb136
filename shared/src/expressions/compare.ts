/**
 * Equality and order (DMN 1.5, 10.3.2.13, tables 42 and 54). Values of different kinds are neither equal nor unequal:
 * the answer is null. A list of one element is compared as that element.
 */
import type { CompareOperator, OrderOperator } from './ast.ts';
import type { Budget } from './budget.ts';
import { instantOf, isDuration, isMoment, lengthOf, sameLength, sameZone, zoneOf } from './temporal.ts';
import { FeelRange, isContext, isList, isNil, kindOf, single, Test, type Kind } from './values.ts';

const MOMENTS: ReadonlySet<Kind> = new Set(['date', 'time', 'date time']);

/** `strict` tells zones and kinds of moments apart, as `is` does. */
export function equals(a: unknown, b: unknown, budget: Budget, strict = false): boolean | null {
  if (typeof a === 'string' || typeof a === 'number') {
    if (typeof a === typeof b) return a === b;
  }
  if (isNil(a) || isNil(b)) return isNil(a) && isNil(b);
  return equalValues(unpack(a), unpack(b), budget, strict);
}

/** An empty list stands for nothing here. */
const unpack = (value: unknown): unknown => (isList(value) && value.length < 2 ? value[0] : value);

function equalValues(a: unknown, b: unknown, budget: Budget, strict: boolean): boolean | null {
  const kind = kindOf(a);
  if (kind !== kindOf(b)) return strict && MOMENTS.has(kind) && MOMENTS.has(kindOf(b)) ? false : null;
  if (kind === 'null') return true;
  if (isMoment(a) && isMoment(b)) return equalMoments(a, b, strict);
  if (isDuration(a) && isDuration(b)) return sameLength(a, b);
  if (isList(a) && isList(b)) {
    budget.spend(a.length);
    return a.length === b.length && a.every((element, index) => equals(element, b[index], budget) === true);
  }
  if (isContext(a) && isContext(b)) {
    const keys = Object.keys(a);
    budget.spend(keys.length);
    return (
      keys.length === Object.keys(b).length &&
      keys.every((key) => Object.hasOwn(b, key) && equals(a[key], b[key], budget) === true)
    );
  }
  if (a instanceof FeelRange && b instanceof FeelRange) return equalRanges(a, b, budget);
  return a === b;
}

type MomentValue = Parameters<typeof instantOf>[0];

function equalMoments(a: MomentValue, b: MomentValue, strict: boolean): boolean {
  const [left, right] = [zoneOf(a), zoneOf(b)];
  if ((left === null) !== (right === null) || (strict && !sameZone(left, right))) return false;
  return instantOf(a) === instantOf(b);
}

const equalRanges = (a: FeelRange, b: FeelRange, budget: Budget): boolean =>
  a['start included'] === b['start included'] &&
  a['end included'] === b['end included'] &&
  equals(a.start, b.start, budget) === true &&
  equals(a.end, b.end, budget) === true;

/** Below, equal to or above 0; null where the two have no order. */
export function order(a: unknown, b: unknown): number | null {
  const [left, right] = [scalar(a), scalar(b)];
  if (left === null || right === null || typeof left !== typeof right || kindOf(single(a)) !== kindOf(single(b))) {
    return null;
  }
  if (left < right) return -1;
  return left > right ? 1 : 0;
}

function scalar(value: unknown): number | string | null {
  const one = single(value);
  if (typeof one === 'number' || typeof one === 'string') return one;
  if (isMoment(one)) return instantOf(one);
  return isDuration(one) ? lengthOf(one) : null;
}

const HOLDS: Readonly<Record<OrderOperator, (order: number) => boolean>> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

export function compare(operator: CompareOperator, a: unknown, b: unknown, budget: Budget): boolean | null {
  if (operator === '=') return equals(b, a, budget);
  if (operator === '!=') {
    const same = equals(b, a, budget);
    return same === null ? null : !same;
  }
  const found = order(a, b);
  return found === null ? null : HOLDS[operator](found);
}

/** `> 5` standing alone is a range without end, `= 5` a test. */
export function testOf(operator: CompareOperator, bound: unknown, budget: Budget): FeelRange | Test | null {
  switch (operator) {
    case '=':
    case '!=':
      return new Test((value) => compare(operator, value, bound, budget));
    case '>':
    case '>=':
      return rangeOf({ low: bound, high: null, lowIn: operator === '>=', highIn: false });
    default:
      return rangeOf({ low: null, high: bound, lowIn: false, highIn: operator === '<=' });
  }
}

interface Bounds {
  readonly low: unknown;
  readonly high: unknown;
  readonly lowIn: boolean;
  readonly highIn: boolean;
}

/** Null where the bounds have no order. Without any bound it is the empty range. */
export function rangeOf({ low, high, lowIn, highIn }: Bounds): FeelRange | null {
  const given = isNil(low) ? high : low;
  const kind = kindOf(given);
  const fits = (bound: unknown): boolean => isNil(bound) || (scalar(bound) !== null && kindOf(bound) === kind);
  if (!isNil(given) && (!fits(low) || !fits(high))) return null;
  return new FeelRange({
    start: low ?? null,
    end: high ?? null,
    'start included': lowIn,
    'end included': highIn,
    valueType: isNil(given) ? null : kind,
  });
}

/** Is a value, or a whole range, inside? Bounds in falling order are turned round. */
export function within(range: FeelRange, value: unknown): boolean | null {
  if (isNil(value) || (range.start === null && range.end === null)) return null;
  if (value instanceof FeelRange) return rangeWithin(range, value);
  const turned = range.start !== null && range.end !== null && (order(range.start, range.end) ?? 0) > 0;
  const [low, high] = turned ? [range.end, range.start] : [range.start, range.end];
  const [lowIn, highIn] = turned
    ? [range['end included'], range['start included']]
    : [range['start included'], range['end included']];
  const above = low === null ? 1 : order(value, low);
  const below = high === null ? -1 : order(value, high);
  if (above === null || below === null) return null;
  return (above > 0 || (above === 0 && lowIn)) && (below < 0 || (below === 0 && highIn));
}

function rangeWithin(outer: FeelRange, inner: FeelRange): boolean {
  const starts = outer.start === null ? -1 : inner.start === null ? null : order(outer.start, inner.start);
  const ends = outer.end === null ? 1 : inner.end === null ? null : order(outer.end, inner.end);
  if (starts === null || ends === null) return false;
  return (
    (starts < 0 || (starts === 0 && (outer['start included'] || !inner['start included']))) &&
    (ends > 0 || (ends === 0 && (outer['end included'] || !inner['end included'])))
  );
}

/** Does a value pass a test: a range, a bare comparison, or a value to be equal to? */
export function passes(test: unknown, value: unknown, budget: Budget): boolean | null {
  if (test instanceof Test) return test.holds(value);
  return test instanceof FeelRange ? within(test, value) : equals(test, value, budget);
}

/** `value in tests`: one that passes is enough; else null when one could not be told. */
export function isIn(value: unknown, tests: readonly unknown[], budget: Budget): boolean | null {
  budget.spend(tests.length);
  let unknown = false;
  for (const test of tests) {
    const passed = passes(test, value, budget);
    if (passed === true) return true;
    // Values of different kinds are simply not the same here.
    if (passed === null && (test instanceof FeelRange || test instanceof Test)) unknown = true;
  }
  return unknown ? null : false;
}
