import type { NodeOf } from '../../document/index.ts';
import type { LowerContext, Lowered } from '../lowering.ts';
import { armOf } from '../wait/lower.ts';

/** One wait for all the waits that follow; the case's clock stands only when it would at each of them. */
export function lowerFirstEvent({ id, name, lane }: NodeOf<'firstEvent'>, context: LowerContext): Lowered {
  const waits = context.graph.out(id).map(({ to }) => {
    const wait = context.graph.flow.nodes[to];
    if (wait?.kind !== 'wait') throw new Error(`Expected a wait after "${id}", but found ${wait?.kind ?? 'nothing'}`);
    return wait;
  });
  return {
    prims: [
      {
        type: 'wait',
        id,
        name,
        lane: lane ?? null,
        boundaries: [],
        arms: waits.map((wait) => armOf(wait, context)),
        outsideClock: waits.every((wait) => wait.outsideClock),
      },
    ],
  };
}
