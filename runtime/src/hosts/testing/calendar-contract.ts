/**
 * What every host must keep of working time, as tests: a case runs on the calendar of its region, and when calendars
 * come, due times, timers and what is shown of them are those of the new ones, as if they had always been there.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultCalendar, makeBook, nationalCalendar, type RegionRules } from '@tongban/shared/calendar';
import { manualClock, type ManualClock } from '../clock.ts';
import type { Host } from '../host.ts';
import { granted, openAt, starting, until, type OpenHost } from './contract.ts';
import { applicant, clerkOf, sampleDefinition, startCommand } from './sample.ts';

/** Beijing wall time. */
const at = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00+08:00`);
const rules = (more: Partial<RegionRules>): RegionRules => ({ parent: null, office: null, days: [], ...more });
const off = (date: string) => ({ name: '休', date, isOffDay: true });
const year2027 = (...days: string[]) => ({ year: 2027, papers: [], days: days.map(off) });
/** Friday, 1 January, is a holiday in the notice; without it the year counts Monday to Friday. */
const WITH_2027 = makeBook(nationalCalendar([year2027('2027-01-01')]));

export function calendarContract(name: string, open: OpenHost): void {
  describe(`${name} keeps working time`, () => {
    let folder: string;
    let clock: ManualClock;
    let host: Host;

    beforeEach(async () => {
      folder = mkdtempSync(join(tmpdir(), 'tongban-calendar-'));
      clock = manualClock(at('2026-11-23 09:00'));
      host = await open(folder, clock);
      await host.putDefinition('r1', sampleDefinition());
    });
    afterEach(async () => {
      await host.close();
      rmSync(folder, { recursive: true, force: true });
    });

    const start = async (caseId: string, region: string): Promise<void> => {
      const command = startCommand(caseId);
      if (command.type !== 'start') throw new Error('expected a start');
      granted(await host.submit({ caseId, command: { ...command, region }, actor: applicant }));
    };
    const dueOf = async (caseId: string): Promise<(number | null)[]> => {
      const steps = await host.queries.openTasks(caseId);
      return [...new Set(steps.map((step) => step.dueAt))];
    };
    const fired = async (caseId: string): Promise<number[]> =>
      (await host.events(caseId)).filter((event) => event.type === 'timerFired').map((event) => event.at);
    /** Everything that was due has fired when a second request is answered after the first. */
    const settled = async (): Promise<void> => {
      for (let turn = 0; turn < 2; turn += 1) await host.putDefinition('r1', sampleDefinition());
    };

    it('runs each case on the calendar of its region: same start, different due, each timer at its own time', async () => {
      const short = {
        hours: [
          { from: 540, to: 720 },
          { from: 840, to: 1020 },
        ],
      };
      await host.setCalendars(
        makeBook(defaultCalendar(), {
          state: rules({ days: [off('2026-11-24')] }),
          county: rules({ parent: 'state', office: short }),
        }),
      );
      await start('plain', 'elsewhere');
      await start('state', 'state');
      await start('county', 'county');
      expect(await dueOf('plain')).toEqual([at('2026-11-25 17:30')]);
      expect(await dueOf('state')).toEqual([at('2026-11-26 17:30')]);
      expect(await dueOf('county')).toEqual([at('2026-11-26 17:00')]);
      const left = async (caseId: string) => (await host.queries.openTasks(caseId))[0];
      expect(await left('state')).toMatchObject({ leftMinutes: 390 + 2 * 420, dayMinutes: 420 });
      expect(await left('county')).toMatchObject({ leftMinutes: 3 * 360, dayMinutes: 360 });

      clock.set(at('2026-11-25 17:30'));
      await until(async () => (await fired('plain')).length === 3);
      await settled();
      expect([await fired('state'), await fired('county')]).toEqual([[], []]);
      clock.set(at('2026-11-26 17:00'));
      await until(async () => (await fired('county')).length === 3);
      expect(await fired('state')).toEqual([]);
      clock.set(at('2026-11-26 17:30'));
      await until(async () => (await fired('state')).length === 3);
      expect(new Set(await fired('state'))).toEqual(new Set([at('2026-11-26 17:30')]));
    });

    it('recomputes only the cases of regions whose calendar changed, and keeps regions over a restart', async () => {
      await start('here', 'state');
      await start('there', 'elsewhere');
      const before = await host.queries.caseRow('there');
      await host.setCalendars(makeBook(defaultCalendar(), { state: rules({ days: [off('2026-11-24')] }) }));
      expect(await dueOf('here')).toEqual([at('2026-11-26 17:30')]);
      expect(await dueOf('there')).toEqual([at('2026-11-25 17:30')]);
      expect(await host.queries.caseRow('there')).toEqual(before);
      const { version } = host.calendars();
      await host.close();
      host = await open(folder, clock);
      expect(host.calendars().version).toBe(version);
      await start('later', 'state');
      expect(await dueOf('later')).toEqual([at('2026-11-26 17:30')]);
    });

    it('shows due times as provisional until the year is imported, and no more after; the promise stays', async () => {
      clock.set(at('2026-12-30 09:00'));
      granted(await host.submit(starting('c1')));
      const shown = async () => {
        const steps = await host.queries.openTasks('c1');
        const { rows } = await host.queries.cases({ kind: 'all' }, {});
        return [...steps, ...rows].map((row) => [row.provisional, row.dueAt]);
      };
      const promised = (await host.queries.caseRow('c1'))?.promisedAt;
      expect(promised).toBe(at('2027-01-06 17:30'));
      const step = [true, at('2027-01-01 17:30')];
      expect(await shown()).toEqual([step, step, step, [true, at('2027-01-06 17:30')]]);
      const events = await host.events('c1');

      await host.setCalendars(WITH_2027);
      const moved = [false, at('2027-01-04 17:30')];
      expect(await shown()).toEqual([moved, moved, moved, [false, at('2027-01-07 17:30')]]);
      expect((await host.queries.caseRow('c1'))?.promisedAt).toBe(promised);
      expect(await host.events('c1')).toEqual(events);
    });

    it('fires a timer when it is due by the calendar that came, later or at once', async () => {
      clock.set(at('2026-12-30 09:00'));
      await start('c1', 'any');
      await host.setCalendars(WITH_2027);
      clock.set(at('2027-01-02 10:00'));
      await settled();
      expect(await fired('c1')).toEqual([]);
      // The notice is corrected: the holiday is another day, and the time was over on Friday.
      await host.setCalendars(makeBook(nationalCalendar([year2027('2027-01-04')])));
      await until(async () => (await fired('c1')).length === 3);
      expect(await dueOf('c1')).toEqual([at('2027-01-01 17:30')]);
    });

    it('moves the end of a clock that stood while the year came by the working time that it stood', async () => {
      clock.set(at('2026-12-30 10:00'));
      await start('c1', 'any');
      const activity = await openAt(host, 'c1', 'a');
      const remarks = { fields: {}, materials: {}, general: '请补充说明' };
      granted(
        await host.submit({ caseId: 'c1', command: { type: 'askCorrection', activity, remarks }, actor: clerkOf('a') }),
      );
      await host.setCalendars(WITH_2027);
      clock.set(at('2027-01-04 10:00'));
      granted(await host.submit({ caseId: 'c1', command: { type: 'resubmit', patch: {} }, actor: applicant }));
      const step = (await host.queries.openTasks('c1')).find((one) => one.activity === activity);
      // Stood for 5.5 hours on 30 December, 7 on the 31st and 1.5 on 4 January: two days.
      expect(step?.dueAt).toBe(at('2027-01-06 17:30'));
      expect((await host.queries.openTasks('c1')).find((one) => one.node === 'b')?.dueAt).toBe(at('2027-01-04 17:30'));
      clock.set(at('2027-01-04 17:30'));
      await until(async () => (await fired('c1')).length === 2);
      clock.set(at('2027-01-06 17:30'));
      await until(async () => (await fired('c1')).length === 3);
    });

    it('tells beforehand what calendars would move, and changes nothing by it', async () => {
      clock.set(at('2026-12-30 09:00'));
      await start('moves', 'any');
      await start('stays', 'state');
      const state = { state: rules({ days: [off('2027-01-01')] }) };
      await host.setCalendars(makeBook(defaultCalendar(), state));
      await start('other', 'any');
      const next = makeBook(WITH_2027.national, state);
      const effect = await host.queries.calendarEffect(next);
      expect(effect).toMatchObject({
        cases: { running: 3, moved: 2 },
        steps: { open: 9, moved: 6 },
        provisional: { before: 3, after: 0 },
      });
      const before = effect.moves.filter((move) => move.caseId === 'moves').map((move) => move.before);
      expect(effect.moves.map(({ caseId, step }) => [caseId, step === null])).toEqual([
        ['moves', true],
        ['other', true],
        ...Array.from({ length: 3 }, () => ['moves', false]),
        ...Array.from({ length: 3 }, () => ['other', false]),
      ]);
      const real = async () => [(await host.queries.caseRow('moves'))?.dueAt, ...(await dueOf('moves'))];
      expect(await real()).toEqual([...new Set(before)]);
      await host.setCalendars(next);
      const after = effect.moves.filter((move) => move.caseId === 'moves').map((move) => move.after);
      expect(await real()).toEqual([...new Set(after)]);
      expect(await host.queries.calendarEffect(next)).toMatchObject({ cases: { moved: 0 }, steps: { moved: 0 } });
    });
  });
}
