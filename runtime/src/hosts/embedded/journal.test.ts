/** What the journal promises when something fails: on disk, in the kernel, or by someone's hand on the file. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultCalendar, makeBook, nationalCalendar } from '@tongban/shared/calendar';
import type { CaseEvent, Command } from '@tongban/shared/kernel';
import { manualClock } from '../clock.ts';
import type { HostError } from '../host.ts';
import { kernel, type Kernel } from '../kernel.ts';
import { MONDAY } from '../testing/contract.ts';
import { applicant, clerkOf, completeCommand, sampleDefinition, startCommand } from '../testing/sample.ts';
import { openEmbedded } from './index.ts';
import { Journal } from './journal.ts';
import { lockFolder, openWriter } from './open.ts';
import type { Answer, SubmitItem } from './protocol.ts';
import { MIGRATIONS, migrate } from './schema.ts';
import { createStore, type Store } from './store.ts';
import { verify } from './verify.ts';

const BUG = '请出错';
/** Fails where a bug would: while deciding, or later while projecting. */
const failing: Kernel = {
  ...kernel,
  execute(definition, state, command, facts) {
    if (command.type === 'complete' && command.opinion === BUG) throw new Error('a bug');
    return kernel.execute(definition, state, command, facts);
  },
};

let folder: string;
let db: Database.Database;
let store: Store;
let journal: Journal;
let id = 0;

function open(options: { saveEvery?: number; cacheStates?: number } = {}): void {
  db = openWriter(folder);
  migrate(db, MONDAY);
  store = createStore(db);
  const clock = manualClock(MONDAY);
  const { saveEvery = 64, cacheStates = 100 } = options;
  journal = new Journal({
    store,
    kernel: failing,
    clock,
    calendars: makeBook(defaultCalendar()),
    saveEvery,
    cacheStates,
  });
}
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tongban-journal-'));
  open();
  const definition = sampleDefinition();
  id += 1;
  const json = JSON.stringify(definition);
  journal.run([{ kind: 'definition', id, release: 'r1', identity: definition.identity, json }]);
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

function item(caseId: string, command: Command, node = 'start', key: string | null = null): SubmitItem {
  id += 1;
  const actor = JSON.stringify(node === 'start' ? applicant : clerkOf(node));
  const keyed = key === null ? null : { scope: 's', key, digest: 'd' };
  const text = JSON.stringify(command);
  return { kind: 'submit', id, caseId, command: text, actor, registersDown: null, key: keyed, playAt: null };
}
const start = (caseId: string): SubmitItem => item(caseId, startCommand(caseId));
function ok(answer: Answer | undefined): Extract<Answer, { ok: true }> {
  if (answer?.ok !== true) throw new Error(`expected ok, got ${JSON.stringify(answer)}`);
  return answer;
}
function eventsOf(caseId: string): CaseEvent[] {
  return store.payloads(caseId, 0).flatMap((payload) => JSON.parse(payload) as CaseEvent[]);
}
function task(caseId: string, node: string): string {
  const found = eventsOf(caseId).find((event) => event.type === 'activityStarted' && event.node === node);
  if (found?.type !== 'activityStarted') throw new Error(`expected a task at ${node}`);
  return found.id;
}

