/** Unified social credit code, 18 characters (GB 32100): no I, O, S, V, Z; the last character is a check digit. */
import type { FieldKindDefinition } from '../kind.ts';
import { plain, wrongKind } from '../kind.ts';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const FORM = /^[0-9A-HJ-NP-RTUWXY]{18}$/;

export const uscc: FieldKindDefinition = {
  kind: 'uscc',
  holdsValue: true,
  defaults: { width: 'half' },
  check(_rules, value) {
    if (typeof value !== 'string') return wrongKind('uscc');
    const code = value.toUpperCase();
    if (!FORM.test(code)) return [{ code: 'usccForm', params: { length: value.length } }];
    return usccCheckDigit(code) === code[17] ? [] : [{ code: 'usccCheckDigit' }];
  },
  format: (_rules, value) => plain(value),
  normalise: (value) => (typeof value === 'string' ? value.replace(/\s/g, '').toUpperCase() : value),
};

/** Check character of the first 17: weights 3^(i-1) mod 31. A sum that 31 divides gives 0. */
export function usccCheckDigit(code: string): string {
  let weight = 1;
  let sum = 0;
  for (const character of code.slice(0, 17)) {
    sum += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET[(31 - (sum % 31)) % 31] ?? '';
}
