/**
 * Working time as arithmetic. Every instant maps to the working milliseconds since 1970 (`workAt`), and back
 * (`instantAt`), so that sums and differences of working time need no loop over minutes or days.
 * Invariant: a Calendar object is never changed in place; its index is cached by identity.
 * Instants are UTC epoch milliseconds from 1970 on.
 */
import type { Calendar, OfficeSpan } from './types.ts';

export const DAY = 86_400_000;
export const MINUTE = 60_000;
const FIRST_YEAR = 1970;
/** 1970-01-01 was a Thursday. */
const FIRST_WEEKDAY = 4;

interface YearIndex {
  readonly firstDay: number;
  readonly length: number;
  /** Working days of all years before this one. */
  readonly before: number;
  /** Working days of this year before its i-th day; one entry more than days. */
  readonly counts: Uint16Array;
  /** Day of the year (from 0) of the i-th working day. */
  readonly days: Uint16Array;
  /** Season of its i-th day, counted from 1; 0: the usual hours. Null: usual hours all the year. */
  readonly seasons: Uint8Array | null;
}

export interface CalendarIndex {
  readonly offset: number;
  readonly dayLength: number;
  readonly years: YearIndex[];
  /** Days that differ from Monday–Friday, by year. */
  readonly exceptions: ReadonlyMap<number, readonly { readonly day: number; readonly works: boolean }[]>;
}

const indexes = new WeakMap<Calendar, CalendarIndex>();

export function indexOfCalendar(calendar: Calendar): CalendarIndex {
  let found = indexes.get(calendar);
  if (!found) {
    found = {
      offset: calendar.offsetMinutes * MINUTE,
      dayLength: lengthOf(calendar.hours),
      years: [],
      exceptions: exceptionsByYear(calendar),
    };
    indexes.set(calendar, found);
  }
  return found;
}

/** Milliseconds of a day with these hours. */
export function lengthOf(hours: readonly OfficeSpan[]): number {
  return hours.reduce((sum, span) => sum + (span.to - span.from) * MINUTE, 0);
}

/** Local day number since 1970-01-01 of an instant. */
export function dayOf(calendar: Calendar, instant: number): number {
  return Math.floor((instant + calendar.offsetMinutes * MINUTE) / DAY);
}

/** YYYY-MM-DD of a local day number. */
export function dateOfDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** Local day number of a date YYYY-MM-DD, or null when there is no such day. */
export function dayOfDate(date: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return null;
  const day = Date.parse(`${date}T00:00:00Z`) / DAY;
  return Number.isInteger(day) && dateOfDay(day) === date ? day : null;
}

/** Local midnight of a day number, as an instant. */
export function midnightOf(calendar: Calendar, day: number): number {
  return day * DAY - calendar.offsetMinutes * MINUTE;
}

export function yearOfDay(day: number): number {
  return new Date(day * DAY).getUTCFullYear();
}

export function weekdayOf(day: number): number {
  return (((day + FIRST_WEEKDAY) % 7) + 7) % 7;
}

function exceptionsByYear({ exceptions }: Calendar): CalendarIndex['exceptions'] {
  const byYear = new Map<number, { day: number; works: boolean }[]>();
  for (const [date, kind] of Object.entries(exceptions)) {
    const day = dayOfDate(date);
    if (day === null) throw new Error(`Expected a date YYYY-MM-DD in the calendar but found ${date}`);
    const year = yearOfDay(day);
    const known = byYear.get(year);
    const exception = { day, works: kind === 'work' };
    if (known) known.push(exception);
    else byYear.set(year, [exception]);
  }
  return byYear;
}

function buildYear(calendar: Calendar, index: CalendarIndex, year: number, before: number): YearIndex {
  const firstDay = Date.UTC(year, 0, 1) / DAY;
  const length = Date.UTC(year + 1, 0, 1) / DAY - firstDay;
  const works = new Uint8Array(length);
  for (let i = 0, weekday = weekdayOf(firstDay); i < length; i++, weekday = (weekday + 1) % 7) {
    works[i] = weekday === 0 || weekday === 6 ? 0 : 1;
  }
  for (const exception of index.exceptions.get(year) ?? []) works[exception.day - firstDay] = exception.works ? 1 : 0;
  const counts = new Uint16Array(length + 1);
  const days: number[] = [];
  for (let i = 0; i < length; i++) {
    counts[i] = days.length;
    if (works[i] === 1) days.push(i);
  }
  counts[length] = days.length;
  const seasons = seasonsOf(calendar, year, length);
  return { firstDay, length, before, counts, days: Uint16Array.from(days), seasons };
}

