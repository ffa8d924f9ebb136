/**
 * Working time against a reference that counts minute by minute and knows nothing of the index, the ledger or each
 * other's formulas: random office hours with seasons, days off and on, suspensions that overlap, budgets of every unit.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDuration,
  beforeDue,
  dueAt,
  elapsedMinutes,
  isPaused,
  officeProblem,
  readClock,
  thresholdsAt,
  workingMinutesBetween,
} from './index.ts';
import type { Calendar, Clock, OfficeSpan, Season, WorkingDuration } from './index.ts';

const MINUTE = 60_000;
const DAY_MINUTES = 1_440;
const FIRST_DAY = '2026-09-01';

// ---------------------------------------------------------------- the reference

/** Every minute from the first day on, and whether somebody works in it. */
class Minutes {
  readonly #calendar: Calendar;
  readonly #begin: number;
  readonly #days: Uint8Array[] = [];

  constructor(calendar: Calendar) {
    this.#calendar = calendar;
    this.#begin = Date.parse(`${FIRST_DAY}T00:00:00Z`) - calendar.offsetMinutes * MINUTE;
  }

  instant(minute: number): number {
    return this.#begin + minute * MINUTE;
  }
  works(minute: number): boolean {
    const day = Math.floor(minute / DAY_MINUTES);
    return (this.#days[day] ??= this.#dayAt(day))[minute - day * DAY_MINUTES] === 1;
  }
  #dayAt(day: number): Uint8Array {
    const hours = this.worksOn(day) ? this.hoursOf(day) : [];
    return Uint8Array.from({ length: DAY_MINUTES }, (_, minute) =>
      hours.some((span) => span.from <= minute && minute < span.to) ? 1 : 0,
    );
  }
  dateOf(day: number): Date {
    return new Date(Date.parse(`${FIRST_DAY}T00:00:00Z`) + day * DAY_MINUTES * MINUTE);
  }
  worksOn(day: number): boolean {
    const date = this.dateOf(day);
    const exception = this.#calendar.exceptions[date.toISOString().slice(0, 10)];
    return exception === undefined ? ![0, 6].includes(date.getUTCDay()) : exception === 'work';
  }
  hoursOf(day: number): readonly OfficeSpan[] {
    const at = this.dateOf(day).toISOString().slice(5, 10);
    const season = this.#calendar.seasons?.find(({ from, to }) =>
      from <= to ? at >= from && at <= to : at >= from || at <= to,
    );
    return (season ?? this.#calendar).hours;
  }
  get dayLength(): number {
    return this.#calendar.hours.reduce((sum, span) => sum + span.to - span.from, 0);
  }

  /** Working minutes of a budget that begins at this minute. */
  budget(start: number, { amount, unit }: WorkingDuration): number {
    if (unit === 'workminute') return amount;
    if (unit === 'workhour') return amount * 60;
    let day = Math.floor(start / DAY_MINUTES);
    let closing = start;
    for (let left = Math.floor(amount); left > 0;) {
      day += 1;
      if (!this.worksOn(day)) continue;
      left -= 1;
      closing = day * DAY_MINUTES + Math.max(...this.hoursOf(day).map((span) => span.to));
    }
    return this.count(start, closing) + (amount - Math.floor(amount)) * this.dayLength;
  }
  count(from: number, to: number): number {
    let many = 0;
    for (let minute = from; minute < to; minute++) if (this.works(minute)) many += 1;
    return many;
  }
}

interface Stand {
  readonly from: number;
  readonly to: number | null;
}
interface Run {
  readonly minutes: Minutes;
  readonly start: number;
  readonly stands: readonly Stand[];
  readonly now: number;
}

const stands = ({ stands: all, now }: Run, minute: number): boolean =>
  all.some(({ from, to }) => from <= minute && minute < (to ?? Math.max(now, from)));

/** Minutes that passed on the clock before `end`. */
function passed(run: Run, end: number): number {
  let many = 0;
  for (let minute = run.start; minute < end; minute++) {
    if (run.minutes.works(minute) && !stands(run, minute)) many += 1;
  }
  return many;
}

/** The first instant by which so much (in minutes, with a fraction) has passed on the clock. */
function reached(run: Run, need: number): number {
  if (need <= 0) return run.minutes.instant(run.start);
  let many = 0;
  for (let minute = run.start; ; minute++) {
    if (!run.minutes.works(minute) || stands(run, minute)) continue;
    if (many + 1 >= need) return run.minutes.instant(minute) + Math.ceil((need - many) * MINUTE - 1e-6);
    many += 1;
  }
}

// ---------------------------------------------------------------- what is tried

/** One to three stretches with breaks between them, all in quarters of an hour. */
const spans = (quarters: number): fc.Arbitrary<OfficeSpan[]> =>
  fc
    .record({
      parts: fc.integer({ min: 1, max: 3 }),
      first: fc.integer({ min: 20, max: 36 }),
      gaps: fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 2, maxLength: 2 }),
    })
    .map(({ parts, first, gaps }) => {
      const hours: OfficeSpan[] = [];
      let at = first;
      for (let part = 0; part < parts; part++) {
        const length = Math.floor(quarters / parts) + (part < quarters % parts ? 1 : 0);
        hours.push({ from: at * 15, to: (at + length) * 15 });
        at += length + (gaps[part] ?? 0);
      }
      return hours;
    });

const dateIn = (day: number): string =>
  new Date(Date.parse(`${FIRST_DAY}T00:00:00Z`) + day * DAY_MINUTES * MINUTE).toISOString().slice(0, 10);

const season = (quarters: number): fc.Arbitrary<Season[]> =>
  fc
    .tuple(
      fc.constantFrom('09-20', '10-05', '11-28'),
      fc.constantFrom('10-04', '11-27', '01-10', '03-01'),
      spans(quarters),
    )
    .map(([from, to, hours]) => [{ from, to, hours }]);

