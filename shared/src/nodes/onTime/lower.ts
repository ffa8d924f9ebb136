import type { NodeOf } from '../../document/index.ts';
import type { Lowered } from '../lowering.ts';

/** Lowered with its host (work-lowering.ts): the edge leaves from the host activity. */
export function lowerOnTime(node: NodeOf<'onTime'>): Lowered {
  return { prims: [], leaves: node.attachedTo };
}
