/** The one place where the kernel asks the field kinds about a value. */
import { checkValue, isEmpty, isMasked, maskValue, normaliseValue } from '../fields/index.ts';
import type { RuntimeField } from '../definition/types.ts';
import type { Problem, Value } from './types.ts';

export { isEmpty, isMasked, maskValue };

/** The value in its one spelling, with what is wrong with it; `key` names the data key in the problems. */
export function takeValue(
  field: RuntimeField,
  key: string,
  value: Value,
): { readonly value: Value; readonly problems: readonly Problem[] } {
  const found = checkValue(field, value);
  if (found.length > 0) {
    return {
      value,
      problems: found.map(({ code, params }) => (params ? { field: key, code, params } : { field: key, code })),
    };
  }
  return { value: value === null ? null : normaliseValue(field, value), problems: [] };
}

export function sameValue(a: Value | undefined, b: Value | undefined): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object') return false;
  return JSON.stringify(a) === JSON.stringify(b);
}
