import { describe, expect, it } from 'vitest';
import {
  changedDays,
  defaultCalendar,
  isWorkingDay,
  nationalCalendar,
  readClock,
  readYear,
  yearWarnings,
} from './index.ts';
import type { Clock, YearData } from './index.ts';

const calendar = defaultCalendar();
/** Beijing wall time. */
const at = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00+08:00`);
const shares = { amberBelow: 0.5, redBelow: 0.2 };
const day = (date: string, isOffDay = true, name = '休') => ({ name, date, isOffDay });
const of = (year: number, ...days: YearData['days']): YearData => ({ year, papers: ['https://www.gov.cn/'], days });
const year = of(2027, day('2027-01-01', true, '元旦'), day('2027-02-06', false, '春节'));
const late: Clock = {
  budget: { amount: 9, unit: 'workday' },
  startedAt: at('2026-12-28 09:00'),
  suspensions: [],
  stoppedAt: null,
};

describe('reading a year', () => {
  it('takes a whole file or nothing', () => {
    expect(readYear(year)).toEqual({ ok: true, year });
  });

  it.each([
    ['calendarShape', { year: '2027' }],
    ['calendarShape', null],
    ['calendarShape', { ...year, days: Array.from({ length: 401 }, () => day('2027-01-01')) }],
    ['calendarYear', { ...year, year: 1027 }],
    ['calendarDate', { ...year, days: [day('2027-02-30')] }],
    ['calendarDate', { ...year, days: [day('2029-02-03')] }],
    ['calendarDate', { ...year, days: [day('2026-11-30')] }],
    ['calendarDuplicate', { ...year, days: [year.days[0], year.days[0]] }],
    ['calendarEmpty', { ...year, days: [] }],
    ['calendarEmpty', { ...year, days: [day('2027-02-06', false)] }],
  ])('refuses a wrong one with %s', (code, json) => {
    expect(readYear(json)).toMatchObject({ ok: false, problem: { code } });
  });

  it('warns of what is allowed but odd', () => {
    const codes = (data: YearData, today = '2026-11-23') => yearWarnings(data, today).map((one) => one.code);
    const whole = Array.from({ length: 13 }, (_, i) => day(`2027-03-${String(i + 1).padStart(2, '0')}`));
    expect(codes(of(2027, ...whole))).toEqual([]);
    expect(codes({ ...of(2027, ...whole), papers: [' '] })).toEqual(['calendarNoPaper']);
    expect(codes(of(2027, ...whole.slice(1)))).toEqual(['calendarFewDays']);
    expect(codes(of(2027, ...whole, day('2027-04-05', false)))).toEqual(['calendarWorkOnWeekday']);
    expect(codes(of(2027, ...whole), '2028-01-01')).toEqual(['calendarPast']);
  });
});

describe('the national calendar', () => {
  it('takes years in and moves due times', () => {
    const imported = nationalCalendar([year]);
    expect(imported.version).not.toBe(calendar.version);
    expect(imported.years.at(-1)).toBe(2027);
    expect(isWorkingDay(imported, '2027-01-01')).toBe(false);
    expect(isWorkingDay(imported, '2027-02-06')).toBe(true);
    const reading = readClock(late, at('2026-12-28 10:00'), imported, shares);
    expect(reading).toMatchObject({ provisional: false, dueAt: at('2027-01-11 17:30') });
    expect(changedDays(calendar, imported)).toEqual([
      { date: '2027-01-01', before: 'work', after: 'off' },
      { date: '2027-02-06', before: 'off', after: 'work' },
    ]);
  });

  it('has one year of several imports of it, and the same version for the same days', () => {
    const corrected = nationalCalendar([of(2027, day('2027-01-04'))]);
    expect(isWorkingDay(corrected, '2027-01-01')).toBe(true);
    expect(isWorkingDay(corrected, '2027-01-04')).toBe(false);
    const same = nationalCalendar([of(2027, day('2027-01-04'), day('2027-01-03'))]);
    expect(same.version).toBe(corrected.version);
  });

  it('replaces a year that came with the product', () => {
    const corrected = nationalCalendar([of(2026, day('2026-10-01'))]);
    expect(isWorkingDay(corrected, '2026-10-10')).toBe(false);
    expect(isWorkingDay(corrected, '2026-10-02')).toBe(true);
    expect(isWorkingDay(corrected, '2025-10-02')).toBe(false);
  });

  it('keeps the days that a notice moved in the neighbouring year with that notice', () => {
    const next = of(2028, day('2028-01-01'), day('2027-12-31'));
    const both = nationalCalendar([next, year]);
    expect(isWorkingDay(both, '2027-12-31')).toBe(false);
    expect(nationalCalendar([year, next]).version).toBe(both.version);
    const without = nationalCalendar([of(2028, day('2028-01-01')), year]);
    expect(isWorkingDay(without, '2027-12-31')).toBe(true);
    expect(isWorkingDay(nationalCalendar([of(2027, day('2027-12-31', false)), next]), '2027-12-31')).toBe(false);
  });
});
