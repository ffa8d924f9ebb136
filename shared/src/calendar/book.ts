/**
 * The calendars of all regions. A region has office hours and days of its own, or its parent's; the root is the
 * installation's own, over the national calendar. A case runs on the calendar of its region.
 * Invariant: a book is never changed in place; calendars are built once per book, and regions whose rules say nothing
 * share their parent's object, so that its index is built once.
 */
import { withDays } from './exceptions.ts';
import { digestOf, versionOf } from './version.ts';
import type { Calendar, NamedDay, OfficeHours } from './types.ts';

export interface RegionRules {
  /** The region it inherits from; null: the installation. */
  readonly parent: string | null;
  /** Null: as the parent. */
  readonly office: OfficeHours | null;
  /** Days off or on besides the parent's, e.g. a local festival. They stay when a year is imported. */
  readonly days: readonly NamedDay[];
}

export interface CalendarBook {
  /** Changes with everything in it. */
  readonly version: string;
  readonly national: Calendar;
  /** By region; one that is missing here has the installation's calendar. */
  readonly regions: Readonly<Record<string, RegionRules>>;
}

/** The installation itself: the root of all regions, and where a case without a region runs. */
export const INSTALLATION = '';

/** Throws when regions inherit from each other in a circle. */
export function makeBook(national: Calendar, regions: CalendarBook['regions'] = {}): CalendarBook {
  for (const id of Object.keys(regions)) refuseCircle(regions, id);
  const ids = Object.keys(regions).sort();
  const text = JSON.stringify(ids.map((id) => [id, regions[id]]));
  return { version: ids.length === 0 ? national.version : `${national.version}-${digestOf(text)}`, national, regions };
}

function refuseCircle(regions: CalendarBook['regions'], start: string): void {
  const seen = new Set<string>();
  for (let id: string | null = start; id !== null; id = rulesOf(regions, id)?.parent ?? null) {
    if (seen.has(id)) throw new Error(`Expected regions to form a tree but "${start}" inherits from itself`);
    seen.add(id);
  }
}

/** A stored calendar, or a book: journals from before there were regions hold one calendar. */
export function bookOf(stored: Calendar | CalendarBook): CalendarBook {
  return 'national' in stored ? stored : makeBook(stored);
}

const built = new WeakMap<CalendarBook, Map<string, Calendar>>();

/** The calendar in force in a region. */
export function calendarOf(book: CalendarBook, region: string): Calendar {
  let known = built.get(book);
  if (known === undefined) built.set(book, (known = new Map()));
  let calendar = known.get(region);
  if (calendar === undefined) known.set(region, (calendar = build(book, region)));
  return calendar;
}

function build(book: CalendarBook, region: string): Calendar {
  const rules = rulesOf(book.regions, region);
  if (region === INSTALLATION) return rules ? apply(book.national, rules) : book.national;
  const parent = calendarOf(book, rules?.parent ?? INSTALLATION);
  return rules ? apply(parent, rules) : parent;
}

function apply(parent: Calendar, { office, days }: RegionRules): Calendar {
  if (office === null && days.length === 0) return parent;
  const { offsetMinutes, years } = parent;
  const { hours, seasons = [] } = office ?? parent;
  const next: Omit<Calendar, 'version'> = {
    offsetMinutes,
    hours,
    ...(seasons.length > 0 ? { seasons } : {}),
    exceptions: withDays(parent.exceptions, days),
    years,
  };
  return { ...next, version: versionOf(next) };
}

function rulesOf(regions: CalendarBook['regions'], id: string): RegionRules | undefined {
  return Object.hasOwn(regions, id) ? regions[id] : undefined;
}
