import type { Throw } from '../../definition/index.ts';
import type { NodeOf, ThrownEvent } from '../../document/index.ts';
import { mapped, onlyWay, type LowerContext, type Lowered } from '../lowering.ts';

export function lowerSignal({ id, name, throws }: NodeOf<'signal'>, { graph }: LowerContext): Lowered {
  if (!throws) throw new Error(`Expected something that "${id}" throws, but it names nothing`);
  return { prims: [{ type: 'throw', id, name, what: thrown(throws), out: onlyWay(graph, id) }] };
}

function thrown(event: ThrownEvent): Throw {
  if (event.type !== 'message') return event;
  return { type: 'message', name: event.name, values: mapped(event.values) };
}
