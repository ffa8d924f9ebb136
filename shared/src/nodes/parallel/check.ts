import type { Diagnostic } from '../../compiler/types.ts';
import type { NodeOf } from '../../document/index.ts';
import type { CheckContext } from '../lowering.ts';

export function checkParallel(_node: NodeOf<'parallel'>, _context: CheckContext): Diagnostic[] {
  return [];
}