describe('a batch', () => {
  it('answers one bug and keeps the commands around it', () => {
    ok(journal.run([start('c1')]).answers[0]);
    const bad = item('c1', completeCommand(task('c1', 'a'), BUG), 'a');
    const good = item('c1', completeCommand(task('c1', 'b')), 'b');
    const { answers } = journal.run([start('c2'), bad, good]);
    expect(answers.map((answer) => answer.ok)).toEqual([true, false, true]);
    expect(answers[1]).toMatchObject({ error: { code: 'bug' } });
    expect(eventsOf('c1').at(-1)?.by).toBe('clerk-b');
    expect(verify(db, null, kernel).faults).toEqual([]);
  });

  it('undoes one command that fails while it is written, and keeps the others', () => {
    ok(journal.run([start('c1')]).answers[0]);
    const taken = task('c1', 'a');
    db.exec(`CREATE TRIGGER refuse BEFORE INSERT ON records WHEN NEW.case_id = 'c-bad'
      BEGIN SELECT RAISE(ABORT, 'refused by the test'); END`);
    const done = item('c1', completeCommand(taken), 'a');
    const { answers } = journal.run([start('c2'), start('c-bad'), done]);
    expect(answers.map((answer) => answer.ok)).toEqual([true, false, true]);
    expect(eventsOf('c-bad')).toEqual([]);
    expect(eventsOf('c2').length).toBeGreaterThan(0);
    db.exec('DROP TRIGGER refuse');
    ok(journal.run([start('c-bad')]).answers[0]);
    expect(verify(db, null, kernel).faults).toEqual([]);
  });

  it('shows nothing of a batch whose COMMIT failed, and goes on from what is on disk', () => {
    ok(journal.run([start('c1')]).answers[0]);
    const before = eventsOf('c1');
    const { commit } = store;
    store.commit = () => {
      throw new Error('disk full');
    };
    const lost = journal.run([item('c1', completeCommand(task('c1', 'a')), 'a', 'k'), start('c2')]);
    expect(lost.committed).toEqual([]);
    for (const answer of lost.answers) expect(answer).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    store.commit = commit;
    expect(eventsOf('c1')).toEqual(before);
    const again = journal.run([item('c1', completeCommand(task('c1', 'a')), 'a', 'k'), start('c2')]);
    expect(again.answers.map((answer) => ok(answer).repeated)).toEqual([false, false]);
    expect(verify(db, null, kernel)).toMatchObject({ cases: 2, faults: [] });
  });

  it('decides a key once even when both tries share a batch', () => {
    const first = item('c1', startCommand('c1'), 'start', 'k');
    const second = item('c2', startCommand('c2'), 'start', 'k');
    const [one, two] = journal.run([first, second]).answers;
    expect(ok(one)).toMatchObject({ repeated: false, caseId: 'c1' });
    expect(ok(two)).toMatchObject({ repeated: true, caseId: 'c1', events: ok(one).events });
  });
});

describe('cases out of memory', () => {
  it('come back from saved states and later events as they were', () => {
    db.close();
    open({ saveEvery: 7, cacheStates: 2 });
    for (let n = 0; n < 6; n += 1) ok(journal.run([start(`c${n}`)]).answers[0]);
    for (let n = 0; n < 6; n += 1) {
      ok(journal.run([item(`c${n}`, completeCommand(task(`c${n}`, 'b')), 'b')]).answers[0]);
      ok(journal.run([item(`c${n}`, completeCommand(task(`c${n}`, 'a')), 'a')]).answers[0]);
    }
    expect(db.prepare('SELECT count(*) FROM states').pluck().get()).toBe(6);
    expect(verify(db, null, kernel)).toMatchObject({ cases: 6, faults: [] });
  });
});

describe('the record', () => {
  const faults = (): unknown[] => verify(db, null, kernel).faults.map((fault) => [fault.seq, fault.fault]);
  beforeEach(() => {
    for (const caseId of ['c1', 'c2']) ok(journal.run([start(caseId)]).answers[0]);
    ok(journal.run([item('c1', completeCommand(task('c1', 'a')), 'a')]).answers[0]);
  });
  const second = `case_id = 'c1' AND seq > 1`;

  it('is whole when nobody touched it', () => expect(faults()).toEqual([]));

  it('shows a changed payload', () => {
    db.exec(`UPDATE records SET payload = replace(payload, '同意', '不同意') WHERE ${second}`);
    expect(faults()).toContainEqual([expect.any(Number), 'payload']);
  });
  it('shows a changed author and a changed instant', () => {
    db.exec(`UPDATE records SET by = 'someone' WHERE ${second}`);
    expect(faults()).toContainEqual([expect.any(Number), 'header']);
    db.exec(`UPDATE records SET by = 'clerk-a', at = at - 1 WHERE ${second}`);
    expect(faults()).toContainEqual([expect.any(Number), 'header']);
  });
  it('shows a payload that was changed together with its hash', () => {
    db.exec(`UPDATE records SET payload_hash = 'zero' WHERE ${second}`);
    expect(faults().length).toBeGreaterThan(0);
  });
  it('shows that the tail of a case, or a case as a whole, is gone', () => {
    db.exec(`DELETE FROM records WHERE ${second}`);
    expect(faults()).toContainEqual([null, 'commit']);
    db.exec(`DELETE FROM records WHERE case_id = 'c2'`);
    expect(faults()).toContainEqual([null, 'commit']);
  });
  it('shows a record from the middle that is gone', () => {
    ok(journal.run([item('c1', completeCommand(task('c1', 'b')), 'b')]).answers[0]);
    db.exec(`DELETE FROM records WHERE case_id = 'c1' AND by = 'clerk-a'`);
    const found = faults();
    expect(found).toContainEqual([expect.any(Number), 'gap']);
    expect(found).toContainEqual([expect.any(Number), 'link']);
  });
  it('shows a saved state that is not what the events give', () => {
    const state = kernel.evolve(null, eventsOf('c1'));
    store.saveState('c1', state.seq, JSON.stringify({ ...state, title: '另一个事项' }));
    expect(faults()).toContainEqual([expect.any(Number), 'state']);
  });
});

