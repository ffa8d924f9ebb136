import type { NodeOf } from '../../document/index.ts';
import { onlyWay, type LowerContext, type Lowered } from '../lowering.ts';

export function lowerNotify({ id, name, to, channels, text }: NodeOf<'notify'>, { graph }: LowerContext): Lowered {
  return {
    prims: [{ type: 'throw', id, name, what: { type: 'notify', to, channels, text }, out: onlyWay(graph, id) }],
  };
}
