import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  addWorkingMinutes,
  defaultCalendar,
  dueAt,
  isWorkingDay,
  readClock,
  splitWorkingTime,
  thresholdsAt,
  workingMinutesBetween,
} from './index.ts';
import type { Calendar, Clock } from './index.ts';

const calendar = defaultCalendar();
const MINUTE = 60_000;
/** Beijing wall time. */
const at = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00+08:00`);
const shares = { amberBelow: 0.5, redBelow: 0.2 };
const clockOf = (startedAt: string, amount: number, unit: Clock['budget']['unit'] = 'workday'): Clock => ({
  budget: { amount, unit },
  startedAt: at(startedAt),
  suspensions: [],
  stoppedAt: null,
});

describe('working days', () => {
  it('counts the vectors of the State Council notices', () => {
    expect(addWorkingDays(calendar, at('2026-09-28 09:00'), 9)).toBe(at('2026-10-15 17:30'));
    expect(addWorkingDays(calendar, at('2026-02-13 09:00'), 5)).toBe(at('2026-02-27 17:30'));
    expect(isWorkingDay(calendar, '2026-10-10')).toBe(true);
    expect(isWorkingDay(calendar, '2026-02-14')).toBe(true);
    expect(isWorkingDay(calendar, '2026-10-01')).toBe(false);
    expect(isWorkingDay(calendar, '2026-11-22')).toBe(false);
  });

  it('begins after a day off with the next working day', () => {
    expect(addWorkingDays(calendar, at('2026-11-21 10:00'), 1)).toBe(at('2026-11-23 17:30'));
    expect(addWorkingDays(calendar, at('2026-11-20 23:59'), 1)).toBe(at('2026-11-23 17:30'));
  });

  it('refuses a date that does not exist', () => {
    expect(() => isWorkingDay(calendar, '2026-02-30')).toThrow('Expected a date');
  });

  it('knows years with data only, and counts a later year Monday to Friday as provisional', () => {
    expect(calendar.years.at(-1)).toBe(2026);
    expect(isWorkingDay(calendar, '2027-01-01')).toBe(true);
    const late = readClock(clockOf('2026-12-28 09:00', 9), at('2026-12-28 10:00'), calendar, shares);
    expect(late.provisional).toBe(true);
    expect(late.dueAt).toBe(at('2027-01-08 17:30'));
    expect(readClock(clockOf('2026-12-21 09:00', 3), at('2026-12-21 10:00'), calendar, shares).provisional).toBe(false);
  });
});

describe('working minutes', () => {
  /** Counts minute by minute: slow and obvious. */
  const slowMinutes = (cal: Calendar, from: number, to: number): number => {
    let minutes = 0;
    for (let t = from; t < to; t += MINUTE) {
      const local = new Date(t + cal.offsetMinutes * MINUTE);
      const inDay = local.getUTCHours() * 60 + local.getUTCMinutes();
      const works = isWorkingDay(cal, local.toISOString().slice(0, 10));
      if (works && cal.hours.some((span) => inDay >= span.from && inDay < span.to)) minutes++;
    }
    return minutes;
  };
  const instant = fc.integer({ min: 0, max: 12 * 24 * 60 }).map((minutes) => at('2026-09-26 00:00') + minutes * MINUTE);

  it('agree with counting minute by minute over a holiday and a make-up day', () => {
    fc.assert(
      fc.property(instant, instant, (a, b) => {
        const [from, to] = a < b ? [a, b] : [b, a];
        expect(workingMinutesBetween(calendar, from, to)).toBe(slowMinutes(calendar, from, to));
        expect(workingMinutesBetween(calendar, to, from)).toBe(0 - slowMinutes(calendar, from, to) + 0);
      }),
      { numRuns: 20 },
    );
  });

  it('added and counted again give the same, at the first instant possible', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 3000 }), (from, minutes) => {
        const end = addWorkingMinutes(calendar, from, minutes);
        expect(workingMinutesBetween(calendar, from, end)).toBe(minutes);
        expect(workingMinutesBetween(calendar, from, end - MINUTE)).toBe(minutes - 1);
      }),
      { numRuns: 200 },
    );
    expect(addWorkingMinutes(calendar, at('2026-11-22 10:00'), 0)).toBe(at('2026-11-22 10:00'));
  });

  it('split into days, hours and minutes for words', () => {
    expect(splitWorkingTime(2 * 420 + 180, 420)).toEqual({ negative: false, days: 2, hours: 3, minutes: 0 });
    expect(splitWorkingTime(-61, 420)).toEqual({ negative: true, days: 0, hours: 1, minutes: 1 });
  });
});

describe('clocks', () => {
  it('turn amber at half and red at a fifth of the working time left; holidays burn none', () => {
    const clock = clockOf('2026-09-28 08:30', 9);
    const read = (now: string) => readClock(clock, at(now), calendar, shares);
    expect(read('2026-09-28 09:00').state).toBe('green');
    // Three working days before the holiday, then 8, 9, 10 (make-up), 12, 13, 14, 15 October.
    expect(read('2026-10-07 12:00').leftMinutes).toBe(7 * 420);
    expect(read('2026-10-10 08:30').state).toBe('amber');
    expect(read('2026-10-14 08:30').state).toBe('red');
    expect(read('2026-10-15 17:30')).toMatchObject({ leftMinutes: 0, overdue: false, state: 'red' });
    expect(read('2026-10-15 17:31')).toMatchObject({ overdue: true, state: 'red' });
    expect(read('2026-10-16 10:30')).toMatchObject({ leftMinutes: -120, overdue: true });
  });

  it('have colours that change exactly at the projected instants', () => {
    const start = fc.integer({ min: 0, max: 60 * 24 * 60 }).map((m) => at('2026-08-20 00:00') + m * MINUTE);
    const budget = fc.record({
      amount: fc.integer({ min: 1, max: 12 }),
      unit: fc.constantFrom<Clock['budget']['unit']>('workday', 'workhour'),
    });
    fc.assert(
      fc.property(start, budget, fc.integer({ min: 0, max: 900 }), (startedAt, amount, paused) => {
        const from = addWorkingMinutes(calendar, startedAt, 30);
        const suspensions = [{ from, to: addWorkingMinutes(calendar, from, paused), reason: 'x' }];
        const clock: Clock = { budget: amount, startedAt, suspensions, stoppedAt: null };
        const times = thresholdsAt(calendar, clock, shares)!;
        const state = (now: number) => readClock(clock, now, calendar, shares).state;
        expect(state(times.amberAt)).toBe('amber');
        expect(state(times.redAt)).toBe('red');
        expect(state(times.amberAt - MINUTE)).toBe('green');
        expect(state(times.redAt - MINUTE)).toBe('amber');
        expect(readClock(clock, times.dueAt, calendar, shares).overdue).toBe(false);
        expect(readClock(clock, times.dueAt + 1, calendar, shares).overdue).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('stand while suspended, and the due time moves by the working time suspended', () => {
    const running = clockOf('2026-11-23 08:30', 2);
    const paused: Clock = {
      ...running,
      suspensions: [{ from: at('2026-11-23 10:30'), to: null, reason: 'correction' }],
    };
    const reading = readClock(paused, at('2026-11-24 17:30'), calendar, shares);
    expect(reading).toMatchObject({ state: 'paused', leftMinutes: 3 * 420 - 120, overdue: false });
    expect(thresholdsAt(calendar, paused, shares)).toBeNull();
    const resumed: Clock = {
      ...running,
      suspensions: [{ from: at('2026-11-23 10:30'), to: at('2026-11-24 10:30'), reason: 'correction' }],
    };
    expect(dueAt(calendar, resumed, at('2026-11-24 11:00'))).toBe(at('2026-11-26 17:30'));
    expect(readClock(resumed, at('2026-11-24 10:30'), calendar, shares).leftMinutes).toBe(3 * 420 - 120);
  });

  it('stop where the work was done', () => {
    const done: Clock = { ...clockOf('2026-11-23 08:30', 1), stoppedAt: at('2026-11-23 12:00') };
    expect(readClock(done, at('2026-12-30 12:00'), calendar, shares)).toMatchObject({
      state: 'stopped',
      overdue: false,
      leftMinutes: 2 * 420 - 210,
    });
  });

  it('read in microseconds, whatever the length of the way', () => {
    const clock = clockOf('2026-09-28 08:30', 9);
    readClock(clock, at('2026-10-10 09:00'), calendar, shares);
    let best = Infinity;
    for (let batch = 0; batch < 40; batch++) {
      const begin = performance.now();
      for (let i = 0; i < 50; i++) readClock(clock, at('2026-10-10 09:00') + i, calendar, shares);
      best = Math.min(best, performance.now() - begin);
    }
    expect(best / 50).toBeLessThan(0.05);
  });
});
