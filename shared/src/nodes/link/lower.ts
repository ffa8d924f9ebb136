import type { NodeOf } from '../../document/index.ts';
import { onlyWay, type LowerContext, type Lowered } from '../lowering.ts';

/** Before lowering, the edges into a throwing link lead to the catching one (prepare.ts), where their ways merge. */
export function lowerLink({ id, name, direction }: NodeOf<'link'>, { graph }: LowerContext): Lowered {
  if (direction === 'throw') throw new Error(`Expected no throwing link in a prepared drawing, but found "${id}"`);
  return { prims: [{ type: 'choice', id, name, branches: [], otherwise: onlyWay(graph, id) }] };
}
