import { sorted, type NodeOf } from '../../document/index.ts';
import { onlyWay, type LowerContext, type Lowered } from '../lowering.ts';

export function lowerSet({ id, name, sets }: NodeOf<'set'>, { graph }: LowerContext): Lowered {
  const list = sorted(sets).map(({ field, feel }) => ({ field, feel }));
  return { prims: [{ type: 'compute', id, name, sets: list, table: null, out: onlyWay(graph, id) }] };
}
