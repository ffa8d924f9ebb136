/** The lists that desks and supervision read: who sees what, in which order, in which colour, page by page. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { manualClock, type ManualClock } from '../clock.ts';
import type { Host } from '../host.ts';
import { completion, granted, HOUR, MONDAY, openAt, starting } from '../testing/contract.ts';
import { clerkOf, sampleDefinition, startCommand, applicant } from '../testing/sample.ts';
import { openEmbedded } from './index.ts';

const DAY = 24 * HOUR;
const desk = { department: 'dep-a', posts: [] };
let folder: string;
let clock: ManualClock;
let host: Host;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tongban-queries-'));
  clock = manualClock(MONDAY);
  host = await openEmbedded({ folder, clock, onFault: () => undefined });
  await host.putDefinition('r1', sampleDefinition('sample-1', { timers: false }));
});
afterEach(async () => {
  await host.close();
  rmSync(folder, { recursive: true, force: true });
});

const complete = async (caseId: string, node: string): Promise<void> =>
  void granted(await host.submit(await completion(host, caseId, node)));
async function askCorrection(caseId: string, node: string): Promise<void> {
  const activity = await openAt(host, caseId, node);
  const remarks = { fields: {}, materials: {}, general: '请补充说明' };
  granted(await host.submit({ caseId, command: { type: 'askCorrection', activity, remarks }, actor: clerkOf(node) }));
}

describe('a desk', () => {
  it('turns green, amber, red with the working time, and stands while a correction is open', async () => {
    granted(await host.submit(starting('c1')));
    const row = async () => (await host.queries.inbox(desk, {})).rows[0];
    expect(await row()).toMatchObject({ caseId: 'c1', colour: 'green', overdue: false, number: '202611230001' });
    expect((await row())?.leftMinutes).toBeGreaterThan(0);
    clock.set((await row())?.amberAt ?? 0);
    expect(await row()).toMatchObject({ colour: 'amber', overdue: false });
    clock.set((await row())?.redAt ?? 0);
    expect(await row()).toMatchObject({ colour: 'red', overdue: false });
    clock.advance(2 * DAY);
    expect(await row()).toMatchObject({ colour: 'red', overdue: true });
    expect((await row())?.leftMinutes).toBeLessThan(0);
    await askCorrection('c1', 'a');
    const paused = await row();
    clock.advance(5 * DAY);
    expect(await row()).toMatchObject({ colour: 'paused', leftMinutes: paused?.leftMinutes });
    expect(await host.queries.inboxCounts(desk)).toEqual({ all: 1, green: 0, amber: 0, red: 0, paused: 1 });
  });

  it('shows its own office only, most urgent first, page by page, searched and by colour', async () => {
    for (let n = 0; n < 7; n += 1) {
      granted(await host.submit(starting(`c${n}`)));
      clock.advance(HOUR);
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await host.queries.inbox(desk, { limit: 3, cursor });
      seen.push(...page.rows.map((row) => row.caseId));
      expect(page.rows.every((row) => row.department === 'dep-a')).toBe(true);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(['c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6']);
    const found = await host.queries.inbox(desk, { search: '202611230003' });
    expect(found.rows.map((row) => row.caseId)).toEqual(['c2']);
    expect((await host.queries.inbox(desk, { search: "%' OR 1=1 --" })).rows).toEqual([]);
    expect((await host.queries.inbox(desk, { colour: 'red' })).rows).toEqual([]);
    expect((await host.queries.inbox(desk, { colour: 'green' })).rows.length).toBe(7);
    expect((await host.queries.inbox({ department: 'dep-x', posts: [] }, {})).rows).toEqual([]);
    expect((await host.queries.inbox(desk, { cursor: 'nonsense' })).rows.length).toBe(7);
  });

  it('moves what is done to its own list, newest first, with who did it', async () => {
    for (const caseId of ['c1', 'c2']) {
      granted(await host.submit(starting(caseId)));
      await complete(caseId, 'a');
      clock.advance(HOUR);
    }
    expect((await host.queries.inbox(desk, {})).rows).toEqual([]);
    const done = await host.queries.done({ department: 'dep-a', person: 'clerk-a' }, {});
    expect(done.rows.map((row) => [row.caseId, row.colour])).toEqual([
      ['c2', 'ended'],
      ['c1', 'ended'],
    ]);
    expect((await host.queries.done({ department: 'dep-a', person: 'other' }, {})).rows).toEqual([]);
  });
});

describe('lists of cases', () => {
  beforeEach(async () => {
    for (const caseId of ['c1', 'c2', 'c3']) {
      granted(await host.submit(starting(caseId)));
      clock.advance(HOUR);
    }
    for (const node of ['a', 'b', 'c', 'last']) await complete('c1', node);
    await askCorrection('c2', 'b');
  });
  const ids = (page: { rows: readonly { caseId: string }[] }): string[] => page.rows.map((row) => row.caseId);

  it('are those of the scope, newest first, page by page', async () => {
    const { cases } = host.queries;
    const first = await cases({ kind: 'person', person: 'app' }, { limit: 2 });
    expect(ids(first)).toEqual(['c3', 'c2']);
    expect(ids(await cases({ kind: 'person', person: 'app' }, { limit: 2, cursor: first.next ?? '' }))).toEqual(['c1']);
    expect(ids(await cases({ kind: 'person', person: 'other' }, {}))).toEqual([]);
    expect(ids(await cases({ kind: 'applicantDepartment', department: 'unit' }, {}))).toEqual(['c3', 'c2', 'c1']);
    const worked = await cases({ kind: 'department', department: 'dep-b' }, { limit: 2 });
    expect(ids(worked)).toEqual(['c3', 'c2']);
    const more = { limit: 2, cursor: worked.next ?? '' };
    expect(ids(await cases({ kind: 'department', department: 'dep-b' }, more))).toEqual(['c1']);
    expect(ids(await cases({ kind: 'department', department: 'dep-x' }, {}))).toEqual([]);
    expect(ids(await cases({ kind: 'all' }, { status: 'ended' }))).toEqual(['c1']);
    expect(ids(await cases({ kind: 'all' }, { colour: 'paused' }))).toEqual(['c2']);
    expect(ids(await cases({ kind: 'all' }, { department: 'dep-a' }))).toEqual(['c3', 'c2']);
    expect(ids(await cases({ kind: 'all' }, { code: 'other' }))).toEqual([]);
  });

  it('tell where a case is', async () => {
    const running = (await host.queries.cases({ kind: 'all' }, { status: 'running' })).rows[0];
    expect(running?.where.map((step) => step.departmentName)).toEqual(['a局', 'b局', 'c局']);
    expect(running).toMatchObject({ caseId: 'c3', colour: 'green', overdue: false });
    expect((await host.queries.caseRow('c2'))?.status).toBe('correcting');
  });
});

describe('figures', () => {
  it('count running cases by colour, ended ones, departments and scenarios, and no trial', async () => {
    for (const caseId of ['c1', 'c2', 'c3']) granted(await host.submit(starting(caseId)));
    const trial = { ...startCommand('t1'), trial: true } as ReturnType<typeof startCommand>;
    granted(await host.submit({ caseId: 't1', command: trial, actor: applicant }));
    clock.advance(2 * HOUR);
    for (const node of ['a', 'b', 'c', 'last']) await complete('c1', node);
    clock.advance(20 * DAY);
    granted(await host.submit(starting('c4')));
    expect(await host.queries.overview()).toEqual({ green: 1, amber: 0, red: 2, paused: 0, ended: 1, overdue: 2 });
    const departments = await host.queries.departments();
    expect(departments.map((one) => one.department)).toEqual(['dep-a', 'dep-b', 'dep-c']);
    expect(departments[0]).toMatchObject({ name: 'a局', green: 1, red: 2, done: 2, overdue: 2 });
    expect(departments[1]).toMatchObject({ name: 'b局', green: 1, red: 2, done: 1, overdue: 2 });
    expect(await host.queries.scenarios()).toEqual([
      { code: 'sample', title: '并联样例', running: 3, ended: 1, measuredMinutes: 120 },
    ]);
    expect(await host.queries.casesByRelease()).toEqual({ r1: { running: 3, all: 4 } });
  });
});
