/** The embedded host, durable, beside bpmn-engine, which keeps everything in memory. */
import { type Bench, perSecond } from './bench.ts';
import { startBpmnEngine } from './bpmn-engine.ts';
import { COMMANDS_PER_CASE, startHost } from './host.ts';

const CASES = 3_000;
const THEIR_CASES = 300;

export const hostBpmnEngine: Bench = {
  name: 'host.bpmn-engine',
  unit: 'commands/s',
  yardstick: 'bpmn-engine, in memory',
  bar: null,
  rounds: 3,
  async start() {
    const host = await startHost();
    const theirs = await startBpmnEngine();
    return {
      ours: (round) => perSecond(CASES * COMMANDS_PER_CASE, () => host.run(round, CASES)),
      yardstick: () => perSecond(THEIR_CASES * COMMANDS_PER_CASE, () => theirs.run(THEIR_CASES)),
      stop: () => host.stop(),
    };
  },
};
