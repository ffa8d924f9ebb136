/** What is stored, as calendars; and a change, checked and thought through, before anything is written. Pure. */
import {
  builtInYears,
  calendarOf,
  changedDays,
  daysProblem,
  INSTALLATION,
  makeBook,
  nationalCalendar,
  officeProblem,
  readYear,
  yearWarnings,
  type CalendarBook,
  type CalendarProblem,
  type CalendarWarning,
  type ChangedDay,
  type OfficeHours,
  type RegionRules,
  type YearData,
} from '@tongban/shared/calendar';
import { fail, ok, type Failure, type Result } from '../result.ts';
import type { StoredRules, StoredYear } from './records.ts';
import type { CalendarChange, CalendarYear, ChangeSubject, YearDay } from './types.ts';

export interface Place {
  readonly id: string;
  readonly name: string;
  readonly parent: string | null;
}

/** Everything that calendars are made of. */
export interface Sources {
  readonly years: readonly StoredYear[];
  readonly rules: ReadonlyMap<string, StoredRules>;
  readonly places: ReadonlyMap<string, Place>;
}

const NOTHING: StoredRules = { office: null, days: [] };

/** Holds the regions that are not simply the installation's: those with rules of their own, and all below them. */
export function bookFrom({ years, rules, places }: Sources): CalendarBook {
  const regions: Record<string, RegionRules> = {};
  const own = rules.get(INSTALLATION);
  if (own) regions[INSTALLATION] = { parent: null, ...own };
  for (const { id, parent } of places.values()) {
    if (chainOf(places, id).some((place) => rules.has(place))) {
      regions[id] = { parent, ...(rules.get(id) ?? NOTHING) };
    }
  }
  return makeBook(nationalCalendar(years), regions);
}

/** A region and those above it, nearest first, without the installation. */
function chainOf(places: Sources['places'], region: string): readonly string[] {
  const chain: string[] = [];
  for (let id: string | null = region; id !== null && !chain.includes(id); id = places.get(id)?.parent ?? null) {
    if (places.has(id)) chain.push(id);
  }
  return chain;
}

export interface Plan {
  readonly subject: ChangeSubject;
  readonly replaces: boolean;
  readonly next: CalendarBook;
  readonly changed: readonly (ChangedDay & { readonly name: string })[];
  readonly office: { readonly before: OfficeHours; readonly after: OfficeHours } | null;
  readonly warnings: readonly CalendarWarning[];
  readonly papers: readonly string[];
  /** What is to be stored. */
  readonly store:
    | { readonly type: 'year'; readonly data: YearData }
    | { readonly type: 'removeYear'; readonly year: number }
    | { readonly type: 'rules'; readonly region: string; readonly rules: StoredRules };
}

/** `today`: local date YYYY-MM-DD. */
export function planChange(sources: Sources, change: CalendarChange, today: string): Result<Plan> {
  switch (change.kind) {
    case 'year':
      return planYear(sources, change.text, today);
    case 'removeYear':
      return planRemoval(sources, change.year);
    case 'region':
      return planRegion(sources, change);
  }
}

const refused = ({ code, params }: CalendarProblem): Failure => fail(code, { params });

function planYear(sources: Sources, text: string, today: string): Result<Plan> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return fail('invalidJson');
  }
  const read = readYear(json);
  if (!read.ok) return refused(read.problem);
  const { year } = read;
  const stored: StoredYear = { ...year, at: null, personName: null };
  const years = [...sources.years.filter((one) => one.year !== year.year), stored];
  return ok({
    ...national(sources, years, { kind: 'year', year: year.year }),
    replaces: bookFrom(sources).national.years.includes(year.year),
    warnings: yearWarnings(year, today),
    papers: year.papers,
    store: { type: 'year', data: year },
  });
}

