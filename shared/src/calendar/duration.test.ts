import { describe, expect, it } from 'vitest';
import { addDuration, addWorkingMinutes, beforeDue, defaultCalendar, dueAt, nationalCalendar } from './index.ts';
import type { CalendarDuration, Clock } from './index.ts';

const calendar = defaultCalendar();
/** Beijing wall time. */
const at = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00+08:00`);
const of = (amount: number, unit: CalendarDuration['unit']): CalendarDuration => ({ amount, unit });
const clockOf = (startedAt: string, amount: number, unit: Clock['budget']['unit'] = 'workday'): Clock => ({
  budget: { amount, unit },
  startedAt: at(startedAt),
  suspensions: [],
  stoppedAt: null,
});

describe('durations added on the calendar', () => {
  const add = (from: string, amount: number, unit: CalendarDuration['unit']) =>
    addDuration(calendar, at(from), of(amount, unit));

  it('take working time as deadlines do', () => {
    expect(add('2026-09-28 09:00', 9, 'workday')).toBe(at('2026-10-15 17:30'));
    expect(add('2026-02-13 09:00', 5, 'workday')).toBe(at('2026-02-27 17:30'));
    expect(add('2026-09-30 16:30', 2, 'workhour')).toBe(at('2026-10-08 09:30'));
    expect(add('2026-09-30 17:00', 45, 'workminute')).toBe(at('2026-10-08 08:45'));
    expect(add('2026-10-03 12:00', 0, 'workday')).toBe(at('2026-10-03 12:00'));
  });

  it('take natural time as it passes, holidays or not', () => {
    expect(add('2026-09-30 16:30', 7, 'day')).toBe(at('2026-10-07 16:30'));
    expect(add('2026-09-30 23:30', 2, 'hour')).toBe(at('2026-10-01 01:30'));
    expect(add('2026-09-30 23:30', 45, 'minute')).toBe(at('2026-10-01 00:15'));
    expect(add('2026-09-30 12:00', 1.5, 'day')).toBe(at('2026-10-02 00:00'));
  });

  it('end a month on the same day, or on the last where there is no such day', () => {
    expect(add('2026-01-15 00:30', 1, 'month')).toBe(at('2026-02-15 00:30'));
    expect(add('2026-01-31 00:30', 1, 'month')).toBe(at('2026-02-28 00:30'));
    expect(add('2027-12-31 23:59', 2, 'month')).toBe(at('2028-02-29 23:59'));
    expect(add('2026-03-31 09:00', 13, 'month')).toBe(at('2027-04-30 09:00'));
  });

  it('refuse what is no duration', () => {
    expect(() => add('2026-01-15 09:00', -1, 'day')).toThrow('zero or more');
    expect(() => add('2026-01-15 09:00', Number.NaN, 'hour')).toThrow('zero or more');
    expect(() => add('2026-01-15 09:00', 1.5, 'month')).toThrow('whole months');
  });
});

describe('instants before a due time', () => {
  const clock = clockOf('2026-09-28 09:00', 9);
  const before = (amount: number, unit: CalendarDuration['unit'], one: Clock = clock, now = clock.startedAt) =>
    beforeDue(calendar, one, of(amount, unit), now);

  it('count working time back over holidays and make-up days', () => {
    expect(before(1, 'workday')).toBe(at('2026-10-14 17:30'));
    expect(before(1, 'workhour')).toBe(at('2026-10-15 16:30'));
    expect(before(7, 'workday')).toBe(at('2026-09-30 17:30'));
    expect(before(0, 'workday')).toBe(at('2026-10-15 17:30'));
    expect(before(1, 'workday', clockOf('2026-10-08 09:00', 20, 'workhour'))).toBe(at('2026-10-09 17:00'));
  });

  it('count natural time back', () => {
    expect(before(1, 'day')).toBe(at('2026-10-14 17:30'));
    expect(before(7, 'day')).toBe(at('2026-10-08 17:30'));
    expect(before(1, 'month', clockOf('2026-01-05 09:00', 59))).toBe(at('2026-03-02 17:30'));
  });

  it('never lie before the clock starts', () => {
    const short = clockOf('2026-10-12 09:00', 2, 'workhour');
    expect(before(1, 'workday', short)).toBe(short.startedAt);
    expect(before(1, 'day', short)).toBe(short.startedAt);
  });

  it('move with a suspension, as the due time does', () => {
    const paused: Clock = { ...clock, suspensions: [{ from: at('2026-10-09 10:30'), to: null, reason: 'correction' }] };
    expect(before(1, 'workday', paused, at('2026-10-09 11:30'))).toBe(at('2026-10-15 09:30'));
    expect(dueAt(calendar, paused, at('2026-10-09 11:30'))).toBe(at('2026-10-16 09:30'));
    const to = at('2026-10-10 10:30');
    const resumed: Clock = { ...clock, suspensions: [{ from: at('2026-10-09 10:30'), to, reason: 'correction' }] };
    expect(before(1, 'workday', resumed)).toBe(at('2026-10-15 17:30'));
    expect(dueAt(calendar, resumed, to)).toBe(at('2026-10-16 17:30'));
  });

  it('keep their place when the suspension came after them', () => {
    const from = at('2026-10-15 10:00');
    const resumed: Clock = { ...clock, suspensions: [{ from, to: at('2026-10-20 10:00'), reason: 'correction' }] };
    expect(before(1, 'workday', resumed)).toBe(at('2026-10-14 17:30'));
    expect(before(1, 'workhour', resumed)).toBe(addWorkingMinutes(calendar, at('2026-10-15 16:30'), 3 * 420));
  });

  it('move when a year is imported', () => {
    const late = clockOf('2026-12-28 09:00', 9);
    expect(before(1, 'workday', late)).toBe(at('2027-01-07 17:30'));
    const days = [{ name: '元旦', date: '2027-01-01', isOffDay: true }];
    const imported = nationalCalendar([{ year: 2027, papers: [], days }]);
    expect(beforeDue(imported, late, of(1, 'workday'), late.startedAt)).toBe(at('2027-01-08 17:30'));
  });
});
