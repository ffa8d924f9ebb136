import type { NodeOf } from '../../document/index.ts';
import type { Lowered } from '../lowering.ts';

export function lowerTerminate({ id, name, of, result }: NodeOf<'terminate'>): Lowered {
  const what = { type: 'terminate', of: of === 'case' ? 'case' : 'scope', result } as const;
  return { prims: [{ type: 'throw', id, name, what, out: null }] };
}
