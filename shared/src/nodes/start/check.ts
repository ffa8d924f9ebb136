import type { Diagnostic } from '../../compiler/types.ts';
import type { NodeOf } from '../../document/index.ts';
import type { CheckContext } from '../lowering.ts';

export function checkStart(_node: NodeOf<'start'>, _context: CheckContext): Diagnostic[] {
  return [];
}
