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
  it('with a token game, on 1,000 random flows', { timeout: 240_000 }, () => {
    let decided = 0;
    overRandomFlows(1000, 20261122, (executable) => {
      const answer = tokenGame(executable, 500);
      if (answer === 'too large') return;
      decided++;
      expect(answerOf(executable)).toBe(answer);
    });
    expect(decided).toBeGreaterThan(800);
  });

  it('with the kernel itself, returns included, on 1,000 random flows', { timeout: 240_000 }, () => {
    let decided = 0;
    overRandomFlows(1000, 7, (executable) => {
      const { answer } = kernelGame(executable, 40, true);
      if (answer === 'too large') return;
      decided++;
      expect(answerOf(executable)).toBe(answer);
    });
    expect(decided).toBeGreaterThan(700);
  });
});

/** Decisions of a trace, as `step:choice`. */
const decisionsOf = (executable: Executable): string[] =>
  (proveSoundness(executable)[0]?.trace ?? []).flatMap(({ node, choice }) =>
    choice === null ? [] : [`${node}:${choice}`],
  );

describe('a violation', () => {
  it('of a fork whose ways may not all come is a deadlock, with the way there', () => {
    const executable = executableOf(
      new DesignBuilder()
        .node('start', 'start')
        .task('before')
        .node('parallel', 'fork')
        .task('left', { decides: ['ok', '-no'] })
        .task('right')
        .node('parallel', 'join')
        .node('exclusive', 'merge')
        .node('end', 'end')
        .chain('start', 'before', 'fork', 'right', 'join', 'merge', 'end')
        .chain('fork', 'left')
        .edge('left', 'join', { decision: 'ok' })
        .edge('left', 'end', { decision: 'no' }),
    );
    const [found] = proveSoundness(executable);
    expect(found).toMatchObject({
      code: 'sound.leftover',
      element: { kind: 'node', id: 'join' },
      params: { name: 'join', missing: 'left' },
    });
    expect(decisionsOf(executable)).toEqual(['before:ok', 'left:no', 'right:ok']);
    expect(found?.trace?.at(-1)?.tokens).toEqual([{ at: 'right>join', kind: 'edge' }]);
  });

  it('of a branch joined like a fork is a deadlock at the join', () => {
    const executable = executableOf(
      new DesignBuilder()
        .node('start', 'start')
        .task('judge', { decides: ['one', 'other'] })
        .task('a')
        .task('b')
        .node('parallel', 'join')
        .node('end', 'end')
        .chain('start', 'judge')
        .edge('judge', 'a', { decision: 'one' })
        .edge('judge', 'b', { decision: 'other' })
        .chain('a', 'join', 'end')
        .chain('b', 'join'),
    );
    expect(proveSoundness(executable)[0]).toMatchObject({
      code: 'sound.deadlock',
      params: { name: 'join', missing: 'b' },
    });
    expect(decisionsOf(executable)).toEqual(['judge:one', 'a:ok']);
  });

  it('of a fork merged like a branch is a step under way twice', () => {
    const executable = executableOf(
      new DesignBuilder()
        .node('start', 'start')
        .node('parallel', 'fork')
        .task('a')
        .task('b')
        .task('after')
        .node('end', 'end')
        .chain('start', 'fork', 'a', 'after', 'end')
        .chain('fork', 'b', 'after'),
    );
    expect(proveSoundness(executable)[0]).toMatchObject({
      code: 'sound.twoTokens',
      element: { kind: 'node', id: 'after' },
    });
    expect(decisionsOf(executable)).toEqual(['a:ok', 'b:ok']);
  });

  it('of gateways that turn by themselves names the circle', () => {
    const field = (id: string) => ({
      type: 'compare' as const,
      left: { type: 'field' as const, id },
      op: 'filled' as const,
    });
    const executable = executableOf(
      new DesignBuilder()
        .node('start', 'start')
        .node('exclusive', 'x')
        .node('exclusive', 'y')
        .node('end', 'end')
        .field('f')
        .chain('start', 'x', 'y')
        .edge('y', 'x', { condition: field('f') })
        .edge('y', 'end', { isDefault: true }),
    );
    expect(proveSoundness(executable)).toMatchObject([{ code: 'sound.loop' }]);
  });
});

describe('large drawings', () => {
  /** A fork of `width` ways, each a series of two steps, `deep` times in a row. */
  function wide(width: number, deep: number, change: (builder: DesignBuilder) => DesignBuilder = (b) => b): Executable {
    const builder = new DesignBuilder().node('start', 'start').node('end', 'end');
    let at = 'start';
    for (let block = 0; block < deep; block++) {
      const [fork, join] = [`fork${block}`, `join${block}`];
      builder.node('parallel', fork).node('parallel', join).edge(at, fork);
      for (let i = 0; i < width; i++) {
        const [first, second] = [`a${block}-${i}`, `b${block}-${i}`];
        builder.task(first).task(second).chain(fork, first, second, join);
      }
      at = join;
    }
    return executableOf(change(builder.edge(at, 'end')));
  }

  it('with forty ways at once are proven at once', () => {
    expect(proveSoundness(wide(40, 3))).toEqual([]);
  });

  it('with forty ways, one of which may end early, are refused with a trace', () => {
    const executable = wide(40, 1, (builder) =>
      builder
        .task('a0-7', { decides: ['ok', '-no'] })
        .edge('a0-7', 'b0-7', { id: 'a0-7>b0-7', decision: 'ok' })
        .edge('a0-7', 'end', { decision: 'no' }),
    );
    const [found] = proveSoundness(executable);
    expect(found?.code).toBe('sound.leftover');
    expect(found?.trace?.at(-1)?.tokens.length).toBe(39);
  });

  it('with reminders at every step are proven', () => {
    const builder = new DesignBuilder().node('start', 'start').node('end', 'end');
    const steps = Array.from({ length: 25 }, (_, i) => `t${i}`);
    for (const id of steps) {
      builder.task(id).node('onTime', `o-${id}`, { attachedTo: id }).task(`r-${id}`).chain(`o-${id}`, `r-${id}`, 'end');
    }
    expect(proveSoundness(executableOf(builder.chain('start', ...steps, 'end')))).toEqual([]);
  });
});
