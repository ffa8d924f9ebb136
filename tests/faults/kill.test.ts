/**
 * What was acknowledged survives a kill. A child gives commands to the embedded host and prints the acknowledged ones;
 * it is killed (SIGKILL) at a random moment, 20 times on one data folder. After each kill every acknowledged command is
 * there exactly once, and the record verifies.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CaseEvent } from '@tongban/shared/kernel';
import { openEmbedded } from '../../runtime/src/hosts/embedded/index.ts';
import { verifyFolder } from '../../runtime/src/hosts/embedded/verify.ts';
import { kernel } from '../../runtime/src/hosts/kernel.ts';
import type { Submission } from '../../runtime/src/hosts/host.ts';
import { applicant, clerkOf, completeCommand, startCommand } from '../../runtime/src/hosts/testing/sample.ts';
import { bundle } from './bundle.ts';

const KILLS = 20;
const LONGEST_RUN_MS = 900;
const RETRIED = 100;

interface Acknowledged {
  readonly caseId: string;
  readonly scope: string;
  readonly key: string;
  readonly seq: number;
}

let folder: string;
let child: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tongban-kill-'));
  child = await bundle('commander');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the child until it is killed, some time after it is ready. */
function runAndKill(run: number, afterMs: number): Promise<Acknowledged[]> {
  return new Promise((resolve, reject) => {
    const started = spawn(process.execPath, [child, folder, String(run)], { stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, errors, ready] = ['', '', false];
    started.stdout.on('data', (data: Buffer) => {
      out += data.toString('utf8');
      if (ready || !out.includes('ready\n')) return;
      ready = true;
      setTimeout(() => started.kill('SIGKILL'), afterMs);
    });
    started.stderr.on('data', (data: Buffer) => (errors += data.toString('utf8')));
    started.on('close', (_code, signal) => {
      if (signal !== 'SIGKILL') return reject(new Error(`the child ended by itself: ${errors}`));
      const lines = out.split('\n').slice(1, -1);
      resolve(lines.map((line) => JSON.parse(line) as Acknowledged));
    });
  });
}

/** A client that never saw the answer tries again with its key: the same answer, nothing decided anew. */
async function expectRepeated(acknowledged: readonly Acknowledged[]): Promise<void> {
  const host = await openEmbedded({ folder });
  try {
    for (const { caseId, scope, key, seq } of acknowledged) {
      const events = await host.events(caseId);
      const submitted = await host.submit({ ...commandOf(caseId, key, events), key, keyScope: scope });
      expect(submitted).toMatchObject({ ok: true, repeated: true, caseId, seq });
      expect((await host.events(caseId)).length).toBe(events.length);
    }
  } finally {
    await host.close();
  }
}

function commandOf(caseId: string, key: string, events: readonly CaseEvent[]): Submission {
  if (key === 'start') return { caseId, command: startCommand(caseId), actor: applicant };
  const task = events.find((event) => event.type === 'activityStarted' && event.node === key);
  const activity = task?.type === 'activityStarted' ? task.id : '';
  return { caseId, command: completeCommand(activity), actor: clerkOf(key) };
}

/** Faults among the acknowledged: lost, twice, or with another last event than was told. */
function faultsOf(acknowledged: readonly Acknowledged[]): string[] {
  const db = new Database(join(folder, 'journal.db'), { readonly: true });
  try {
    const find = db.prepare<[string, string, string], { last_seq: number }>(
      'SELECT last_seq FROM records WHERE case_id = ? AND scope = ? AND key = ?',
    );
    return acknowledged.flatMap(({ caseId, scope, key, seq }) => {
      const found = find.all(caseId, scope, key);
      return found.length === 1 && found[0]?.last_seq === seq ? [] : [`${scope} ${key}: ${JSON.stringify(found)}`];
    });
  } finally {
    db.close();
  }
}

it(`holds every acknowledged command exactly once after ${KILLS} kills`, async () => {
  const all: Acknowledged[] = [];
  for (let run = 0; run < KILLS; run += 1) {
    const acknowledged = await runAndKill(run, Math.random() * LONGEST_RUN_MS);
    all.push(...acknowledged);
    expect(faultsOf(acknowledged), `after kill ${run}`).toEqual([]);
  }
  expect(faultsOf(all)).toEqual([]);
  const report = verifyFolder(folder, null, kernel);
  expect(report.faults).toEqual([]);
  expect(all.length).toBeGreaterThan(KILLS);
  await expectRepeated(all.slice(-RETRIED));
  expect(report.events).toBeGreaterThan(all.length);
});
