/**
 * What every host must keep, as tests. A host passes them by giving `open`: a host on the folder with the clock; the
 * same folder may be opened again after it was closed.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseState, OutboxEntry } from '@tongban/shared/kernel';
import { manualClock, type HostClock, type ManualClock } from '../clock.ts';
import type { Host, Submission, Submitted } from '../host.ts';
import { applicant, clerkOf, completeCommand, sampleDefinition, SIDE_BY_SIDE, startCommand } from './sample.ts';

export type OpenHost = (folder: string, clock: HostClock) => Promise<Host>;

/** Sunday, 2026-11-22 was a day off; Monday 09:00 in China. */
export const MONDAY = Date.UTC(2026, 10, 23, 1, 0);
export const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export async function stateOf(host: Host, caseId: string): Promise<CaseState> {
  const loaded = await host.load(caseId);
  if (loaded === null) throw new Error(`expected case ${caseId}, found none`);
  return loaded.state;
}
/** Open activity of a node. */
export async function openAt(host: Host, caseId: string, node: string): Promise<string> {
  const { activities } = await stateOf(host, caseId);
  const found = Object.values(activities).find((one) => one.node === node && one.status === 'open');
  if (found === undefined) throw new Error(`expected an open activity at ${node}, found none`);
  return found.id;
}
export async function completion(host: Host, caseId: string, node: string): Promise<Submission> {
  const activity = await openAt(host, caseId, node);
  return { caseId, command: completeCommand(activity), actor: clerkOf(node) };
}
export const starting = (caseId: string, release = 'r1'): Submission => ({
  caseId,
  command: startCommand(caseId, release),
  actor: applicant,
});
export function granted(submitted: Submitted): Extract<Submitted, { ok: true }> {
  if (!submitted.ok) throw new Error(`expected ok, got ${JSON.stringify(submitted)}`);
  return submitted;
}
export async function runToEnd(host: Host, caseId: string): Promise<void> {
  granted(await host.submit(starting(caseId)));
  for (const node of [...SIDE_BY_SIDE, 'last']) granted(await host.submit(await completion(host, caseId, node)));
}
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('what was waited for did not happen');
}

