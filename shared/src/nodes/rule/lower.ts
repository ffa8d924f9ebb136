import type { NodeOf } from '../../document/index.ts';
import { onlyWay, type LowerContext, type Lowered } from '../lowering.ts';

export function lowerRule({ id, name, table }: NodeOf<'rule'>, { design, graph }: LowerContext): Lowered {
  const found = design.tables?.[table];
  if (!found) throw new Error(`Expected a decision table "${table}" for "${id}"`);
  return { prims: [{ type: 'compute', id, name, sets: [], table: found, out: onlyWay(graph, id) }] };
}
