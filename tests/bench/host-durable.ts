/** Durable commands per second of the embedded host against the hand-written floor. */
import { type Bench, perSecond } from './bench.ts';
import { startFloor } from './floor.ts';
import { COMMANDS_PER_CASE, startHost } from './host.ts';

const CASES = 3_000;

export const hostDurable: Bench = {
  name: 'host.durable',
  unit: 'commands/s',
  yardstick: 'hand-written better-sqlite3, FULL, 64 per COMMIT',
  bar: 0.3,
  rounds: 5,
  async start() {
    const host = await startHost();
    const floor = startFloor();
    return {
      ours: (round) => perSecond(CASES * COMMANDS_PER_CASE, () => host.run(round, CASES)),
      yardstick: (round) => perSecond(CASES * COMMANDS_PER_CASE, () => floor.run(round, CASES)),
      async stop() {
        await host.stop();
        floor.stop();
      },
    };
  },
};
