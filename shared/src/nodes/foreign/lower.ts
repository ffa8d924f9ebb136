import type { NodeOf } from '../../document/index.ts';
import type { Lowered } from '../lowering.ts';

/** Never asked: its problem is one of shape. */
export function lowerForeign(node: NodeOf<'foreign'>): Lowered {
  throw new Error(`Expected nothing foreign in a flow that is lowered, but found "${node.id}" (${node.type})`);
}
