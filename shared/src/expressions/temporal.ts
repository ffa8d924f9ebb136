/**
 * Arithmetic of dates, times and durations (DMN 1.5, 10.3.2.3 and table 57). A moment without a zone counts as UTC
 * where two are compared. What leaves the calendar's range has no value.
 */
import { FeelDate, FeelDateTime, FeelDuration, FeelTime, parseDate, parseDuration } from './values.ts';

export type Moment = FeelDate | FeelTime | FeelDateTime;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const anchor = anchorDay().unwrap();
function anchorDay(): FeelDate {
  const day = parseDate('1970-01-01');
  if (!day) throw new Error('Expected a calendar with 1970-01-01');
  return day;
}

export const isMoment = (value: unknown): value is Moment =>
  value instanceof FeelDate || value instanceof FeelTime || value instanceof FeelDateTime;
export const isDuration = (value: unknown): value is FeelDuration => value instanceof FeelDuration;
export const zoneOf = (moment: Moment): string | null => (moment instanceof FeelDate ? null : moment.zone);

/** Milliseconds since 1970 in UTC; of a time, since that day's midnight. */
export function instantOf(moment: Moment): number {
  if (moment instanceof FeelDate) return dayNumber(moment.year, moment.month, moment.day);
  const wall = moment instanceof FeelTime ? timeOfDay(moment.unwrap()) : wallClock(moment);
  if (moment.zone === null) return wall;
  const offset = fixedOffset(moment.zone);
  if (offset !== null) return wall - offset;
  return kept(instants, moment, ({ zone }) => {
    const local = moment instanceof FeelTime ? anchor.toPlainDateTime(moment.unwrap()) : moment.unwrap();
    return local.toZonedDateTime(zone ?? 'UTC').epochMilliseconds;
  });
}

/** What the calendar takes long to tell of a value is asked once: values never change. */
const instants = new WeakMap<FeelTime | FeelDateTime, number>();
const months = new WeakMap<FeelDuration, number>();

function kept<T extends object>(store: WeakMap<T, number>, value: T, tell: (value: T) => number): number {
  const known = store.get(value);
  if (known !== undefined) return known;
  const told = tell(value);
  store.set(value, told);
  return told;
}

const wallClock = (moment: FeelDateTime): number =>
  dayNumber(moment.year, moment.month, moment.day) + timeOfDay(moment.unwrap());

interface TimeParts {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}
const timeOfDay = ({ hour, minute, second, millisecond }: TimeParts): number =>
  hour * HOUR + minute * MINUTE + second * 1000 + millisecond;

/** Milliseconds of a day's start; months from 1, and both may lie outside of their year or month. */
function dayNumber(year: number, month: number, day: number): number {
  // Date.UTC takes years below 100 for those of the last century.
  return new Date(0).setUTCFullYear(year, month - 1, day);
}

const OFFSET = /^([+-])(\d{2}):(\d{2})(?::(\d{2}))?$/;

/** Milliseconds of a zone that is an offset; null for a named one. */
function fixedOffset(zone: string): number | null {
  if (zone === 'UTC') return 0;
  const found = OFFSET.exec(zone);
  if (!found) return null;
  const [, sign, hours, minutes, seconds] = found;
  const size = Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds ?? 0) * 1000;
  return sign === '-' ? -size : size;
}

/** One zone in two spellings is one zone only when both are offsets. */
export function sameZone(a: string | null, b: string | null): boolean {
  if (a === null || b === null || a === b) return a === b;
  const [left, right] = [fixedOffset(a), fixedOffset(b)];
  return left !== null && left === right;
}

/** Milliseconds; years and months as counted from 1970-01-01. */
export function lengthOf(duration: FeelDuration): number {
  const { years, months, days, hours, minutes, seconds, milliseconds, microseconds, nanoseconds } = duration.unwrap();
  const small = microseconds / 1000 + nanoseconds / 1_000_000;
  const time = hours * HOUR + minutes * MINUTE + seconds * 1000 + milliseconds + small;
  const whole = years === 0 && months === 0 ? days * DAY : dayNumber(1970 + years, 1 + months, 1 + days);
  return whole + time;
}

