import { describe, expect, it } from 'vitest';
import {
  bookOf,
  calendarOf,
  defaultCalendar,
  dueOf,
  INSTALLATION,
  isWorkingDay,
  makeBook,
  nationalCalendar,
  officeProblem,
} from './index.ts';
import type { OfficeHours, RegionRules } from './index.ts';

const national = defaultCalendar();
/** Beijing wall time. */
const at = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00+08:00`);
const day = (date: string, isOffDay = true) => ({ name: '本地', date, isOffDay });
const rules = (parent: string | null, more: Partial<RegionRules> = {}): RegionRules => ({
  parent,
  office: null,
  days: [],
  ...more,
});
const short: OfficeHours = {
  hours: [
    { from: 540, to: 720 },
    { from: 840, to: 1020 },
  ],
};
/** 州 has a festival of its own, 县 in it other hours and works on one of the festival's days; 乡 says nothing. */
const tree = {
  state: rules(null, { days: [day('2026-11-25'), day('2026-11-26')] }),
  county: rules('state', { office: short, days: [day('2026-11-26', false)] }),
  town: rules('county'),
  other: rules(null),
};

describe('regional calendars', () => {
  const book = makeBook(national, tree);
  const due = (region: string) =>
    dueOf(calendarOf(book, region), at('2026-11-24 10:00'), { amount: 2, unit: 'workday' });

  it('give the same start different due times', () => {
    expect(due('other')).toBe(at('2026-11-26 17:30'));
    expect(due('state')).toBe(at('2026-11-30 17:30'));
    expect(due('county')).toBe(at('2026-11-27 17:00'));
  });

  it('inherit hours and days from the parent region, at last from the installation', () => {
    expect(calendarOf(book, 'town')).toBe(calendarOf(book, 'county'));
    expect(calendarOf(book, 'other')).toBe(national);
    expect(calendarOf(book, 'nowhere')).toBe(national);
    expect(calendarOf(book, '__proto__')).toBe(national);
    const own = makeBook(national, {
      ...tree,
      [INSTALLATION]: rules(null, { office: short, days: [day('2026-11-27')] }),
    });
    expect(calendarOf(own, 'other').hours).toEqual(short.hours);
    expect(isWorkingDay(calendarOf(own, 'town'), '2026-11-27')).toBe(false);
    expect(isWorkingDay(calendarOf(own, 'nowhere'), '2026-11-27')).toBe(false);
  });

  it('keep their own days when a year is imported', () => {
    const days = [{ name: '国庆节', date: '2026-11-27', isOffDay: true }];
    const imported = makeBook(nationalCalendar([{ year: 2026, papers: [], days }]), tree);
    expect(isWorkingDay(calendarOf(imported, 'state'), '2026-11-25')).toBe(false);
    expect(isWorkingDay(calendarOf(imported, 'state'), '2026-11-27')).toBe(false);
    expect(isWorkingDay(calendarOf(imported, 'county'), '2026-11-26')).toBe(true);
  });

  it('have a version for what they say, and a book one for everything in it', () => {
    expect(makeBook(national).version).toBe(national.version);
    expect(calendarOf(book, 'state').version).not.toBe(national.version);
    expect(makeBook(national, { ...tree }).version).toBe(book.version);
    expect(makeBook(national, { ...tree, other: rules('state') }).version).not.toBe(book.version);
    expect(bookOf(national)).toMatchObject({ version: national.version, regions: {} });
    expect(bookOf(book)).toBe(book);
  });

  it('never inherit in a circle', () => {
    expect(() => makeBook(national, { a: rules('b'), b: rules('a') })).toThrow('inherits from itself');
  });
});

describe('office hours', () => {
  const winter = {
    from: '10-01',
    to: '04-30',
    hours: [
      { from: 540, to: 720 },
      { from: 780, to: 960 },
    ],
  };
  it.each<[string, OfficeHours, string | null]>([
    ['usual ones', short, null],
    ['a season over the turn of the year', { ...short, seasons: [winter] }, null],
    ['none', { hours: [] }, 'calendarHours'],
    [
      'parts that overlap',
      {
        hours: [
          { from: 540, to: 720 },
          { from: 700, to: 900 },
        ],
      },
      'calendarHours',
    ],
    [
      'parts that touch',
      {
        hours: [
          { from: 540, to: 720 },
          { from: 720, to: 900 },
        ],
      },
      'calendarHours',
    ],
    ['an end before the beginning', { hours: [{ from: 720, to: 540 }] }, 'calendarHours'],
    ['past midnight', { hours: [{ from: 540, to: 1441 }] }, 'calendarHours'],
    ['a season without hours', { ...short, seasons: [{ ...winter, hours: [] }] }, 'calendarHours'],
    [
      'a season with a longer day',
      { ...short, seasons: [{ ...winter, hours: [{ from: 540, to: 960 }] }] },
      'calendarSeasonLength',
    ],
    [
      'a season on a day that not every year has',
      { ...short, seasons: [{ ...winter, to: '02-29' }] },
      'calendarSeason',
    ],
    [
      'seasons that overlap',
      { ...short, seasons: [winter, { ...winter, from: '04-30', to: '06-01' }] },
      'calendarSeason',
    ],
  ])('are checked: %s', (_, office, code) => {
    expect(officeProblem(office)?.code ?? null).toBe(code);
  });

  it('change with the season, the day as long as ever', () => {
    const book = makeBook(national, { [INSTALLATION]: rules(null, { office: { ...short, seasons: [winter] } }) });
    const calendar = calendarOf(book, INSTALLATION);
    expect(dueOf(calendar, at('2026-09-28 10:00'), { amount: 2, unit: 'workday' })).toBe(at('2026-09-30 17:00'));
    expect(dueOf(calendar, at('2026-09-28 10:00'), { amount: 3, unit: 'workday' })).toBe(at('2026-10-08 16:00'));
    expect(dueOf(calendar, at('2026-09-30 16:30'), { amount: 1, unit: 'workhour' })).toBe(at('2026-10-08 09:30'));
    expect(dueOf(calendar, at('2027-04-30 15:00'), { amount: 2, unit: 'workhour' })).toBe(at('2027-05-03 10:00'));
  });
});
