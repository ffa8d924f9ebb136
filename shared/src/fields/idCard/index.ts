/** Citizen identity number, 18 characters (GB 11643): region, birth date, sequence, check digit. */
import type { FieldKindDefinition } from '../kind.ts';
import { plain, wrongKind } from '../kind.ts';
import { isDay } from '../date/index.ts';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';
const FORM = /^\d{17}[\dX]$/;

export const idCard: FieldKindDefinition = {
  kind: 'idCard',
  holdsValue: true,
  defaults: { width: 'half' },
  check(_rules, value) {
    if (typeof value !== 'string') return wrongKind('idCard');
    const number = value.toUpperCase();
    if (!FORM.test(number)) return [{ code: 'idCardForm', params: { length: value.length } }];
    if (!hasRealBirthDate(number)) return [{ code: 'idCardDate' }];
    return idCardCheckDigit(number) === number[17] ? [] : [{ code: 'idCardCheckDigit' }];
  },
  format: (_rules, value) => plain(value),
  mask(value) {
    const shown = plain(value);
    if (shown.length <= 6) return '*'.repeat(shown.length);
    return shown.slice(0, 4) + '*'.repeat(shown.length - 6) + shown.slice(-2);
  },
  normalise: (value) => (typeof value === 'string' ? value.replace(/\s/g, '').toUpperCase() : value),
};

/** Check digit of the first 17 digits (ISO 7064 MOD 11-2). */
export function idCardCheckDigit(digits: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return CHECK_DIGITS[sum % 11] ?? '';
}

/** What a valid number itself says. */
export function idCardFacts(number: string): { readonly birth: string; readonly sex: 'male' | 'female' } | null {
  const upper = number.toUpperCase();
  if (!FORM.test(upper) || !hasRealBirthDate(upper) || idCardCheckDigit(upper) !== upper[17]) return null;
  const birth = `${upper.slice(6, 10)}-${upper.slice(10, 12)}-${upper.slice(12, 14)}`;
  return { birth, sex: Number(upper[16]) % 2 === 1 ? 'male' : 'female' };
}

function hasRealBirthDate(number: string): boolean {
  return isDay(Number(number.slice(6, 10)), Number(number.slice(10, 12)), Number(number.slice(12, 14)));
}
