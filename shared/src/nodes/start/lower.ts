import type { NodeOf } from '../../document/index.ts';
import { onlyWay, type LowerContext, type Lowered } from '../lowering.ts';

export function lowerStart(node: NodeOf<'start'>, { graph }: LowerContext): Lowered {
  return {
    prims: [{ type: 'start', id: node.id, name: node.name, lane: node.lane ?? null, out: onlyWay(graph, node.id) }],
  };
}
