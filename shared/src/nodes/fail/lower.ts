import type { NodeOf } from '../../document/index.ts';
import type { Lowered } from '../lowering.ts';

export function lowerFail({ id, name, code }: NodeOf<'fail'>): Lowered {
  return { prims: [{ type: 'throw', id, name, what: { type: 'error', code }, out: null }] };
}
