import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Design } from '../../document/index.ts';
import type { Executable } from '../../definition/index.ts';
import { check } from '../check.ts';
import { graphOf } from '../graph.ts';
import { lower } from '../lower.ts';
import { DesignBuilder, OPEN_CATALOG } from '../testing.ts';
import { kernelGame, tokenGame } from './brute-force.ts';
import { randomFlow } from './random-flow.ts';
import { proveSoundness } from './soundness.ts';

/** The executable, when the shape is right. */
function lowered(design: Design): Executable | null {
  const graph = graphOf(design.flow);
  return check({ design, graph, catalog: OPEN_CATALOG }).flowHolds ? lower(design, graph) : null;
}

function executableOf(builder: DesignBuilder): Executable {
  const executable = lowered(builder.build());
  if (!executable) throw new Error('Expected a flow whose shape is right');
  return executable;
}

const answerOf = (executable: Executable): 'sound' | 'unsound' =>
  proveSoundness(executable).length === 0 ? 'sound' : 'unsound';

/** Random flows of a right shape; how many, and how many of them are sound. */
function overRandomFlows(count: number, seed: number, test: (executable: Executable) => void): void {
  let [sound, unsound] = [0, 0];
  fc.assert(
    fc.property(randomFlow, (design) => {
      const executable = lowered(design);
      fc.pre(executable !== null);
      if (!executable) return;
      if (answerOf(executable) === 'sound') sound++;
      else unsound++;
      test(executable);
    }),
    { numRuns: count, seed, maxSkipsPerRun: 1000 },
  );
  // Both kinds must occur, or the comparison says nothing.
  expect(sound).toBeGreaterThan(count / 5);
  expect(unsound).toBeGreaterThan(count / 5);
}

describe('soundness agrees with brute force', () => {
  it('with a token game, on 1,000 random flows', () => {
    overRandomFlows(1000, 20261122, (executable) => {
      const answer = tokenGame(executable, 500);
      if (answer !== 'too large') expect(answerOf(executable)).toBe(answer);
    });
  });

  it('with the kernel itself, returns included, on 1,000 random flows', () => {
    overRandomFlows(1000, 7, (executable) => {
      const { answer } = kernelGame(executable, 60, true);
      if (answer !== 'too large') expect(answerOf(executable)).toBe(answer);
    });
  });
});
