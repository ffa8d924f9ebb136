/** What is stored of the calendars: imported years, what regions do differently, and who changed what. */
import { z } from 'zod';
import {
  builtInYears,
  nationalOf,
  officeSchema,
  type Calendar,
  type NamedDay,
  type OfficeHours,
  type YearData,
} from '@tongban/shared/calendar';
import { fromCursor, pageOf, PAGE_DEFAULT, toCursor, type Page, type PageQuery } from '../paging.ts';
import type { Db, Tx } from '../storage/database.ts';
import { readSetting } from '../storage/settings.ts';
import type { ChangeRow, ChangeSubject } from './types.ts';

/** Where the calendar stood before regions and years were kept apart; read, never written. */
const LEGACY = 'calendar';

const daysSchema = z.array(z.object({ name: z.string(), date: z.string(), isOffDay: z.boolean() }));
const papersSchema = z.array(z.string());
const legacySchema = z.object({
  exceptions: z.record(z.string(), z.enum(['off', 'work'])),
  years: z.array(z.number()),
});

export interface StoredYear extends YearData {
  /** Null for a year imported before it was remembered. */
  readonly at: number | null;
  readonly personName: string | null;
}
export interface StoredRules {
  readonly office: OfficeHours | null;
  readonly days: readonly NamedDay[];
}
export interface NewChange extends ChangeSubject {
  readonly at: number;
  readonly person: string;
  readonly personName: string;
  readonly version: string;
  readonly daysChanged: number;
  readonly casesMoved: number;
  readonly stepsMoved: number;
  readonly papers: readonly string[];
}

export async function readYears(db: Db): Promise<readonly StoredYear[]> {
  const rows = await db.selectFrom('calendar_year').selectAll().orderBy('year').execute();
  const stored = rows.map((row): StoredYear => ({
    year: row.year,
    papers: papersSchema.parse(JSON.parse(row.papers)),
    days: daysSchema.parse(JSON.parse(row.days)),
    at: row.at,
    personName: row.person_name,
  }));
  const known = new Set(stored.map(({ year }) => year));
  return [...(await legacyYears(db)).filter(({ year }) => !known.has(year)), ...stored];
}

/** Years that an older version imported into the one calendar it kept. */
async function legacyYears(db: Db): Promise<readonly StoredYear[]> {
  const setting = await readSetting(db, LEGACY);
  if (setting === undefined) return [];
  const { exceptions, years } = legacySchema.parse(setting);
  const builtIn = nationalOf(builtInYears());
  const of = (all: Calendar['exceptions'], year: number): [string, 'off' | 'work'][] =>
    Object.entries(all)
      .filter(([date]) => date.startsWith(`${year}-`))
      .sort();
  return years
    .filter((year) => JSON.stringify(of(exceptions, year)) !== JSON.stringify(of(builtIn.exceptions, year)))
    .map((year) => ({
      year,
      papers: [],
      days: of(exceptions, year).map(([date, kind]) => ({ name: '', date, isOffDay: kind === 'off' })),
      at: null,
      personName: null,
    }));
}

export async function readRules(db: Db): Promise<ReadonlyMap<string, StoredRules>> {
  const rows = await db.selectFrom('calendar_region').selectAll().execute();
  return new Map(
    rows.map((row) => [
      row.region,
      { office: officeSchema.nullable().parse(JSON.parse(row.office)), days: daysSchema.parse(JSON.parse(row.days)) },
    ]),
  );
}

export async function writeYear(tx: Tx, data: YearData, by: { at: number; name: string }): Promise<void> {
  const { year } = data;
  const values = {
    papers: JSON.stringify(data.papers),
    days: JSON.stringify(data.days),
    at: by.at,
    person_name: by.name,
  };
  await tx
    .insertInto('calendar_year')
    .values({ year, ...values })
    .onConflict((conflict) => conflict.column('year').doUpdateSet(values))
    .execute();
}

export async function removeYear(tx: Tx, year: number): Promise<void> {
  await tx.deleteFrom('calendar_year').where('year', '=', year).execute();
}

/** Rules that say nothing are not kept. */
export async function writeRules(tx: Tx, region: string, { office, days }: StoredRules): Promise<void> {
  await tx.deleteFrom('calendar_region').where('region', '=', region).execute();
  if (office === null && days.length === 0) return;
  const values = { region, office: JSON.stringify(office), days: JSON.stringify(days) };
  await tx.insertInto('calendar_region').values(values).execute();
}

export async function writeChange(tx: Tx, change: NewChange): Promise<void> {
  await tx
    .insertInto('calendar_change')
    .values({
      kind: change.kind,
      year: change.year,
      region: change.region,
      region_name: change.regionName,
      at: change.at,
      person: change.person,
      person_name: change.personName,
      version: change.version,
      days_changed: change.daysChanged,
      cases_moved: change.casesMoved,
      steps_moved: change.stepsMoved,
      papers: JSON.stringify(change.papers),
    })
    .execute();
}

export async function readChanges(db: Db, query: PageQuery): Promise<Page<ChangeRow>> {
  const limit = query.limit ?? PAGE_DEFAULT;
  let select = db
    .selectFrom('calendar_change')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(limit + 1);
  const before = fromCursor(query.cursor, 1);
  if (before) select = select.where('id', '<', Number(before[0]));
  return pageOf(
    await select.execute(),
    limit,
    (row) => toCursor([row.id]),
    (row): ChangeRow => ({
      id: String(row.id),
      kind: row.kind,
      year: row.year,
      region: row.region,
      regionName: row.region_name,
      at: row.at,
      personName: row.person_name,
      daysChanged: row.days_changed,
      casesMoved: row.cases_moved,
      stepsMoved: row.steps_moved,
      papers: papersSchema.parse(JSON.parse(row.papers)),
    }),
  );
}
