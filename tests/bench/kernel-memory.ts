/** The kernel alone, in memory, beside bpmn-engine in memory: the same case, decided and projected. */
import { defaultCalendar } from '@tongban/shared/calendar';
import type { Definition } from '@tongban/shared/definition';
import { execute, project, type Actor, type CaseEvent, type CaseState, type Command } from '@tongban/shared/kernel';
import {
  applicant,
  clerkOf,
  completeCommand,
  sampleDefinition,
  SIDE_BY_SIDE,
  startCommand,
} from '../../runtime/src/hosts/testing/sample.ts';
import { type Bench, perSecond } from './bench.ts';
import { startBpmnEngine } from './bpmn-engine.ts';
import { COMMANDS_PER_CASE } from './host.ts';

const CASES = 5_000;
const THEIR_CASES = 300;

export const kernelMemory: Bench = {
  name: 'kernel.memory',
  unit: 'commands/s',
  yardstick: 'bpmn-engine, in memory',
  bar: 100,
  rounds: 3,
  async start() {
    const theirs = await startBpmnEngine();
    const definition = sampleDefinition('sample-1', { timers: false });
    return {
      ours: (round) =>
        perSecond(CASES * COMMANDS_PER_CASE, () => {
          for (let i = 0; i < CASES; i += 1) runCase(definition, `case-${round}-${i}`);
        }),
      yardstick: () => perSecond(THEIR_CASES * COMMANDS_PER_CASE, () => theirs.run(THEIR_CASES)),
      stop: () => Promise.resolve(),
    };
  },
};

function runCase(definition: Definition, caseId: string): void {
  const calendar = defaultCalendar();
  let state: CaseState | null = null;
  const open = new Map<string, string>();
  const act = (command: Command, actor: Actor): void => {
    const done = execute(definition, state, command, { now: Date.now(), actor, calendar });
    if (!done.ok) throw new Error(`refused: ${done.rejection.code}`);
    project(definition, state, done.state, calendar);
    state = done.state;
    for (const event of done.events as readonly CaseEvent[]) {
      if (event.type === 'activityStarted') open.set(event.node, event.id);
    }
  };
  act({ ...startCommand(caseId), number: '1' } as Command, applicant);
  for (const node of [...SIDE_BY_SIDE, 'last']) act(completeCommand(open.get(node) ?? ''), clerkOf(node));
}
