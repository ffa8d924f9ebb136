import type { Diagnostic } from '../../compiler/types.ts';
import { diagnose, nodeRef, repair } from '../../compiler/diagnostics.ts';
import type { NodeOf } from '../../document/index.ts';
import type { CheckContext } from '../lowering.ts';
import { severalWays } from '../ways.ts';

export function checkStart(node: NodeOf<'start'>, { graph }: CheckContext): Diagnostic[] {
  const found: Diagnostic[] = [];
  const ways = graph.out(node.id);
  if (ways.length > 1) found.push(severalWays(node, null, ways));
  if (graph.into(node.id).length > 0) {
    found.push(
      diagnose('node.intoStart', nodeRef(node.id), { params: { name: node.name }, repair: repair('removeEdgesInto') }),
    );
  }
  return found;
}
