/**
 * Working time through the server: a year is looked at, imported and remembered; regions have rules of their own;
 * what is running follows, what was promised stays.
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultCalendar, makeBook } from '@tongban/shared/calendar';
import { writeSetting } from '../src/storage/settings.ts';
import { apply, draftOf, openWorld, publish, reasonOf, type Caller, type World } from './world.ts';

/** Beijing wall time. */
const at = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00+08:00`);
const off = (date: string, name = '休') => ({ name, date, isOffDay: true });
const yearFile = (days: readonly object[], year = 2027): string =>
  JSON.stringify({ year, papers: ['https://www.gov.cn/notice'], days });
/** Friday, 1 January, and a Sunday that is worked for it. */
const NEW_YEAR = yearFile([off('2027-01-01', '元旦'), { name: '元旦', date: '2027-01-03', isOffDay: false }]);
const SHORT_DAY = {
  hours: [
    { from: 540, to: 720 },
    { from: 840, to: 1020 },
  ],
};

let world: World;
let admin: Caller;
beforeEach(async () => {
  world = await openWorld();
  admin = await world.as('admin');
  await publish(world, await draftOf(world));
});
afterEach(() => world.close());

type Change = Parameters<Caller['calendar']['preview']>[0]['change'];
async function make(change: Change) {
  const { against } = await admin.calendar.preview({ change });
  return admin.calendar.change({ change, against });
}
const rules = (region: string, more: Partial<Extract<Change, { kind: 'region' }>>): Change => ({
  kind: 'region',
  region,
  office: null,
  days: [],
  ...more,
});
async function caseShown(caseId: string) {
  const { rows } = await (await world.as('supervisor')).supervision.cases({});
  const row = rows.find((one) => one.caseId === caseId);
  if (!row) throw new Error(`expected case ${caseId} to be shown`);
  return row;
}

describe('a year', () => {
  test('is looked at first, then imported: due times move, 暂定 goes, the promise stays, and it is remembered by whom', async () => {
    world.clock.set(at('2026-12-30 09:00'));
    const { caseId } = await apply(world);
    const supervisor = await world.as('supervisor');
    expect(await caseShown(caseId)).toMatchObject({
      provisional: true,
      dueAt: at('2027-01-06 17:30'),
      promisedAt: at('2027-01-06 17:30'),
    });
    expect((await supervisor.supervision.overview()).provisionalYears).toEqual([2027]);

    const change = { kind: 'year', text: NEW_YEAR } as const;
    const seen = await admin.calendar.preview({ change });
    expect(seen).toMatchObject({
      subject: { kind: 'year', year: 2027, region: null },
      replaces: false,
      office: null,
      changed: [
        { date: '2027-01-01', name: '元旦', before: 'work', after: 'off' },
        { date: '2027-01-03', name: '元旦', before: 'off', after: 'work' },
      ],
      warnings: [{ code: 'calendarFewDays', params: { year: 2027, off: 1 } }],
      effect: { cases: { running: 1, moved: 0 }, steps: { open: 1, moved: 1 }, provisional: { before: 1, after: 0 } },
    });
    expect(seen.effect.moves).toMatchObject([
      {
        caseId,
        step: 'review · dept a',
        regionName: 'Town',
        before: at('2027-01-01 17:30'),
        after: at('2027-01-03 17:30'),
      },
    ]);
    expect(await caseShown(caseId)).toMatchObject({ provisional: true });

    const applied = await admin.calendar.change({ change, against: seen.against });
    expect(applied).toMatchObject({ casesMoved: 0, stepsMoved: 1 });
    expect(world.host.calendars().version).toBe(applied.version);
    expect(await caseShown(caseId)).toMatchObject({
      provisional: false,
      dueAt: at('2027-01-06 17:30'),
      promisedAt: at('2027-01-06 17:30'),
    });
    expect((await supervisor.supervision.overview()).provisionalYears).toEqual([]);
    const task = (await (await world.as('checker')).desk.inbox({ scope: 'open' })).rows[0];
    expect(task).toMatchObject({ dueAt: at('2027-01-03 17:30'), provisional: false, dayMinutes: 420 });

    const remembered = { at: world.clock.now(), personName: 'ADA' };
    const { rows } = await admin.calendar.changes({});
    expect(rows).toMatchObject([
      {
        ...remembered,
        kind: 'year',
        year: 2027,
        daysChanged: 2,
        casesMoved: 0,
        stepsMoved: 1,
        papers: ['https://www.gov.cn/notice'],
      },
    ]);
    const { years } = await admin.calendar.overview();
    expect(years.at(-1)).toMatchObject({ year: 2027, off: 1, work: 1, imported: true, ...remembered });
    expect(years.at(-2)).toMatchObject({ year: 2026, imported: false, at: null });
  });

  test('moves the promise of nobody when it is corrected, and the due time of everybody', async () => {
    world.clock.set(at('2026-12-30 09:00'));
    await make({ kind: 'year', text: NEW_YEAR });
    const { caseId } = await apply(world);
    const promised = (await caseShown(caseId)).promisedAt;
    await make({ kind: 'year', text: yearFile([off('2027-01-01'), off('2027-01-04'), off('2027-01-05')]) });
    expect(await caseShown(caseId)).toMatchObject({ promisedAt: promised, dueAt: at('2027-01-11 17:30') });
    const change = { kind: 'removeYear', year: 2027 } as const;
    expect((await admin.calendar.preview({ change })).effect.provisional).toEqual({ before: 0, after: 1 });
    await make(change);
    expect(await caseShown(caseId)).toMatchObject({ promisedAt: promised, provisional: true, dueAt: promised });
    expect((await admin.calendar.changes({ limit: 1 })).rows).toMatchObject([{ kind: 'removeYear', year: 2027 }]);
    expect(await reasonOf(make(change))).toBe('notFound');
  });

  test('that was changed by someone else since it was looked at takes no effect', async () => {
    const change = { kind: 'year', text: NEW_YEAR } as const;
    const { against } = await admin.calendar.preview({ change });
    await make(rules('town', { days: [off('2026-12-01')] }));
    const { version } = world.host.calendars();
    expect(await reasonOf(admin.calendar.change({ change, against }))).toBe('calendarChanged');
    expect(world.host.calendars().version).toBe(version);
    expect((await admin.calendar.changes({})).rows.length).toBe(1);
  });

  test.each([
    ['invalidJson', '{'],
    ['calendarShape', '[]'],
    ['calendarYear', yearFile([off('1027-01-01')], 1027)],
    ['calendarDate', yearFile([off('2027-02-30')])],
    ['calendarDuplicate', yearFile([off('2027-01-01'), off('2027-01-01')])],
    ['calendarEmpty', yearFile([])],
  ])('that is wrong is refused with %s and changes nothing', async (reason, text) => {
    const { version } = world.host.calendars();
    expect(await reasonOf(admin.calendar.preview({ change: { kind: 'year', text } }))).toBe(reason);
    expect(await reasonOf(admin.calendar.change({ change: { kind: 'year', text }, against: version }))).toBe(reason);
    expect(world.host.calendars().version).toBe(version);
    expect((await admin.calendar.changes({})).rows).toEqual([]);
  });

  test('that an older version imported into its one calendar is still there', async () => {
    const { exceptions, years, ...calendar } = defaultCalendar();
    const old = { ...calendar, exceptions: { ...exceptions, '2027-01-01': 'off' }, years: [...years, 2027] };
    await writeSetting(world.db, 'calendar', old);
    await world.server.inner.calendars.refresh();
    expect(world.host.calendar().years.at(-1)).toBe(2027);
    expect(world.host.calendar().exceptions['2027-01-01']).toBe('off');
    expect((await admin.calendar.overview()).years.at(-1)).toMatchObject({ year: 2027, imported: true, at: null });
    await make({ kind: 'year', text: yearFile([off('2027-01-04')]) });
    expect(world.host.calendar().exceptions['2027-01-01']).toBeUndefined();
  });

  test('is handed to the host again when the server stopped before it could be', async () => {
    const { version } = await make({ kind: 'year', text: NEW_YEAR });
    await world.host.setCalendars(makeBook(defaultCalendar()));
    await world.server.inner.calendars.refresh();
    expect(world.host.calendars().version).toBe(version);
  });
});

describe('a region', () => {
  test('has days and hours of its own, and what its parent has; cases run on them', async () => {
    const { caseId } = await apply(world);
    const due = async () => (await (await world.as('checker')).desk.inbox({ scope: 'open' })).rows[0];
    expect(await due()).toMatchObject({ dueAt: at('2026-11-25 17:30') });
    const seen = await admin.calendar.preview({ change: rules('county', { days: [off('2026-11-24', '县庆')] }) });
    expect(seen).toMatchObject({
      subject: { region: 'county', regionName: 'County' },
      changed: [{ date: '2026-11-24', name: '县庆', before: 'work', after: 'off' }],
      effect: { steps: { open: 1, moved: 1 } },
    });
    await make(rules('county', { days: [off('2026-11-24', '县庆')] }));
    expect(await due()).toMatchObject({ dueAt: at('2026-11-26 17:30'), dayMinutes: 420 });

    await make(rules('town', { office: SHORT_DAY, days: [{ name: '补班', date: '2026-11-24', isOffDay: false }] }));
    expect(await due()).toMatchObject({ dueAt: at('2026-11-25 17:00'), dayMinutes: 360 });
    const view = await (await world.as('applicant')).cases.view({ id: caseId });
    expect(view.clock).toMatchObject({ dayMinutes: 360, dueAt: at('2026-11-30 17:00') });
    expect((await (await world.as('applicant')).calendar.current()).hours).toEqual(SHORT_DAY.hours);
    expect((await (await world.as('checker')).calendar.current()).hours).toEqual(defaultCalendar().hours);

    const { regions } = await admin.calendar.overview();
    expect(regions.map(({ id, parent, depth }) => [id, parent, depth])).toEqual([
      ['', null, 0],
      ['county', '', 1],
      ['town', 'county', 2],
    ]);
    expect(regions[2]).toMatchObject({ office: SHORT_DAY, inForce: SHORT_DAY });
    expect(
      (await admin.calendar.year({ region: 'town', year: 2026 })).days.filter((day) => day.region !== null),
    ).toEqual([{ date: '2026-11-24', name: '补班', kind: 'work', region: 'town' }]);
    const official = await admin.calendar.year({ region: 'county', year: 2026 });
    expect(official.official).toBe(true);
    expect(official.days.find((day) => day.date === '2026-10-01')).toEqual({
      date: '2026-10-01',
      name: '国庆节',
      kind: 'off',
      region: null,
    });

    await make(rules('town', {}));
    expect(await due()).toMatchObject({ dueAt: at('2026-11-26 17:30') });
    expect((await admin.calendar.changes({ limit: 2 })).rows.map((row) => [row.kind, row.regionName])).toEqual([
      ['region', 'Town'],
      ['region', 'Town'],
    ]);
  });

  test('that is added below one with rules has them from its first case on', async () => {
    await make(rules('county', { days: [off('2026-11-24')] }));
    const { id } = await admin.directory.addRegion({ name: 'Village', parent: 'town' });
    expect(world.host.calendar(id).exceptions['2026-11-24']).toBe('off');
    expect(world.host.calendar().exceptions['2026-11-24']).toBeUndefined();
  });

  test('rules of the whole installation hold everywhere', async () => {
    await make(rules('', { office: SHORT_DAY, days: [off('2026-11-24')] }));
    for (const region of ['', 'county', 'town', 'elsewhere']) {
      expect(world.host.calendar(region)).toMatchObject(SHORT_DAY);
      expect(world.host.calendar(region).exceptions['2026-11-24']).toBe('off');
    }
  });

  test.each<[string, Change]>([
    ['invalidInput', rules('nowhere', { days: [off('2026-11-24')] })],
    ['calendarHours', rules('town', { office: { hours: [{ from: -1, to: 600 }] } })],
    [
      'calendarSeasonLength',
      rules('town', {
        office: { ...SHORT_DAY, seasons: [{ from: '06-01', to: '09-30', hours: [{ from: 0, to: 60 }] }] },
      }),
    ],
    ['calendarDate', rules('town', { days: [off('')] })],
    ['calendarDuplicate', rules('town', { days: [off('2026-11-24'), off('2026-11-24')] })],
  ])('refuses wrong rules with %s', async (reason, change) => {
    expect(await reasonOf(admin.calendar.preview({ change }))).toBe(reason);
    expect(await reasonOf(admin.calendar.year({ region: 'nowhere', year: 2026 }))).toBe('notFound');
  });
});