const calendars: fc.Arbitrary<Calendar> = fc.integer({ min: 8, max: 34 }).chain((quarters) =>
  fc
    .record({
      offsetMinutes: fc.constantFrom(480, 0, 345, -210),
      hours: spans(quarters),
      seasons: fc.oneof(fc.constant<Season[]>([]), season(quarters)),
      days: fc.dictionary(
        fc.integer({ min: 0, max: 120 }).map(dateIn),
        fc.constantFrom<'off' | 'work'>('off', 'work'),
        {
          maxKeys: 25,
        },
      ),
    })
    .map(({ offsetMinutes, hours, seasons, days }) => ({
      version: 'random',
      offsetMinutes,
      hours,
      seasons,
      exceptions: { ...days },
      years: [2026],
    })),
);

const budgets: fc.Arbitrary<WorkingDuration> = fc.oneof(
  fc.record({ amount: fc.constantFrom(1, 2, 3, 5, 9, 0.5, 2.5), unit: fc.constant('workday' as const) }),
  fc.record({ amount: fc.integer({ min: 1, max: 40 }), unit: fc.constant('workhour' as const) }),
  fc.record({ amount: fc.integer({ min: 1, max: 2000 }), unit: fc.constant('workminute' as const) }),
);

const START_DAYS = 60;
/** Minutes after the start of the window; lengths in minutes. */
const cases = fc.record({
  calendar: calendars,
  start: fc.integer({ min: 0, max: START_DAYS * DAY_MINUTES }),
  budget: budgets,
  stands: fc.array(
    fc.record({
      after: fc.integer({ min: -2 * DAY_MINUTES, max: 14 * DAY_MINUTES }),
      length: fc.integer({ min: 0, max: 6 * DAY_MINUTES }),
    }),
    { maxLength: 3 },
  ),
  open: fc.boolean(),
  later: fc.integer({ min: 0, max: 20 * DAY_MINUTES }),
  before: budgets,
  shares: fc.constantFrom(
    { amberBelow: 0.5, redBelow: 0.2 },
    { amberBelow: 0.9, redBelow: 1 / 3 },
    { amberBelow: 1, redBelow: 0 },
  ),
});
type Tried = typeof cases extends fc.Arbitrary<infer T> ? T : never;

function setUp({ calendar, start, budget, stands: random, open, later }: Tried) {
  const minutes = new Minutes(calendar);
  const spansOf = random.map(({ after, length }, i): Stand => {
    const from = start + after;
    return { from, to: open && i === random.length - 1 ? null : from + length };
  });
  const now = Math.max(start, ...spansOf.map(({ from, to }) => to ?? from)) + later;
  const clock: Clock = {
    budget,
    startedAt: minutes.instant(start),
    suspensions: spansOf.map(({ from, to }) => ({
      from: minutes.instant(from),
      to: to === null ? null : minutes.instant(to),
      reason: 'any',
    })),
    stoppedAt: null,
  };
  return { minutes, clock, run: { minutes, start, stands: spansOf, now }, now: minutes.instant(now) };
}

const RUNS = { numRuns: 400 };

describe('working time, counted minute by minute', () => {
  it('has the same due time, time left, colours and instants before the due time', () => {
    fc.assert(
      fc.property(cases, (tried) => {
        const { calendar, budget, before, shares } = tried;
        expect(officeProblem(calendar)).toBeNull();
        const { minutes, clock, run, now } = setUp(tried);
        const all = minutes.budget(run.start, budget);
        const due = reached(run, all);
        expect(dueAt(calendar, clock, now)).toBe(due);

        const used = passed(run, run.now);
        const open = run.stands.some(({ to }) => to === null);
        const reading = readClock(clock, now, calendar, shares);
        expect(reading.dueAt).toBe(due);
        expect(reading.budgetMinutes).toBe(Math.floor(all));
        expect(reading.leftMinutes).toBe(Math.floor(all - used));
        expect(reading.dayMinutes).toBe(minutes.dayLength);
        expect(isPaused(clock)).toBe(open);
        expect(elapsedMinutes(calendar, clock, now)).toBe(used);

        const length =
          before.unit === 'workday'
            ? before.amount * minutes.dayLength
            : before.amount * (before.unit === 'workhour' ? 60 : 1);
        expect(beforeDue(calendar, clock, before, now)).toBe(reached(run, all - length));

        if (open) {
          expect(reading.state).toBe('paused');
          expect(thresholdsAt(calendar, clock, shares)).toBeNull();
          return;
        }
        const at = (share: number): number => reached(run, all - all * share);
        expect(thresholdsAt(calendar, clock, shares)).toEqual({
          dueAt: due,
          amberAt: at(shares.amberBelow),
          redAt: at(shares.redBelow),
        });
        expect(reading.overdue).toBe(now > due);
        const red = now > due || used >= all - all * shares.redBelow;
        const amber = used >= all - all * shares.amberBelow;
        expect(reading.state).toBe(red ? 'red' : amber ? 'amber' : 'green');
      }),
      RUNS,
    );
  });

  it('adds durations and counts between instants alike', () => {
    fc.assert(
      fc.property(cases, (tried) => {
        const { minutes, run, now } = setUp(tried);
        const free: Run = { ...run, stands: [] };
        const start = minutes.instant(run.start);
        const end = reached(free, minutes.budget(run.start, tried.budget));
        expect(addDuration(tried.calendar, start, tried.budget)).toBe(end);
        expect(workingMinutesBetween(tried.calendar, start, now)).toBe(minutes.count(run.start, run.now));
      }),
      RUNS,
    );
  });
});
