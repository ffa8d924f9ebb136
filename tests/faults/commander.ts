/**
 * Child of the kill test: opens the host on a folder and gives it commands, each with a key, until it is killed. Each
 * acknowledged one becomes a line on stdout, written at once. Usage: commander.mjs <folder> <run>
 */
import { writeSync } from 'node:fs';
import { openEmbedded } from '../../runtime/src/hosts/embedded/index.ts';
import type { Submission } from '../../runtime/src/hosts/host.ts';
import {
  applicant,
  clerkOf,
  completeCommand,
  sampleDefinition,
  SIDE_BY_SIDE,
  startCommand,
} from '../../runtime/src/hosts/testing/sample.ts';

/** Cases in flight. */
const IN_FLIGHT = 24;
const STDOUT = 1;

const [folder = '', run = '0'] = process.argv.slice(2);
const host = await openEmbedded({ folder, entry: new URL('./journal-worker.mjs', import.meta.url) });
await host.putDefinition('r1', sampleDefinition());
host.onOutbox(() => undefined);

async function give(submission: Submission): Promise<string[]> {
  const { caseId, key = '', keyScope = '' } = submission;
  const submitted = await host.submit(submission);
  if (!submitted.ok) throw new Error(`${caseId} ${key}: ${JSON.stringify(submitted)}`);
  writeSync(STDOUT, `${JSON.stringify({ caseId: submitted.caseId, scope: keyScope, key, seq: submitted.seq })}\n`);
  return submitted.events.flatMap((event) => (event.type === 'activityStarted' ? [event.id, event.node] : []));
}

async function runCase(caseId: string): Promise<void> {
  const started = await give({
    caseId,
    command: startCommand(caseId),
    actor: applicant,
    key: 'start',
    keyScope: caseId,
  });
  let last: string[] = [];
  for (const node of SIDE_BY_SIDE) {
    last = await give(completion(caseId, node, started[started.indexOf(node) - 1] ?? ''));
  }
  await give(completion(caseId, 'last', last[0] ?? ''));
}

function completion(caseId: string, node: string, activity: string): Submission {
  const actor = clerkOf(node);
  return { caseId, command: completeCommand(activity), actor, key: node, keyScope: `${actor.person}|${caseId}` };
}

writeSync(STDOUT, 'ready\n');
await Promise.all(
  Array.from({ length: IN_FLIGHT }, async (_, lane) => {
    for (let n = 0; ; n += 1) await runCase(`run${run}-${lane}-${n}`);
  }),
);
