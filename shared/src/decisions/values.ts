/** FEEL's own equality and order between values, for tables and models. */
import { evaluate, FeelFunction } from 'feelin';

/** FEEL's `=`: values of different types are not the same. */
export function sameFeelValue(a: unknown, b: unknown): boolean {
  if (isPlain(a) && isPlain(b)) return a === b;
  return equal.invoke([a, b]) === true;
}

/** Below 0, 0, above 0; undefined where FEEL does not order the two. */
export function compareFeelValues(a: unknown, b: unknown): number | undefined {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  if (isPlain(a) || isPlain(b)) return undefined;
  if (less.invoke([a, b]) === true) return -1;
  if (less.invoke([b, a]) === true) return 1;
  return equal.invoke([a, b]) === true ? 0 : undefined;
}

const isPlain = (value: unknown): boolean => value === null || typeof value !== 'object';

const equal = feelFunction('function(a, b) a = b');
const less = feelFunction('function(a, b) a < b');

function feelFunction(text: string): FeelFunction {
  const { value } = evaluate(text);
  if (!(value instanceof FeelFunction)) throw new Error(`Expected a function, but found ${String(value)}`);
  return value;
}
