/** The embedded host under the load of the bench: 64 cases in flight, each one command at a time, each with a key. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded } from '../../runtime/src/hosts/embedded/index.ts';
import type { Host, Submission, Submitted } from '../../runtime/src/hosts/host.ts';
import {
  applicant,
  clerkOf,
  completeCommand,
  sampleDefinition,
  SIDE_BY_SIDE,
  startCommand,
} from '../../runtime/src/hosts/testing/sample.ts';

export const IN_FLIGHT = 64;
/** start, three side by side, one. */
export const COMMANDS_PER_CASE = 5;

export interface HostLoad {
  /** Runs so many cases to their end; `round` makes their ids new. */
  run(round: number, cases: number): Promise<void>;
  stop(): Promise<void>;
}

export async function startHost(): Promise<HostLoad> {
  const folder = mkdtempSync(join(tmpdir(), 'tongban-bench-'));
  const entry = new URL('./journal-worker.mjs', import.meta.url);
  const host = await openEmbedded({ folder, entry });
  await host.putDefinition('r1', sampleDefinition('sample-1', { timers: false }));
  host.onOutbox(() => undefined);
  return {
    async run(round, cases) {
      let next = 0;
      const one = async (): Promise<void> => {
        while (next < cases) {
          next += 1;
          await runCase(host, `case-${round}-${String(next).padStart(6, '0')}`);
        }
      };
      await Promise.all(Array.from({ length: IN_FLIGHT }, one));
    },
    async stop() {
      await host.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function runCase(host: Host, caseId: string): Promise<void> {
  const started = await must(host, {
    caseId,
    command: startCommand(caseId),
    actor: applicant,
    key: '0',
    keyScope: caseId,
  });
  const open = new Map<string, string>();
  for (const event of started.events) if (event.type === 'activityStarted') open.set(event.node, event.id);
  let last = started;
  for (const node of SIDE_BY_SIDE) last = await complete(host, caseId, node, open.get(node));
  const arrived = last.events.find((event) => event.type === 'activityStarted');
  const ended = await complete(host, caseId, 'last', arrived?.type === 'activityStarted' ? arrived.id : undefined);
  if (ended.events[ended.events.length - 1]?.type !== 'caseEnded') throw new Error(`case ${caseId} did not end`);
}

function complete(host: Host, caseId: string, node: string, activity: string | undefined) {
  if (activity === undefined) throw new Error(`expected a task at ${node}`);
  const actor = clerkOf(node);
  return must(host, {
    caseId,
    command: completeCommand(activity),
    actor,
    key: node,
    keyScope: `${actor.person}|${caseId}`,
  });
}

async function must(host: Host, submission: Submission): Promise<Extract<Submitted, { ok: true }>> {
  const submitted = await host.submit(submission);
  if (!submitted.ok) throw new Error(`refused: ${JSON.stringify(submitted)}`);
  return submitted;
}