function seasonsOf({ seasons = [] }: Calendar, year: number, length: number): Uint8Array | null {
  if (seasons.length === 0) return null;
  const found = new Uint8Array(length);
  const indexIn = (monthDay: string): number => (dayOfDate(`${year}-${monthDay}`) ?? 0) - Date.UTC(year, 0, 1) / DAY;
  seasons.forEach(({ from, to }, i) => {
    const [first, last] = [indexIn(from), indexIn(to)];
    if (first <= last) found.fill(i + 1, first, last + 1);
    else found.fill(i + 1, first).fill(i + 1, 0, last + 1);
  });
  return found;
}

function yearIndex(calendar: Calendar, index: CalendarIndex, year: number): YearIndex {
  if (year < FIRST_YEAR) throw new Error(`Expected an instant from ${FIRST_YEAR} on but found one in ${year}`);
  const wanted = year - FIRST_YEAR;
  while (index.years.length <= wanted) {
    const last = index.years[index.years.length - 1];
    const before = last ? last.before + last.days.length : 0;
    index.years.push(buildYear(calendar, index, FIRST_YEAR + index.years.length, before));
  }
  return index.years[wanted]!;
}

/** Working days since 1970 before the local day `day`, and whether `day` itself is one. */
export function ordinalOf(calendar: Calendar, day: number): { readonly before: number; readonly works: boolean } {
  const year = yearIndex(calendar, indexOfCalendar(calendar), yearOfDay(day));
  const i = day - year.firstDay;
  return { before: year.before + year.counts[i]!, works: year.counts[i + 1]! > year.counts[i]! };
}

/** Office hours of a local day, when it is a working day. Seasons begin and end on days that every year has. */
export function hoursOn(calendar: Calendar, day: number): readonly OfficeSpan[] {
  const { seasons } = calendar;
  if (seasons === undefined || seasons.length === 0) return calendar.hours;
  const year = yearIndex(calendar, indexOfCalendar(calendar), yearOfDay(day));
  return seasons[(year.seasons?.[day - year.firstDay] ?? 0) - 1]?.hours ?? calendar.hours;
}

/** Local day number of the working day with this ordinal (0 is the first of 1970). */
export function dayOfOrdinal(calendar: Calendar, ordinal: number): number {
  const index = indexOfCalendar(calendar);
  // A year has 240 to 262 working days, so this guess is never late by more than a few years.
  let year = FIRST_YEAR + Math.max(0, Math.floor(ordinal / 262));
  let found = yearIndex(calendar, index, year);
  while (ordinal >= found.before + found.days.length) found = yearIndex(calendar, index, ++year);
  while (ordinal < found.before) found = yearIndex(calendar, index, --year);
  return found.firstDay + found.days[ordinal - found.before]!;
}

/** Working milliseconds since 1970 up to an instant. */
export function workAt(calendar: Calendar, instant: number): number {
  const index = indexOfCalendar(calendar);
  const day = Math.floor((instant + index.offset) / DAY);
  const { before, works } = ordinalOf(calendar, day);
  let work = before * index.dayLength;
  if (!works) return work;
  const inDay = instant + index.offset - day * DAY;
  for (const span of hoursOn(calendar, day)) {
    const from = span.from * MINUTE;
    if (inDay <= from) break;
    work += Math.min(inDay, span.to * MINUTE) - from;
  }
  return work;
}

/** The first instant by which `work` working milliseconds have passed: a full day ends at closing time. */
export function instantAt(calendar: Calendar, work: number): number {
  const index = indexOfCalendar(calendar);
  const whole = Math.max(0, Math.ceil(work / index.dayLength) - 1);
  let rest = work - whole * index.dayLength;
  const day = dayOfOrdinal(calendar, whole);
  const midnight = midnightOf(calendar, day);
  for (const span of hoursOn(calendar, day)) {
    const length = (span.to - span.from) * MINUTE;
    if (rest <= length) return midnight + span.from * MINUTE + rest;
    rest -= length;
  }
  throw new Error('Expected office hours to add up to a working day but they do not');
}
