import type { Diagnostic } from '../../compiler/types.ts';
import { diagnose, nodeRef, repair } from '../../compiler/diagnostics.ts';
import type { NodeOf } from '../../document/index.ts';

/** It does not run, so nothing that holds it does: said by its name and by what it is in its own language. */
export function checkForeign(node: NodeOf<'foreign'>): Diagnostic[] {
  return [
    diagnose('foreign.notRun', nodeRef(node.id), {
      params: { name: node.name || node.id, type: node.type },
      repair: repair('removeNode'),
    }),
  ];
}