export function hostContract(name: string, open: OpenHost): void {
  describe(`${name} keeps the host contract`, () => {
    let folder: string;
    let clock: ManualClock;
    let host: Host;

    beforeEach(async () => {
      folder = mkdtempSync(join(tmpdir(), 'tongban-host-'));
      clock = manualClock(MONDAY);
      host = await open(folder, clock);
      await host.putDefinition('r1', sampleDefinition());
    });
    afterEach(async () => {
      await host.close();
      rmSync(folder, { recursive: true, force: true });
    });
    async function restart(): Promise<void> {
      await host.close();
      host = await open(folder, clock);
    }

    it('runs a case from start to end, its events numbered without gaps', async () => {
      await runToEnd(host, 'c1');
      const state = await stateOf(host, 'c1');
      expect(state.status).toBe('ended');
      expect(state.result).toBe('approved');
      const events = await host.events('c1');
      expect(events.map((event) => event.seq)).toEqual(events.map((_, index) => index + 1));
      expect(state.seq).toBe(events.length);
    });

    it('shows what a command decided in every read after its answer', async () => {
      const started = granted(await host.submit(starting('c1')));
      expect(started.seq).toBe(started.events.length);
      expect((await stateOf(host, 'c1')).seq).toBe(started.seq);
      expect((await host.queries.openTasks('c1')).map((task) => task.node).sort()).toEqual(['a', 'b', 'c']);
    });

    it('answers commands of one case in the order they were given', async () => {
      granted(await host.submit(starting('c1')));
      const first = await completion(host, 'c1', 'a');
      const [one, two] = await Promise.all([host.submit(first), host.submit(first)]);
      expect(one.ok).toBe(true);
      expect(two).toMatchObject({ ok: false });
    });

    it('allots case numbers by day without gaps for those who bring none', async () => {
      const numbers: string[] = [];
      for (const id of ['c1', 'c2']) {
        granted(await host.submit(starting(id)));
        await host.submit({ ...starting(`${id}-refused`), command: startCommand(`${id}-refused`, 'unknown') });
        numbers.push((await stateOf(host, id)).number);
      }
      expect(numbers).toEqual(['202611230001', '202611230002']);
    });

    it('refuses what it does not know as values', async () => {
      expect(await host.submit(starting('c1', 'unknown'))).toMatchObject({
        ok: false,
        rejection: { code: 'notFound' },
      });
      const claim = { caseId: 'nowhere', command: completeCommand('x'), actor: applicant };
      expect(await host.submit(claim)).toMatchObject({ ok: false, rejection: { code: 'notFound' } });
      expect(await host.load('nowhere')).toBeNull();
      expect(await host.events('nowhere')).toEqual([]);
    });

    it('decides an idempotency key once, also after a restart', async () => {
      const keyed = { ...starting('c1'), key: 'k', keyScope: 'app|sample' };
      const first = granted(await host.submit(keyed));
      const again = granted(await host.submit({ ...keyed, ...starting('c2') }));
      expect(again).toMatchObject({ repeated: true, caseId: 'c1', seq: first.seq });
      expect(again.events).toEqual(first.events);
      await restart();
      expect(granted(await host.submit(keyed))).toMatchObject({ repeated: true, caseId: 'c1', seq: first.seq });
      expect(await host.load('c2')).toBeNull();
      expect((await host.events('c1')).length).toBe(first.seq);
    });

    it('keeps keys of different scopes apart and refuses another body', async () => {
      granted(await host.submit(starting('c1')));
      const a = { ...(await completion(host, 'c1', 'a')), key: 'k', keyScope: 'clerk-a|c1' };
      const b = { ...(await completion(host, 'c1', 'b')), key: 'k', keyScope: 'clerk-b|c1' };
      granted(await host.submit(a));
      granted(await host.submit(b));
      const { activity } = a.command as { activity: string };
      const other = await host.submit({ ...a, command: completeCommand(activity, '另一个意见') });
      expect(other).toEqual({ ok: false, conflict: 'keyReused' });
    });

    it('does not remember a refusal under its key', async () => {
      const early = { ...starting('c1', 'r2'), key: 'k', keyScope: 'app' };
      expect((await host.submit(early)).ok).toBe(false);
      await host.putDefinition('r2', sampleDefinition('sample-2'));
      expect(granted(await host.submit(early)).repeated).toBe(false);
    });

    it('keeps everything it acknowledged over a restart', async () => {
      await runToEnd(host, 'c1');
      granted(await host.submit(starting('c2')));
      const before = await Promise.all(
        ['c1', 'c2'].map(async (id) => [await stateOf(host, id), await host.events(id)]),
      );
      await restart();
      const after = await Promise.all(['c1', 'c2'].map(async (id) => [await stateOf(host, id), await host.events(id)]));
      expect(after).toEqual(before);
      granted(await host.submit(await completion(host, 'c2', 'b')));
    });

    it('finishes a case on the version it started', async () => {
      granted(await host.submit(starting('c1')));
      await host.putDefinition('r1', sampleDefinition('sample-2'));
      granted(await host.submit(starting('c2')));
      granted(await host.submit(await completion(host, 'c1', 'a')));
      expect((await host.load('c1'))?.definition.identity).toBe('sample-1');
      expect((await host.load('c2'))?.definition.identity).toBe('sample-2');
      expect((await host.definition('r1'))?.identity).toBe('sample-2');
    });

    it('tells committed commands after they are durable, and owes messages until they are taken', async () => {
      const heard: [string, number][] = [];
      host.onCommitted((caseId, seq) => heard.push([caseId, seq]));
      const started = granted(await host.submit(starting('c1')));
      expect(heard).toEqual([['c1', started.seq]]);
      await restart();
      const taken: OutboxEntry[] = [];
      host.onOutbox((entry) => void taken.push(entry));
      await until(() => taken.length === 3);
      expect(taken.map((entry) => entry.department).sort()).toEqual(['dep-a', 'dep-b', 'dep-c']);
      expect(new Set(taken.map((entry) => entry.key)).size).toBe(3);
      await restart();
      const late: OutboxEntry[] = [];
      host.onOutbox((entry) => void late.push(entry));
      granted(await host.submit(await completion(host, 'c1', 'a')));
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(late).toEqual([]);
    });

    it('offers a message again when its handler failed', async () => {
      let tries = 0;
      host.onOutbox((entry) => {
        if (entry.department !== 'dep-a') return;
        tries += 1;
        if (tries === 1) throw new Error('nobody home');
      });
      granted(await host.submit(starting('c1')));
      await until(() => tries === 2);
    });

    it('fires timers when they are due, once, also those that came due while it was down', async () => {
      const fired = async (): Promise<number> =>
        (await host.events('c1')).filter((event) => event.type === 'timerFired').length;
      granted(await host.submit(starting('c1')));
      await new Promise((resolve) => setTimeout(resolve, 60));
      expect(await fired()).toBe(0);
      await host.close();
      clock.advance(3 * DAY);
      host = await open(folder, clock);
      await until(async () => (await fired()) === 3);
      granted(await host.submit(await completion(host, 'c1', 'a')));
      granted(await host.submit(await completion(host, 'c1', 'b')));
      granted(await host.submit(await completion(host, 'c1', 'c')));
      clock.advance(10 * DAY);
      await until(async () => (await fired()) === 4);
      await new Promise((resolve) => setTimeout(resolve, 60));
      expect(await fired()).toBe(4);
    });

    it('plays cases into a new journal at their own instants, timers among them, then goes live', async () => {
      const at = MONDAY - 30 * DAY;
      expect(host.empty).toBe(true);
      granted(await host.playAt(at, starting('old')));
      await expect(host.submit(starting('live'))).rejects.toMatchObject({ code: 'importing' });
      await expect(host.playAt(at - 1, await completion(host, 'old', 'a'))).rejects.toMatchObject({
        code: 'backwards',
      });
      granted(await host.playAt(at + 10 * DAY, await completion(host, 'old', 'a')));
      await restart();
      expect(host.importing).toBe(true);
      await host.endImport();
      expect(host.importing).toBe(false);
      const events = await host.events('old');
      const instants = events.map((event) => event.at);
      expect(instants).toEqual([...instants].sort((x, y) => x - y));
      const fired = events.filter((event) => event.type === 'timerFired');
      expect(fired.length).toBe(3);
      for (const event of fired) expect(event.at).toBeLessThan(at + 10 * DAY);
      granted(await host.submit(starting('live')));
      await expect(host.playAt(at, starting('late'))).rejects.toMatchObject({ code: 'notImporting' });
    });

    it('verifies its record whole', async () => {
      await runToEnd(host, 'c1');
      await runToEnd(host, 'c2');
      const report = await host.verify();
      expect(report.faults).toEqual([]);
      expect(report.cases).toBe(2);
      expect(report.events).toBe((await host.events('c1')).length + (await host.events('c2')).length);
      expect(await host.verify('c1')).toMatchObject({ cases: 1, faults: [] });
    });

    it('keeps the instants of a case in order when the clock goes back', async () => {
      granted(await host.submit(starting('c1')));
      clock.advance(-DAY);
      const done = granted(await host.submit(await completion(host, 'c1', 'a')));
      expect(done.events[0]?.at).toBe(MONDAY);
    });

    it('refuses commands after it was closed', async () => {
      await host.close();
      await expect(host.submit(starting('c1'))).rejects.toMatchObject({ code: 'closed' });
      host = await open(folder, clock);
    });
  });
}
