import type { Diagnostic } from '../../compiler/types.ts';
import { diagnose, nodeRef, repair } from '../../compiler/diagnostics.ts';
import { isWork } from '../../compiler/graph.ts';
import { inDays } from '../../compiler/time.ts';
import type { NodeOf } from '../../document/index.ts';
import type { CheckContext } from '../lowering.ts';
import { severalWays } from '../ways.ts';

export function checkOnTime(node: NodeOf<'onTime'>, { graph }: CheckContext): Diagnostic[] {
  const at = nodeRef(node.id);
  const params = { name: node.name };
  const host = graph.flow.nodes[node.attachedTo];
  if (!isWork(host)) return [diagnose('onTime.noHost', at, { params, repair: repair('removeNode') })];
  const found: Diagnostic[] = [];
  const ways = graph.out(node.id);
  if (ways.length > 1) found.push(severalWays(node, null, ways));
  if (graph.into(node.id).length > 0) {
    found.push(diagnose('node.intoAttachment', at, { params, repair: repair('removeEdgesInto') }));
  }
  if (host.deadline && inDays(node.after) > inDays(host.deadline)) {
    found.push(
      diagnose('onTime.tooLate', at, {
        params: { ...params, host: host.name, days: inDays(node.after), limit: inDays(host.deadline) },
        related: [nodeRef(host.id)],
        repair: repair('setAfter', { amount: host.deadline.amount, unit: host.deadline.unit }),
      }),
    );
  }
  return found;
}
