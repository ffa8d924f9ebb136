/** Plays decisions on the net of the kernel, so that the canvas can show where the tokens stood after each step. */
import type { Executable } from '../../definition/index.ts';
import { isEnabled, netOf, step as fire, type Marking, type Transition } from '../../kernel/net.ts';
import type { TraceStep } from '../types.ts';
import type { Step } from './script.ts';

export interface Played {
  readonly trace: readonly TraceStep[];
  /** Some way had ended before the last step. */
  readonly ended: boolean;
}

/** Decisions that do not apply are skipped: a trace is an explanation, never a reason to fail. */
export function play(executable: Executable, steps: readonly Step[]): Played {
  const net = netOf(executable);
  const trace: TraceStep[] = [];
  let marking: Marking = net.initial;
  let ended = false;
  const count = (place: string): number => marking[place] ?? 0;
  const take = (transition: Transition, show: boolean): void => {
    // A timer that does not interrupt leaves the step in hand.
    marking = fire(net, marking, transition);
    if (transition.kind === 'end') ended = true;
    if (show) trace.push({ node: transition.node, choice: transition.choice, tokens: tokensOf(marking) });
  };
  const decides = (transition: Transition): boolean =>
    transition.kind === 'choice' && waysOut(executable, transition) > 1;
  const settle = (): void => {
    for (let bound = 0; bound < 10_000; bound++) {
      const next = first(
        net.transitions,
        (one) => one.automatic && !decides(one) && one.take.length > 0 && isEnabled(one, count),
      );
      if (!next) return;
      take(next, next.kind === 'fork' || next.kind === 'join' || next.kind === 'end');
    }
  };
  trace.push({ node: executable.start, choice: null, tokens: tokensOf(marking) });
  settle();
  for (const { node, choice } of steps) {
    const next = first(
      net.transitions,
      (one) => one.node === node && one.choice === choice && one.kind !== 'enter' && isEnabled(one, count),
    );
    if (next) take(next, true);
    settle();
  }
  return { trace, ended };
}

function first(transitions: readonly Transition[], holds: (one: Transition) => boolean): Transition | undefined {
  // Joins last, as in the exploration.
  return transitions.find((one) => one.kind !== 'join' && holds(one)) ?? transitions.find(holds);
}

function waysOut({ prims }: Executable, { node }: Transition): number {
  const prim = prims[node];
  return prim?.type === 'choice' ? prim.branches.length + (prim.otherwise === null ? 0 : 1) : 1;
}

function tokensOf(marking: Marking): TraceStep['tokens'] {
  return Object.entries(marking).flatMap(([place, count]) =>
    Array.from({ length: count }, () =>
      place.startsWith('@') ? ({ at: place.slice(1), kind: 'node' } as const) : ({ at: place, kind: 'edge' } as const),
    ),
  );
}
