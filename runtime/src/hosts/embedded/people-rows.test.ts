/** Tasks that change hands, questions and copies in the lists of those they are for, and what is told of them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Addressee, Command, OutboxEntry } from '@tongban/shared/kernel';
import { manualClock } from '../clock.ts';
import type { Host } from '../host.ts';
import { granted, MONDAY, openAt, starting, stateOf, until } from '../testing/contract.ts';
import { clerkOf, sampleDefinition } from '../testing/sample.ts';
import { openEmbedded } from './index.ts';

let folder: string;
let host: Host;
const told: OutboxEntry[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tongban-people-'));
  host = await openEmbedded({ folder, clock: manualClock(MONDAY), onFault: () => undefined });
  await host.putDefinition('r1', sampleDefinition('sample-1', { timers: false }));
  granted(await host.submit(starting('c1')));
  told.length = 0;
  host.onOutbox((entry) => void told.push(entry));
});
afterEach(async () => {
  await host.close();
  rmSync(folder, { recursive: true, force: true });
});

const office = (id: string, more: Partial<Addressee> = {}): Addressee => ({
  department: `dep-${id}`,
  departmentName: `${id}局`,
  departmentType: id,
  post: null,
  person: null,
  ...more,
});
const give = async (node: string, command: Command): Promise<void> =>
  void granted(await host.submit({ caseId: 'c1', command, actor: clerkOf(node) }));
const inbox = async (department: string, person = 'someone') =>
  (await host.queries.inbox({ department, posts: [], person }, {})).rows;

describe('lists', () => {
  it('show a task that was handed over where it is now, and the case to both offices', async () => {
    const activity = await openAt(host, 'c1', 'a');
    await give('a', {
      type: 'handOver',
      activity,
      to: office('z', { departmentType: 'a', person: { person: 'eve', name: 'Eve', posts: [] } }),
      reason: 'r',
    });
    expect(await inbox('dep-a')).toEqual([]);
    expect(await inbox('dep-z')).toMatchObject([
      { activity, kind: 'work', assignee: 'eve', assigneeName: 'Eve', claimedBy: null },
    ]);
    for (const department of ['dep-a', 'dep-z']) {
      const { rows } = await host.queries.cases({ kind: 'department', department }, {});
      expect(rows.map((row) => row.caseId)).toEqual(['c1']);
    }
    await until(() => told.some((one) => one.kind === 'handedOver' && one.person === 'eve'));
  });

  it('show a question as a task of those who are asked, and nobody else’s when it names one person', async () => {
    const ask = (to: Addressee): Command => ({
      type: 'consult',
      activity: '',
      to,
      question: 'q',
      deadline: { amount: 1, unit: 'workday' },
      wait: false,
      fields: null,
    });
    const activity = await openAt(host, 'c1', 'a');
    await give('a', { ...ask(office('x')), activity } as Command);
    await give('a', {
      ...ask(office('x', { person: { person: 'eve', name: 'Eve', posts: [] } })),
      activity,
    } as Command);
    expect(await inbox('dep-x')).toMatchObject([{ kind: 'consult', assignee: null, colour: 'green' }]);
    expect(await inbox('dep-x', 'eve')).toHaveLength(2);
    expect(await host.queries.inboxCounts({ department: 'dep-x', posts: [] })).toMatchObject({ all: 1 });
    const [first] = (await stateOf(host, 'c1')).consults ?? [];
    await give('x', { type: 'answerConsult', consult: first?.id ?? '', answer: 'yes' });
    expect(await inbox('dep-x')).toEqual([]);
    expect((await host.queries.done({ department: 'dep-x' }, {})).rows).toMatchObject([{ kind: 'consult' }]);
    // Where a case is, is where it is worked at.
    const [row] = (await host.queries.cases({ kind: 'all' }, {})).rows;
    expect(row?.where.map((one) => one.department).sort()).toEqual(['dep-a', 'dep-b', 'dep-c']);
  });

  it('keep copies apart from work, newest first, read and unread', async () => {
    const activity = await openAt(host, 'c1', 'a');
    const copy = (note: string): Command => ({ type: 'copyTo', activity, to: [office('x')], note, fields: null });
    await give('a', copy('one'));
    await give('a', copy('two'));
    const desk = { department: 'dep-x', posts: [] };
    expect(await inbox('dep-x')).toEqual([]);
    const [first] = (await stateOf(host, 'c1')).copies ?? [];
    await give('x', { type: 'markRead', copy: first?.id ?? '' });
    const all = (await host.queries.copies(desk, {})).rows;
    expect(all.map((row) => row.status).sort()).toEqual(['read', 'unread']);
    expect((await host.queries.copies(desk, { unread: true })).rows).toHaveLength(1);
    expect((await host.queries.departments()).find((one) => one.department === 'dep-x')).toBeUndefined();
  });

  it('show a task again that was taken back, and no longer what had followed from it', async () => {
    for (const node of ['a', 'b', 'c']) {
      const activity = await openAt(host, 'c1', node);
      await give(node, { type: 'complete', activity, outcome: 'done', opinion: '', patch: {} });
    }
    expect(await inbox('dep-a')).toMatchObject([{ node: 'last' }]);
    const state = await stateOf(host, 'c1');
    const mine = Object.values(state.activities).find((one) => one.node === 'c');
    await give('c', { type: 'takeBack', activity: mine?.id ?? '' });
    expect(await inbox('dep-a')).toEqual([]);
    expect(await inbox('dep-c')).toMatchObject([{ node: 'c', claimedBy: 'clerk-c', colour: 'green' }]);
    expect((await host.queries.done({ department: 'dep-c' }, {})).rows).toEqual([]);
    await host.close();
    host = await openEmbedded({ folder, clock: manualClock(MONDAY), onFault: () => undefined });
    expect((await stateOf(host, 'c1')).activities[mine?.id ?? '']?.status).toBe('open');
    expect((await host.verify('c1')).faults).toEqual([]);
  });

  it('show a suspended case as standing, everywhere', async () => {
    const admin = { ...clerkOf('a'), admin: true };
    const command: Command = { type: 'suspend', activity: null, reason: 'r', basis: 'b' };
    granted(await host.submit({ caseId: 'c1', command, actor: admin }));
    expect(await inbox('dep-a')).toMatchObject([{ colour: 'paused', dueAt: expect.any(Number) }]);
    const { rows } = await host.queries.cases({ kind: 'all' }, { status: 'suspended' });
    expect(rows).toMatchObject([{ colour: 'paused', status: 'suspended' }]);
    granted(
      await host.submit({ caseId: 'c1', command: { type: 'resume', activity: null, reason: 'r' }, actor: admin }),
    );
    expect(await inbox('dep-a')).toMatchObject([{ colour: 'green' }]);
  });
});
