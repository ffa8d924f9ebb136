/**
 * Durations on the calendar: working time, which only office hours use up, and natural time (自然日), which passes by
 * itself, as for a public notice outside of any clock. Natural days are days of the local wall clock.
 */
import { DAY, MINUTE } from './days.ts';
import { ledgerOf, reachedAt } from './ledger.ts';
import { dayMinutes, dueOf } from './working-time.ts';
import type { Calendar, CalendarDuration, Clock, NaturalDuration, WorkingDuration } from './types.ts';

const HOUR = 60 * MINUTE;

export function isNatural(duration: CalendarDuration): duration is NaturalDuration {
  switch (duration.unit) {
    case 'workday':
    case 'workhour':
    case 'workminute':
      return false;
    case 'minute':
    case 'hour':
    case 'day':
    case 'month':
      return true;
  }
}

/**
 * The instant at which a duration that begins at `start` is over. Working days end at closing time of the n-th working
 * day after the start (as deadlines do, domain part C); natural ones at the same local time, and a month that has no
 * such day ends with its last (Civil Code art. 202). The amount is not negative; months are whole.
 */
export function addDuration(calendar: Calendar, start: number, duration: CalendarDuration): number {
  const { amount } = duration;
  if (!(amount >= 0)) throw new Error(`Expected a duration of zero or more but found ${amount}`);
  return isNatural(duration) ? shift(calendar, start, duration, 1) : dueOf(calendar, start, duration);
}

/**
 * The instant that lies `before` ahead of a clock's due time, for reminders ("T−1 working day", "T−1 hour"). Working
 * time is counted back on the clock itself, so the instant moves with suspensions and imports exactly as the due time
 * does, and keeps its place once it was reached. Never before the clock's start. While the clock stands, the answer is
 * what is known at `now`. It does not say whether the clock has stopped.
 */
export function beforeDue(calendar: Calendar, clock: Clock, before: CalendarDuration, now: number): number {
  const ledger = ledgerOf(calendar, clock, clock.stoppedAt ?? now);
  if (!isNatural(before)) return reachedAt(calendar, ledger, ledger.budget - workOf(calendar, before));
  const due = reachedAt(calendar, ledger, ledger.budget);
  return Math.max(clock.startedAt, shift(calendar, due, before, -1));
}

/** Working milliseconds of a length of working time; a working day is all of its office hours. */
function workOf(calendar: Calendar, { amount, unit }: WorkingDuration): number {
  const minutes = { workday: dayMinutes(calendar), workhour: 60, workminute: 1 }[unit];
  return amount * minutes * MINUTE;
}

function shift(calendar: Calendar, instant: number, { amount, unit }: NaturalDuration, sign: 1 | -1): number {
  switch (unit) {
    case 'minute':
      return instant + sign * amount * MINUTE;
    case 'hour':
      return instant + sign * amount * HOUR;
    case 'day':
      return instant + sign * amount * DAY;
    case 'month':
      return shiftMonths(calendar, instant, sign * amount);
  }
}

function shiftMonths(calendar: Calendar, instant: number, months: number): number {
  if (!Number.isInteger(months)) throw new Error(`Expected whole months but found ${months}`);
  const offset = calendar.offsetMinutes * MINUTE;
  const local = new Date(instant + offset);
  const day = local.getUTCDate();
  const moved = new Date(local);
  moved.setUTCDate(1);
  moved.setUTCMonth(moved.getUTCMonth() + months);
  const last = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  moved.setUTCDate(Math.min(day, last));
  return moved.getTime() - offset;
}
