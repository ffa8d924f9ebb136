import type { NodeOf } from '../../document/index.ts';
import { onlyWay, type LowerContext, type Lowered } from '../lowering.ts';

export function lowerUndo({ id, name, of }: NodeOf<'undo'>, { graph }: LowerContext): Lowered {
  const what = { type: 'compensate', of: of ?? null } as const;
  return { prims: [{ type: 'throw', id, name, what, out: onlyWay(graph, id) }] };
}
