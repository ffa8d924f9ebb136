/** A day of the calendar, YYYY-MM-DD (GB/T 7408), without a time zone. */
import type { FieldKindDefinition } from '../kind.ts';
import { plain, wrongKind } from '../kind.ts';

const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;

export const date: FieldKindDefinition = {
  kind: 'date',
  holdsValue: true,
  defaults: { width: 'half' },
  check(_rules, value) {
    if (typeof value !== 'string') return wrongKind('date');
    const parts = FORM.exec(value);
    if (!parts || !isDay(Number(parts[1]), Number(parts[2]), Number(parts[3]))) return [{ code: 'badDate' }];
    return [];
  },
  format: (_rules, value) => plain(value),
  normalise: (value) => (typeof value === 'string' ? value.trim() : value),
};

/** Is it a day that exists in the Gregorian calendar, from 1800 to 2999? */
export function isDay(year: number, month: number, day: number): boolean {
  if (year < 1800 || year > 2999 || month < 1 || month > 12 || day < 1) return false;
  return day <= daysInMonth(year, month);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
