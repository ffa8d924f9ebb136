/**
 * Working time as arithmetic. Every instant maps to the working milliseconds since 1970 (`workAt`), and back
 * (`instantAt`), so that sums and differences of working time need no loop over minutes or days.
 * Invariant: a Calendar object is never changed in place; its index is cached by identity.
 * Instants are UTC epoch milliseconds from 1970 on.
 */
import type { Calendar } from './types.ts';

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
}

export interface CalendarIndex {
  readonly offset: number;
  readonly dayLength: number;
  readonly years: YearIndex[];
}

const indexes = new WeakMap<Calendar, CalendarIndex>();

export function indexOfCalendar(calendar: Calendar): CalendarIndex {
  let found = indexes.get(calendar);
  if (!found) {
    found = {
      offset: calendar.offsetMinutes * MINUTE,
      dayLength: calendar.hours.reduce((sum, span) => sum + (span.to - span.from) * MINUTE, 0),
      years: [],
    };
    indexes.set(calendar, found);
  }
  return found;
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

function worksOn(calendar: Calendar, day: number): boolean {
  const exception = calendar.exceptions[dateOfDay(day)];
  if (exception) return exception === 'work';
  const weekday = weekdayOf(day);
  return weekday !== 0 && weekday !== 6;
}

function buildYear(calendar: Calendar, year: number, before: number): YearIndex {
  const firstDay = Date.UTC(year, 0, 1) / DAY;
  const length = Date.UTC(year + 1, 0, 1) / DAY - firstDay;
  const counts = new Uint16Array(length + 1);
  const days: number[] = [];
  for (let i = 0; i < length; i++) {
    counts[i] = days.length;
    if (worksOn(calendar, firstDay + i)) days.push(i);
  }
  counts[length] = days.length;
  return { firstDay, length, before, counts, days: Uint16Array.from(days) };
}

function yearIndex(calendar: Calendar, index: CalendarIndex, year: number): YearIndex {
  if (year < FIRST_YEAR) throw new Error(`Expected an instant from ${FIRST_YEAR} on but found one in ${year}`);
  const wanted = year - FIRST_YEAR;
  while (index.years.length <= wanted) {
    const last = index.years[index.years.length - 1];
    const before = last ? last.before + last.days.length : 0;
    index.years.push(buildYear(calendar, FIRST_YEAR + index.years.length, before));
  }
  return index.years[wanted]!;
}

/** Working days since 1970 before the local day `day`, and whether `day` itself is one. */
export function ordinalOf(calendar: Calendar, day: number): { readonly before: number; readonly works: boolean } {
  const year = yearIndex(calendar, indexOfCalendar(calendar), yearOfDay(day));
  const i = day - year.firstDay;
  return { before: year.before + year.counts[i]!, works: year.counts[i + 1]! > year.counts[i]! };
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
  for (const span of calendar.hours) {
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
  const midnight = midnightOf(calendar, dayOfOrdinal(calendar, whole));
  for (const span of calendar.hours) {
    const length = (span.to - span.from) * MINUTE;
    if (rest <= length) return midnight + span.from * MINUTE + rest;
    rest -= length;
  }
  throw new Error('Expected office hours to add up to a working day but they do not');
}