function planRemoval(sources: Sources, year: number): Result<Plan> {
  const known = sources.years.find((one) => one.year === year);
  if (known === undefined || known.at === null) return fail('notFound');
  const years = sources.years.filter((one) => one !== known);
  return ok({
    ...national(sources, years, { kind: 'removeYear', year }),
    replaces: true,
    warnings: [],
    papers: known.papers,
    store: { type: 'removeYear', year },
  });
}

function national(
  sources: Sources,
  years: Sources['years'],
  subject: Pick<ChangeSubject, 'kind' | 'year'>,
): Pick<Plan, 'subject' | 'next' | 'changed' | 'office'> {
  const next = bookFrom({ ...sources, years });
  const names = namesOf([...sources.years, ...years]);
  const changed = changedDays(bookFrom(sources).national, next.national);
  return {
    subject: { ...subject, region: null, regionName: null },
    next,
    changed: changed.map((day) => ({ ...day, name: names.get(day.date) ?? '' })),
    office: null,
  };
}

function namesOf(years: readonly YearData[]): ReadonlyMap<string, string> {
  return new Map([...builtInYears(), ...years].flatMap(({ days }) => days.map(({ date, name }) => [date, name])));
}

function planRegion(sources: Sources, change: Extract<CalendarChange, { kind: 'region' }>): Result<Plan> {
  const { region, office, days } = change;
  const place = sources.places.get(region);
  if (region !== INSTALLATION && !place) return fail('invalidInput', { params: { what: 'region' } });
  const wrong = (office === null ? null : officeProblem(office)) ?? daysProblem(days);
  if (wrong) return refused(wrong);
  const rules = { office, days: [...days].sort((a, b) => (a.date < b.date ? -1 : 1)) };
  const known = new Map(sources.rules);
  if (office === null && days.length === 0) known.delete(region);
  else known.set(region, rules);
  const next = bookFrom({ ...sources, rules: known });
  const [before, after] = [calendarOf(bookFrom(sources), region), calendarOf(next, region)];
  const named = [...(sources.rules.get(region)?.days ?? []), ...days];
  const names = new Map([...namesOf(sources.years), ...named.map(({ date, name }) => [date, name] as const)]);
  return ok({
    subject: { kind: 'region', year: null, region, regionName: place?.name ?? null },
    replaces: sources.rules.has(region),
    next,
    changed: changedDays(before, after).map((day) => ({ ...day, name: names.get(day.date) ?? '' })),
    office: sameHours(before, after) ? null : { before: hoursOf(before), after: hoursOf(after) },
    warnings: [],
    papers: [],
    store: { type: 'rules', region, rules },
  });
}

export function hoursOf({ hours, seasons = [] }: OfficeHours): OfficeHours {
  return seasons.length === 0 ? { hours } : { hours, seasons };
}
function sameHours(a: OfficeHours, b: OfficeHours): boolean {
  return JSON.stringify(hoursOf(a)) === JSON.stringify(hoursOf(b));
}

/** Days of a year that somebody named, as they are in a region. */
export function yearIn(sources: Sources, region: string, year: number): CalendarYear {
  const imported = new Set(sources.years.map((one) => one.year));
  const notices = [...builtInYears().filter((one) => !imported.has(one.year)), ...sources.years];
  const found = new Map<string, YearDay>();
  const note = (days: YearData['days'], from: string | null): void => {
    for (const { date, name, isOffDay } of days) {
      if (date.startsWith(`${year}-`)) found.set(date, { date, name, kind: isOffDay ? 'off' : 'work', region: from });
    }
  };
  for (const { days } of [...notices].sort((a, b) => a.year - b.year)) note(days, null);
  for (const place of [INSTALLATION, ...[...chainOf(sources.places, region)].reverse()]) {
    note(sources.rules.get(place)?.days ?? [], place);
  }
  return {
    year,
    official: notices.some((one) => one.year === year),
    days: [...found.values()].sort((a, b) => (a.date < b.date ? -1 : 1)),
  };
}
