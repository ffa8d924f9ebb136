import type { Diagnostic } from '../../compiler/types.ts';
import { diagnose, nodeRef, repair } from '../../compiler/diagnostics.ts';
import type { NodeOf } from '../../document/index.ts';
import type { CheckContext } from '../lowering.ts';

/** At least two ways, each to a wait that nothing else leads to. */
export function checkFirstEvent(node: NodeOf<'firstEvent'>, { graph }: CheckContext): Diagnostic[] {
  const at = nodeRef(node.id);
  const params = { name: node.name };
  const ways = graph.out(node.id);
  const found: Diagnostic[] = [];
  if (ways.length === 1) found.push(diagnose('firstEvent.oneWay', at, { params, repair: repair('removeNode') }));
  for (const { to } of ways) {
    const next = graph.flow.nodes[to];
    if (!next) continue;
    const said = { params: { ...params, next: next.name }, related: [nodeRef(to)] };
    if (next.kind !== 'wait') found.push(diagnose('firstEvent.noWait', at, said));
    else if (graph.into(to).length > 1) found.push(diagnose('firstEvent.sharedWait', at, said));
  }
  return found;
}
