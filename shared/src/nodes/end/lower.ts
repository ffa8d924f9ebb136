import type { NodeOf } from '../../document/index.ts';
import type { Lowered } from '../lowering.ts';

export function lowerEnd(node: NodeOf<'end'>): Lowered {
  return { prims: [{ type: 'end', id: node.id, name: node.name, result: node.result }] };
}
