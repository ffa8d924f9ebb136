/**
 * Years from the State Council's notices: `{ year, papers[], days[{ name, date, isOffDay }] }`. Nothing is taken in when
 * anything in a file is wrong. A calendar is always built anew from all its years, so that a year imported again takes the
 * place of what stood for it, and of nothing else: a notice also moves days of the neighbouring December or January, and
 * those go with the notice that named them.
 */
import { z } from 'zod';
import { daysProblem, FIRST_DATA_YEAR, LAST_DATA_YEAR, usualKind, withDays } from './exceptions.ts';
import { problem, type CalendarProblem, type CalendarWarning } from './problems.ts';
import { versionOf } from './version.ts';
import type { Calendar, NamedDay } from './types.ts';

export interface YearData {
  readonly year: number;
  /** Where it stands: addresses of the notices. */
  readonly papers: readonly string[];
  readonly days: readonly NamedDay[];
}
export type ReadYear =
  { readonly ok: true; readonly year: YearData } | { readonly ok: false; readonly problem: CalendarProblem };

const yearSchema = z.object({
  year: z.number().int(),
  papers: z.array(z.string().max(500)).max(20),
  days: z.array(z.object({ name: z.string().max(100), date: z.string().max(20), isOffDay: z.boolean() })).max(400),
});

/** `json` is the parsed file, not yet trusted. */
export function readYear(json: unknown): ReadYear {
  const parsed = yearSchema.safeParse(json);
  if (!parsed.success) return refuse(problem('calendarShape', { at: parsed.error.issues[0]?.path.join('.') ?? '' }));
  const { year, days } = parsed.data;
  if (year < FIRST_DATA_YEAR || year > LAST_DATA_YEAR) return refuse(problem('calendarYear', { year }));
  if (!days.some((day) => day.isOffDay)) return refuse(problem('calendarEmpty', { year }));
  const foreign = days.find(({ date }) => !belongsTo(year, date));
  if (foreign) return refuse(problem('calendarDate', { date: foreign.date, year }));
  const wrong = daysProblem(days);
  return wrong ? refuse(wrong) : { ok: true, year: parsed.data };
}

/** A notice may also move days of the neighbouring December or January. */
function belongsTo(year: number, date: string): boolean {
  return date.startsWith(`${year}-`) || date.startsWith(`${year - 1}-12-`) || date.startsWith(`${year + 1}-01-`);
}

function refuse(wrong: CalendarProblem): ReadYear {
  return { ok: false, problem: wrong };
}

/** Beijing time, and the office hours that nearly all offices keep. */
const BASE = {
  offsetMinutes: 480,
  hours: [
    { from: 8 * 60 + 30, to: 12 * 60 },
    { from: 14 * 60, to: 17 * 60 + 30 },
  ],
};

/** The calendar of these years. Of two notices on one day that of the later year holds. */
export function nationalOf(years: readonly YearData[]): Calendar {
  const sorted = [...years].sort((a, b) => a.year - b.year);
  const exceptions = withDays(
    {},
    sorted.flatMap(({ days }) => days),
  );
  const next = { ...BASE, exceptions, years: sorted.map(({ year }) => year) };
  return { ...next, version: versionOf(next) };
}

/** Days off a year at least: the national holidays of the regulation of 2024 (全国年节及纪念日放假办法). */
const FEWEST_OFF_DAYS = 13;

/** What to look at twice before a year is imported. `today` is a local date YYYY-MM-DD. */
export function yearWarnings({ year, papers, days }: YearData, today: string): readonly CalendarWarning[] {
  const warnings: CalendarWarning[] = [];
  if (papers.every((paper) => paper.trim() === '')) warnings.push({ code: 'calendarNoPaper', params: { year } });
  const off = days.filter((day) => day.isOffDay).length;
  if (off < FEWEST_OFF_DAYS) warnings.push({ code: 'calendarFewDays', params: { year, off } });
  for (const { date, isOffDay } of days) {
    const needless = !isOffDay && usualKind(date) === 'work';
    if (needless) warnings.push({ code: 'calendarWorkOnWeekday', params: { date } });
  }
  if (`${year}-12-31` < today) warnings.push({ code: 'calendarPast', params: { year } });
  return warnings;
}
