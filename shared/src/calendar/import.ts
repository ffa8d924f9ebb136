/**
 * An administrator adds a year from the State Council's notice: `{ year, papers[], days[{ name, date, isOffDay }] }`.
 * Importing a year again replaces what stood for it. Nothing is taken in when anything in the file is wrong.
 */
import { z } from 'zod';
import { dayOfDate, weekdayOf } from './days.ts';
import { versionOf } from './version.ts';
import type { Calendar } from './types.ts';

export const CALENDAR_PROBLEMS = [
  'calendarShape',
  'calendarYear',
  'calendarDate',
  'calendarDuplicate',
  'calendarEmpty',
] as const;
export type CalendarProblemCode = (typeof CALENDAR_PROBLEMS)[number];
export interface CalendarProblem {
  readonly code: CalendarProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
}
export type ImportedYear =
  { readonly ok: true; readonly calendar: Calendar } | { readonly ok: false; readonly problem: CalendarProblem };

const yearSchema = z.object({
  year: z.number().int(),
  papers: z.array(z.string().max(500)).max(20),
  days: z.array(z.object({ name: z.string().max(100), date: z.string().max(20), isOffDay: z.boolean() })).max(400),
});

/** `json` is the parsed file, not yet trusted. */
export function importYear(calendar: Calendar, json: unknown): ImportedYear {
  const parsed = yearSchema.safeParse(json);
  if (!parsed.success) {
    const at = parsed.error.issues[0]?.path.join('.') ?? '';
    return refuse('calendarShape', { at });
  }
  const { year, days } = parsed.data;
  if (year < 2000 || year > 2100) return refuse('calendarYear', { year });
  if (!days.some((entry) => entry.isOffDay)) return refuse('calendarEmpty', { year });

  const own = `${year}-`;
  const exceptions: Record<string, 'off' | 'work'> = {};
  for (const [date, kind] of Object.entries(calendar.exceptions)) {
    if (!date.startsWith(own)) exceptions[date] = kind;
  }
  const seen = new Set<string>();
  for (const { date, isOffDay } of days) {
    const day = dayOfDate(date);
    if (day === null || !belongsTo(year, date)) return refuse('calendarDate', { date, year });
    if (seen.has(date)) return refuse('calendarDuplicate', { date });
    seen.add(date);
    const weekday = weekdayOf(day);
    const weekend = weekday === 0 || weekday === 6;
    if (isOffDay !== weekend) exceptions[date] = isOffDay ? 'off' : 'work';
    else delete exceptions[date];
  }
  const years = [...new Set([...calendar.years, year])].sort((a, b) => a - b);
  const next = { offsetMinutes: calendar.offsetMinutes, hours: calendar.hours, exceptions, years };
  return { ok: true, calendar: { ...next, version: versionOf(next) } };
}

/** A notice may also move days of the neighbouring December or January. */
function belongsTo(year: number, date: string): boolean {
  return date.startsWith(`${year}-`) || date.startsWith(`${year - 1}-12-`) || date.startsWith(`${year + 1}-01-`);
}

function refuse(code: CalendarProblemCode, params: CalendarProblem['params']): ImportedYear {
  return { ok: false, problem: { code, params } };
}
