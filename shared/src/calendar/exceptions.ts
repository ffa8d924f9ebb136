/** Days that differ from Monday–Friday: how named days lie over them. */
import { dayOfDate, weekdayOf } from './days.ts';
import { problem, type CalendarProblem } from './problems.ts';
import type { Calendar, DayKind, NamedDay } from './types.ts';

type Exceptions = Calendar['exceptions'];

/** Monday to Friday are working days. Throws on a date that does not exist. */
export function usualKind(date: string): DayKind {
  const day = dayOfDate(date);
  if (day === null) throw new Error(`Expected a date YYYY-MM-DD but found ${date}`);
  const weekday = weekdayOf(day);
  return weekday === 0 || weekday === 6 ? 'off' : 'work';
}

/** Later days win over earlier ones, and all over what stood before. */
export function withDays(exceptions: Exceptions, days: readonly NamedDay[]): Exceptions {
  if (days.length === 0) return exceptions;
  const next: Record<string, DayKind> = { ...exceptions };
  for (const { date, isOffDay } of days) {
    const kind = isOffDay ? 'off' : 'work';
    if (kind === usualKind(date)) delete next[date];
    else next[date] = kind;
  }
  return next;
}

/** Kind of a local date on a calendar. */
export function kindOf(calendar: Pick<Calendar, 'exceptions'>, date: string): DayKind {
  return calendar.exceptions[date] ?? usualKind(date);
}

export interface ChangedDay {
  readonly date: string;
  readonly before: DayKind;
  readonly after: DayKind;
}

/** Dates whose kind differs between two calendars, in order. */
export function changedDays(before: Calendar, after: Calendar): readonly ChangedDay[] {
  const dates = new Set([...Object.keys(before.exceptions), ...Object.keys(after.exceptions)]);
  return [...dates]
    .sort()
    .map((date) => ({ date, before: kindOf(before, date), after: kindOf(after, date) }))
    .filter((day) => day.before !== day.after);
}

export const FIRST_DATA_YEAR = 2000;
export const LAST_DATA_YEAR = 2100;

/** Every date exists, in the years that a calendar may speak of, and stands once. */
export function daysProblem(days: readonly NamedDay[]): CalendarProblem | null {
  const seen = new Set<string>();
  for (const { date } of days) {
    const year = Number(date.slice(0, 4));
    const exists = dayOfDate(date) !== null && year >= FIRST_DATA_YEAR && year <= LAST_DATA_YEAR;
    if (!exists) return problem('calendarDate', { date });
    if (seen.has(date)) return problem('calendarDuplicate', { date });
    seen.add(date);
  }
  return null;
}
