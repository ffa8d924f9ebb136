/** What was rehearsed is what runs: the same commands at the same instants give the same events in both. */
import { defaultCalendar } from '@tongban/shared/calendar';
import type { Actor, CaseState, Command } from '@tongban/shared/kernel';
import { createRehearsal } from '@tongban/shared/simulation';
import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { manualClock } from '../clock.ts';
import type { Host } from '../host.ts';
import { MONDAY } from '../testing/contract.ts';
import { applicant, clerkOf, completeCommand, sampleDefinition, startCommand } from '../testing/sample.ts';
import { openEmbedded } from './index.ts';

const HOUR = 3_600_000;
const clock = manualClock(MONDAY);
const definition = sampleDefinition('rehearsed', { timers: false });
let folder: string;
let host: Host;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tongban-rehearsal-'));
  host = await openEmbedded({ folder, clock, onFault: () => undefined });
  await host.putDefinition('r1', definition);
});
afterAll(async () => {
  await host.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Move {
  readonly command: Command;
  readonly actor: Actor;
}

/** A command that somebody might give now: `pick` chooses the task, `what` the command; some of them are refused. */
function moveOf(state: CaseState, pick: number, what: number): Move | null {
  const tasks = Object.values(state.activities).filter((one) => one.kind === 'work');
  const task = tasks[pick % Math.max(1, tasks.length)];
  if (!task) return null;
  const actor = what === 4 ? applicant : clerkOf(task.node);
  const activity = task.id;
  const remarks = { fields: {}, materials: {}, general: '请核对' };
  const commands: readonly Command[] = [
    completeCommand(activity),
    { type: 'claim', activity },
    { type: 'askCorrection', activity, remarks, reason: '再核' },
    { type: 'return', activity, to: 'a', reason: '重办', mode: 'again' },
    { type: 'resubmit', patch: {} },
    { type: 'reject', activity, reason: '不符' },
    { type: 'release', activity },
  ];
  const command = commands[what];
  return command ? { command, actor } : null;
}

it('rehearsal and server give identical event sequences', async () => {
  let count = 0;
  const accepted = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(9), fc.nat(6), fc.nat(30)), { minLength: 3, maxLength: 25 }),
      async (steps) => {
        const caseId = `case-${(count += 1)}`;
        const rehearsal = createRehearsal(definition, defaultCalendar(), clock.now());
        const give = async ({ command, actor }: Move): Promise<void> => {
          const rehearsed = rehearsal.submit(command, actor);
          const served = await host.submit({ caseId, command, actor });
          expect(served.ok).toBe(rehearsed.ok);
          if (rehearsed.ok) accepted.add(command.type);
          if (!rehearsed.ok && !served.ok) expect(served.rejection).toEqual(rehearsed.rejection);
        };
        await give({ command: { ...startCommand(caseId), number: caseId } as Command, actor: applicant });
        for (const [pick, what, hours] of steps) {
          clock.advance(hours * HOUR);
          rehearsal.advance(clock.now());
          const state = rehearsal.state();
          const move = state && moveOf(state, pick, what);
          if (move) await give(move);
        }
        expect(await host.events(caseId)).toEqual(rehearsal.events());
      },
    ),
    { numRuns: 40 },
  );
  for (const type of ['start', 'claim', 'release', 'complete', 'askCorrection', 'resubmit', 'reject']) {
    expect(accepted).toContain(type);
  }
});