describe('the data folder', () => {
  it('belongs to one server at a time, and is free again when that one ended', async () => {
    db.close();
    const host = await openEmbedded({ folder });
    const refused = await openEmbedded({ folder }).catch((error: HostError) => error);
    expect(refused).toMatchObject({ code: 'folderInUse' });
    expect(() => lockFolder(folder)).toThrow(/in use by another server \(process \d+\)/);
    await host.close();
    lockFolder(folder)();
    open();
  });

  it('of a newer version is refused, an older one is brought up in order', async () => {
    const next = [...MIGRATIONS, { version: 99, name: 'later', sql: 'CREATE TABLE later (a INTEGER)' }];
    migrate(db, MONDAY, next);
    expect(db.prepare('SELECT version, name FROM migrations ORDER BY version').all()).toEqual(
      next.map(({ version, name }) => ({ version, name })),
    );
    migrate(db, MONDAY, next);
    db.close();
    await expect(openEmbedded({ folder })).rejects.toMatchObject({ code: 'newerJournal' });
    db = new Database(':memory:');
  });

  it('is written with synchronous=FULL on every opening', () => {
    db.close();
    db = openWriter(folder);
    expect(db.pragma('synchronous', { simple: true })).toBe(2);
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
  });
});

it('backs up while it runs, in one file that verifies by itself', async () => {
  db.close();
  const host = await openEmbedded({ folder });
  await Promise.all(
    ['c1', 'c2', 'c3'].map((caseId) => host.submit({ caseId, command: startCommand(caseId), actor: applicant })),
  );
  const file = join(folder, 'copy.db');
  await host.backup(file);
  await expect(host.backup(file)).rejects.toThrow(/exists already/);
  await host.close();
  db = new Database(file, { readonly: true });
  expect(verify(db, null, kernel)).toMatchObject({ cases: 3, faults: [] });
});

describe('calendars that come', () => {
  const next = makeBook(
    nationalCalendar([{ year: 2026, papers: [], days: [{ name: '休', date: '2026-11-24', isOffDay: true }] }]),
  );
  const due = (): { activity: string; due_at: number }[] =>
    db.prepare<[], { activity: string; due_at: number }>('SELECT activity, due_at FROM tasks ORDER BY activity').all();
  const timers = (): unknown[] => db.prepare('SELECT due_at FROM timers ORDER BY timer').all();

  it('leave no due time of the old ones behind when a command comes before they are recomputed', () => {
    ok(journal.run([start('c1')]).answers[0]);
    const before = due();
    id += 1;
    journal.run([
      { kind: 'calendar', id, json: JSON.stringify(next) },
      item('c1', { type: 'claim', activity: task('c1', 'a') }, 'a'),
    ]);
    const DAY = 86_400_000;
    expect(due()).toEqual(before.map((row) => ({ ...row, due_at: row.due_at + DAY })));
    expect(timers()).toEqual(before.map((row) => ({ due_at: row.due_at + DAY })));
    const rows = db.prepare('SELECT * FROM tasks').all();
    while (journal.recompute() !== null);
    expect(db.prepare('SELECT * FROM tasks').all()).toEqual(rows);
  });

  it('are read from a journal of the time when there was one calendar for all', () => {
    const { national } = next;
    store.putCalendar(national.version, JSON.stringify(national), MONDAY);
    store.putMeta('calendar', national.version);
    db.close();
    open();
    expect(journal.calendars).toEqual(makeBook(national));
    ok(journal.run([start('c1')]).answers[0]);
    expect(due()[0]?.due_at).toBe(Date.parse('2026-11-26T17:30:00+08:00'));
  });

  it('are forgotten with the batch whose COMMIT failed', () => {
    const { commit } = store;
    store.commit = () => {
      throw new Error('disk full');
    };
    id += 1;
    const { answers } = journal.run([{ kind: 'calendar', id, json: JSON.stringify(next) }]);
    expect(answers).toMatchObject([{ ok: false, id, error: { code: 'unavailable' } }]);
    store.commit = commit;
    for (let later = journal.recompute(); later !== null; later = journal.recompute())
      expect(later.answers).toEqual([]);
    expect(journal.calendars.version).toBe(defaultCalendar().version);
  });
});
