/**
 * Working time. All instants are UTC epoch milliseconds; local days are computed with the fixed `offsetMinutes`.
 * A year without holiday data is counted Monday to Friday and marked provisional (暂定); it never blocks.
 */

/** A stretch of office hours, in local minutes since midnight. */
export interface OfficeSpan {
  readonly from: number;
  readonly to: number;
}

/** Other hours for a part of each year (夏季作息), as long a day as the usual one. May run over the turn of the year. */
export interface Season {
  /** First and last day, MM-DD. */
  readonly from: string;
  readonly to: string;
  readonly hours: readonly OfficeSpan[];
}

export interface OfficeHours {
  /** Of a working day, in order, e.g. 08:30–12:00 and 14:00–17:30. */
  readonly hours: readonly OfficeSpan[];
  /** Absent: the same hours all the year. They never overlap. */
  readonly seasons?: readonly Season[];
}

export type DayKind = 'off' | 'work';

export interface Calendar extends OfficeHours {
  /** Changes with every import, so that facts can name what they were computed with. */
  readonly version: string;
  readonly offsetMinutes: number;
  /** Days that differ from Monday–Friday, by local date YYYY-MM-DD. */
  readonly exceptions: Readonly<Record<string, DayKind>>;
  /** Years with official data. */
  readonly years: readonly number[];
}

/** A day as a notice names it. */
export interface NamedDay {
  readonly name: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly isOffDay: boolean;
}

/** Working time: only office hours use it up. */
export interface WorkingDuration {
  readonly amount: number;
  readonly unit: 'workday' | 'workhour' | 'workminute';
}

/** Natural time (自然日): it passes by itself. Months are whole. */
export interface NaturalDuration {
  readonly amount: number;
  readonly unit: 'minute' | 'hour' | 'day' | 'month';
}

export type CalendarDuration = WorkingDuration | NaturalDuration;

/** A budget of working time with its own ledger of suspensions; due times are projections of it. */
export interface Clock {
  readonly budget: WorkingDuration;
  readonly startedAt: number;
  readonly suspensions: readonly { readonly from: number; readonly to: number | null; readonly reason: string }[];
  readonly stoppedAt: number | null;
}

export interface ClockReading {
  readonly dueAt: number;
  /** Working minutes left at `now` (negative when overdue), frozen while suspended or stopped. */
  readonly leftMinutes: number;
  readonly budgetMinutes: number;
  /** Working minutes of one day of the calendar it was read with, for words ("2 个工作日 3 小时"). */
  readonly dayMinutes: number;
  readonly state: 'green' | 'amber' | 'red' | 'paused' | 'stopped';
  readonly overdue: boolean;
  /** True when the way to the due time crosses a year without holiday data. */
  readonly provisional: boolean;
}
