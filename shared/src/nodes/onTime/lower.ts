import type { Boundary, TimerWhen } from '../../definition/index.ts';
import type { NodeOf } from '../../document/index.ts';
import type { LowerContext } from '../lowering.ts';

/** When it goes off; null while the drawer has not said. */
export function timingOf({ after, timing }: NodeOf<'onTime'>): TimerWhen | null {
  if (timing) return timing;
  return after ? { from: 'start', after } : null;
}

export function onTimeBoundary(node: NodeOf<'onTime'>, { graph }: LowerContext): Boundary {
  const when = timingOf(node);
  if (!when) throw new Error(`Expected a time at "${node.id}", but it names none`);
  return {
    id: node.id,
    name: node.name,
    on: { type: 'timer', when },
    interrupting: node.interrupting,
    edge: graph.out(node.id)[0]?.id ?? null,
    effect: node.remind ? { type: 'remind' } : null,
  };
}
