/**
 * The calendars in force: kept in app.db, handed to the host, which recomputes what is open before a change returns.
 * Changes are made one after another; should the server stop between the two, the next start hands them over again.
 */
import { builtInYears, calendarOf, INSTALLATION, type CalendarBook } from '@tongban/shared/calendar';
import type { Host } from '../hosts/host.ts';
import type { CalendarEffect } from '../hosts/queries.ts';
import { fail, ok } from '../result.ts';
import { createSerial } from '../serial.ts';
import type { Db } from '../storage/database.ts';
import { bookFrom, hoursOf, planChange, yearIn, type Place, type Sources } from './plan.ts';
import { readChanges, readRules, readYears, removeYear, writeChange, writeRules, writeYear } from './records.ts';
import type { CalendarArea, CalendarPreview, RegionCalendarRow, YearRow } from './types.ts';

export interface CalendarDeps {
  readonly db: Db;
  readonly host: Pick<Host, 'calendar' | 'calendars' | 'setCalendars' | 'now'> & {
    readonly queries: { calendarEffect(book: CalendarBook): Promise<CalendarEffect> };
  };
  readonly places: () => Promise<readonly Place[]>;
}
export interface Calendars extends CalendarArea {
  /** Hands what is stored to the host, where it has something else: at the start, and when regions come. */
  refresh(): Promise<void>;
}

const KEY = 'calendar';

export function createCalendars({ db, host, places }: CalendarDeps): Calendars {
  const serial = createSerial();

  const sources = async (): Promise<Sources> => ({
    years: await readYears(db),
    rules: await readRules(db),
    places: new Map((await places()).map((place) => [place.id, place])),
  });
  const today = (): string => new Date(host.now() + host.calendar().offsetMinutes * 60_000).toISOString().slice(0, 10);

  return {
    refresh: () =>
      serial(KEY, async () => {
        const book = bookFrom(await sources());
        if (book.version !== host.calendars().version) await host.setCalendars(book);
      }),
    current: (session) => Promise.resolve(host.calendar(session.region ?? INSTALLATION)),
    async overview() {
      const known = await sources();
      return {
        now: host.now(),
        offsetMinutes: host.calendar().offsetMinutes,
        years: yearRows(known),
        regions: regionRows(known, bookFrom(known)),
      };
    },
    async year(region, year) {
      const known = await sources();
      if (region !== INSTALLATION && !known.places.has(region)) return fail('notFound');
      return ok(yearIn(known, region, year));
    },
    async preview(change) {
      const known = await sources();
      const planned = planChange(known, change, today());
      if (!planned.ok) return planned;
      const { subject, replaces, changed, office, warnings, next } = planned.value;
      const effect = shown(await host.queries.calendarEffect(next), known);
      return ok({ against: host.calendars().version, subject, replaces, changed, office, warnings, effect });
    },
    change: (session, change, against) =>
      serial(KEY, async () => {
        if (against !== host.calendars().version) return fail('calendarChanged');
        const planned = planChange(await sources(), change, today());
        if (!planned.ok) return planned;
        const { subject, changed, next, papers, store } = planned.value;
        const { cases, steps } = await host.queries.calendarEffect(next);
        const at = host.now();
        await db.transaction().execute(async (tx) => {
          if (store.type === 'year') await writeYear(tx, store.data, { at, name: session.name });
          else if (store.type === 'removeYear') await removeYear(tx, store.year);
          else await writeRules(tx, store.region, store.rules);
          await writeChange(tx, {
            ...subject,
            at,
            person: session.person,
            personName: session.name,
            version: next.version,
            daysChanged: changed.length,
            casesMoved: cases.moved,
            stepsMoved: steps.moved,
            papers,
          });
        });
        await host.setCalendars(next);
        return ok({ version: next.version, casesMoved: cases.moved, stepsMoved: steps.moved });
      }),
    changes: (query) => readChanges(db, query),
  };
}

function yearRows({ years }: Sources): readonly YearRow[] {
  const imported = new Map(years.map((one) => [one.year, one]));
  const all = [...builtInYears().filter(({ year }) => !imported.has(year)), ...years];
  return all
    .map(({ year, papers, days }): YearRow => {
      const off = days.filter((day) => day.isOffDay).length;
      const { at = null, personName = null } = imported.get(year) ?? {};
      return { year, off, work: days.length - off, papers, imported: imported.has(year), at, personName };
    })
    .sort((a, b) => a.year - b.year);
}

/** Every region after its parent, so that a list reads as a tree. */
function regionRows({ places, rules }: Sources, book: CalendarBook): readonly RegionCalendarRow[] {
  const below = new Map<string | null, Place[]>();
  for (const place of places.values()) {
    const parent = place.parent !== null && places.has(place.parent) ? place.parent : null;
    below.set(parent, [...(below.get(parent) ?? []), place]);
  }
  const row = (id: string, name: string | null, parent: string | null, depth: number): RegionCalendarRow => ({
    id,
    name,
    parent,
    depth,
    office: rules.get(id)?.office ?? null,
    days: rules.get(id)?.days ?? [],
    inForce: hoursOf(calendarOf(book, id)),
  });
  const walk = (parent: string | null, depth: number): RegionCalendarRow[] =>
    (below.get(parent) ?? []).flatMap(({ id, name }) => [
      row(id, name, parent ?? INSTALLATION, depth),
      ...walk(id, depth + 1),
    ]);
  return [row(INSTALLATION, null, null, 0), ...walk(null, 1)];
}

function shown({ moves, ...effect }: CalendarEffect, { places }: Sources): CalendarPreview['effect'] {
  return {
    ...effect,
    moves: moves.map(({ caseId, number, title, region, step, departmentName, before, after }) => ({
      caseId,
      number,
      title,
      regionName: places.get(region)?.name ?? null,
      step: step === null ? null : [step, departmentName].filter((part) => part !== null && part !== '').join(' · '),
      before,
      after,
    })),
  };
}
