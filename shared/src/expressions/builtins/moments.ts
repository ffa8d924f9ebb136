/** Functions of dates, times, durations, contexts and identity (DMN 1.5, 10.3.4.1, 10.3.4.6, 10.3.4.8, 10.3.4.10). */
import { FeelFailure, type Budget } from '../budget.ts';
import { equals, within } from '../compare.ts';
import { entryOf } from '../names.ts';
import { inRange } from '../temporal.ts';
import type { FeelTime } from '../values.ts';
import {
  FeelDate,
  FeelDateTime,
  FeelDuration,
  parseDate,
  parseDateTime,
  parseDuration,
  parseTime,
  type FeelContext,
  type FeelRange,
} from '../values.ts';
import { builtin } from './builtin.ts';

/** A year before our era is nothing that the calendar behind reads. */
const dated = <T>(text: string, parse: (text: string) => T): T | null => (text.startsWith('-') ? null : parse(text));

/** `@"…"`, and what a text means when it stands for a moment or a duration. */
export function temporalOf(text: string): unknown {
  if (/^-?P/.test(text)) return parseDuration(text);
  if (/^\d{1,2}:\d{1,2}:\d{1,2}/.test(text)) return parseTime(text);
  return dated<unknown>(text, text.includes('T') ? parseDateTime : parseDate);
}

function clock(budget: Budget): FeelDateTime {
  if (!budget.now) throw new FeelFailure('noClock');
  return budget.now;
}

export const MOMENTS = [
  builtin<readonly [unknown, FeelTime | null | undefined, string | null | undefined]>('date and time', {
    takes: ['date?: any', 'time?: time', 'from?: string'],
    gives: 'date and time',
    does: ([date, time, from], budget) => {
      budget.spendCalendar();
      if ((date instanceof FeelDate || date instanceof FeelDateTime) && time) {
        const day = date instanceof FeelDate ? date.unwrap() : date.unwrap().toPlainDate();
        return new FeelDateTime(day.toPlainDateTime(time.unwrap()), time.zone);
      }
      const text = typeof date === 'string' ? date : from;
      return typeof text === 'string' ? dated(text, parseDateTime) : null;
    },
  }),
  builtin<readonly [string]>('duration', {
    takes: ['from: string'],
    gives: 'any',
    does: ([from], budget) => {
      budget.spendCalendar();
      return parseDuration(from);
    },
  }),
  builtin<readonly [FeelDate, FeelDate]>('years and months duration', {
    takes: ['from: date', 'to: date'],
    gives: 'years and months duration',
    does: ([from, to], budget) => {
      budget.spendCalendar();
      return inRange(() => new FeelDuration(from.unwrap().until(to.unwrap(), { largestUnit: 'month' }), true));
    },
  }),
  builtin<readonly []>('now', { takes: [], gives: 'date and time', does: (_, budget) => clock(budget) }),
  builtin<readonly []>('today', {
    takes: [],
    gives: 'date',
    does: (_, budget) => new FeelDate(clock(budget).unwrap().toPlainDate()),
  }),
  builtin<readonly [unknown, unknown]>('is', {
    takes: ['value1?: any', 'value2?: any'],
    gives: 'boolean',
    does: ([a, b], budget) => (a === undefined || b === undefined ? false : equals(a, b, budget, true)),
  }),
  builtin<readonly [FeelRange, unknown]>('includes', {
    takes: ['range: range', 'value: any'],
    gives: 'boolean',
    does: ([range, value]) => within(range, value),
  }),
  builtin<readonly [FeelContext, string]>('get value', {
    takes: ['m: context', 'key: string'],
    gives: 'any',
    mayBeNull: true,
    does: ([context, key], budget) => entryOf(context, key, budget) ?? null,
  }),
  builtin<readonly [FeelContext]>('get entries', {
    takes: ['m: context'],
    gives: 'list',
    does: ([context], budget) => {
      const entries = Object.entries(context);
      budget.spend(1 + entries.length);
      return entries.map(([key, value]) => ({ key, value }));
    },
  }),
];
