/** Questions about working days and minutes, all answered from the index in days.ts. */
import {
  dayOf,
  dayOfDate,
  dayOfOrdinal,
  hoursOn,
  indexOfCalendar,
  instantAt,
  midnightOf,
  MINUTE,
  ordinalOf,
  workAt,
  yearOfDay,
} from './days.ts';
import type { Calendar, Clock } from './types.ts';

/** Is the local date YYYY-MM-DD a working day? Throws on a date that does not exist. */
export function isWorkingDay(calendar: Calendar, date: string): boolean {
  const day = dayOfDate(date);
  if (day === null) throw new Error(`Expected a date YYYY-MM-DD but found ${date}`);
  return ordinalOf(calendar, day).works;
}

/** Closing time of a local day, as an instant. */
function closingOf(calendar: Calendar, day: number): number {
  const hours = hoursOn(calendar, day);
  const last = hours[hours.length - 1];
  if (!last) throw new Error('Expected office hours but the calendar has none');
  return midnightOf(calendar, day) + last.to * MINUTE;
}

/** Closing time of the n-th working day after the start day (domain part C). n is a whole number from 1. */
export function addWorkingDays(calendar: Calendar, start: number, days: number): number {
  const { before, works } = ordinalOf(calendar, dayOf(calendar, start));
  return closingOf(calendar, dayOfOrdinal(calendar, before + (works ? 1 : 0) + days - 1));
}

/** Whole working minutes between two instants; negative when `to` lies before `from`. */
export function workingMinutesBetween(calendar: Calendar, from: number, to: number): number {
  return Math.trunc((workAt(calendar, to) - workAt(calendar, from)) / MINUTE);
}

/** The first instant, in whole milliseconds, by which so many working minutes have passed; `start` itself for none. */
export function addWorkingMinutes(calendar: Calendar, start: number, minutes: number): number {
  return minutes === 0 ? start : instantAt(calendar, workAt(calendar, start) + Math.ceil(minutes * MINUTE - 1e-6));
}

/** Due instant of a budget that begins at `start` and is never suspended. */
export function dueOf(calendar: Calendar, start: number, budget: Clock['budget']): number {
  switch (budget.unit) {
    case 'workday': {
      const whole = Math.floor(budget.amount);
      const from = whole > 0 ? addWorkingDays(calendar, start, whole) : start;
      const rest = budget.amount - whole;
      return rest > 0 ? addWorkingMinutes(calendar, from, rest * dayMinutes(calendar)) : from;
    }
    case 'workhour':
      return addWorkingMinutes(calendar, start, budget.amount * 60);
    case 'workminute':
      return addWorkingMinutes(calendar, start, budget.amount);
  }
}

/** Working minutes of one working day. */
export function dayMinutes(calendar: Calendar): number {
  return indexOfCalendar(calendar).dayLength / MINUTE;
}

/** True when one of the years from `from` to `to` has no official data (暂定). */
export function isProvisional(calendar: Calendar, from: number, to: number): boolean {
  const last = yearOfDay(dayOf(calendar, to));
  for (let year = yearOfDay(dayOf(calendar, from)); year <= last; year++) {
    if (!calendar.years.includes(year)) return true;
  }
  return false;
}

/** Working time in the parts that words are made of ("2 个工作日 3 小时"). Sign and parts are apart. */
export interface WorkingTimeParts {
  readonly negative: boolean;
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
}

/** Splits working minutes into days of so many minutes (ClockReading.dayMinutes), hours and minutes. */
export function splitWorkingTime(minutes: number, dayMinutes: number): WorkingTimeParts {
  const total = Math.abs(Math.trunc(minutes));
  const rest = total % dayMinutes;
  return {
    negative: minutes < 0,
    days: Math.floor(total / dayMinutes),
    hours: Math.floor(rest / 60),
    minutes: rest % 60,
  };
}