const LONG = 180 * DAY;

/** Long durations are equal to the month, others to the second. */
export function sameLength(a: FeelDuration, b: FeelDuration): boolean {
  if (Math.abs(lengthOf(a)) <= LONG) return Math.trunc(lengthOf(a) / 1000 - lengthOf(b) / 1000) === 0;
  const inMonths = (one: FeelDuration): number =>
    kept(months, one, () => one.unwrap().total({ unit: 'month', relativeTo: anchor }));
  return Math.trunc(inMonths(a) - inMonths(b)) === 0;
}

export function shift(moment: Moment, by: FeelDuration, sign: 1 | -1): Moment | null {
  const duration = sign === 1 ? by.unwrap() : by.unwrap().negated();
  return inRange(() => {
    if (moment instanceof FeelTime) return new FeelTime(moment.unwrap().add(duration), moment.zone);
    if (moment instanceof FeelDate) {
      const { hours, minutes, seconds, milliseconds } = duration;
      if (hours === 0 && minutes === 0 && seconds === 0 && milliseconds === 0) {
        return new FeelDate(moment.unwrap().add(duration));
      }
      return new FeelDateTime(moment.unwrap().toPlainDateTime().add(duration), 'UTC');
    }
    const { zone } = moment;
    // Only named zones have summer time.
    if (zone === null || fixedOffset(zone) !== null) return new FeelDateTime(moment.unwrap().add(duration), zone);
    return new FeelDateTime(moment.unwrap().toZonedDateTime(zone).add(duration).toPlainDateTime(), zone);
  });
}

/** From `b` to `a`, by the clocks on their walls. */
export function between(a: Moment, b: Moment): FeelDuration | null {
  return inRange(() => {
    if (a instanceof FeelTime && b instanceof FeelTime) return new FeelDuration(a.unwrap().since(b.unwrap()));
    return new FeelDuration(wall(a).since(wall(b), { largestUnit: 'day' }));
  });
}

function wall(moment: Moment) {
  if (moment instanceof FeelDate) return moment.unwrap().toPlainDateTime();
  return moment instanceof FeelTime ? anchor.toPlainDateTime(moment.unwrap()) : moment.unwrap();
}

/** Years and months do not mix with days and times. */
export function addDurations(a: FeelDuration, b: FeelDuration, sign: 1 | -1): FeelDuration | null {
  if (a.yearsMonths !== b.yearsMonths) return null;
  const other = sign === 1 ? b.unwrap() : b.unwrap().negated();
  return inRange(() => {
    if (!a.yearsMonths) return new FeelDuration(a.unwrap().add(other), false);
    const start = anchor.toPlainDateTime();
    return new FeelDuration(start.add(a.unwrap()).add(other).since(start, { largestUnit: 'year' }), true);
  });
}

/** Whole months, or whole milliseconds. */
export function scale(duration: FeelDuration, factor: number): FeelDuration | null {
  return inRange(() => {
    if (!duration.yearsMonths) return parseDuration(Math.trunc(lengthOf(duration) * factor));
    const months = Math.trunc(monthsOf(duration) * factor);
    return parseDuration(`${months < 0 ? '-' : ''}P${Math.abs(months)}M`);
  });
}

/** How often `b` goes into `a`. */
export function ratio(a: FeelDuration, b: FeelDuration): number | null {
  if (a.yearsMonths !== b.yearsMonths) return null;
  const [over, under] = a.yearsMonths ? [monthsOf(a), monthsOf(b)] : [lengthOf(a), lengthOf(b)];
  return under === 0 ? null : over / under;
}

const monthsOf = (duration: FeelDuration): number => {
  const { years, months } = duration.unwrap();
  return years * 12 + months;
};

/** The calendar says RangeError of what lies outside of it. */
export function inRange<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
