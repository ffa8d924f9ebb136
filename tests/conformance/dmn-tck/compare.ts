/**
 * Is this the expected value? By value: numbers as close as the kit's own runners ask (below 1e-8), dates and
 * durations equal as FEEL has it, and nothing equal to a value of another type.
 */
import { sameFeelValue } from '@tongban/shared/decisions';
import { UnreadableValue } from './test-file.ts';

const NUMBERS_DIFFER_FROM = 1e-8;

export function sameValue(expected: unknown, found: unknown): boolean {
  if (Array.isArray(expected)) {
    return (
      Array.isArray(found) &&
      found.length === expected.length &&
      expected.every((item, at) => sameValue(item, found[at]))
    );
  }
  if (isPlain(expected)) {
    if (!isPlain(found)) return false;
    const names = Object.keys(expected);
    return (
      names.length === Object.keys(found).length &&
      names.every((name) => Object.hasOwn(found, name) && sameValue(expected[name], found[name]))
    );
  }
  if (Array.isArray(found) || isPlain(found)) return false;
  if (typeof expected === 'number' && typeof found === 'number') {
    return expected === found || Math.abs(expected - found) < NUMBERS_DIFFER_FROM;
  }
  return !(expected instanceof UnreadableValue) && sameFeelValue(expected, found);
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** For a line of a report. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(shown).join(', ')}]`;
  if (isPlain(value)) {
    return `{${Object.entries(value)
      .map(([name, part]) => `${name}: ${shown(part)}`)
      .join(', ')}}`;
  }
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}
