/** What attachments have in common: a host that holds, no way in, one way out. */
import type { Diagnostic } from '../compiler/types.ts';
import { diagnose, nodeRef, repair, type DiagnosticCode } from '../compiler/diagnostics.ts';
import { isHolding, type HoldingNode } from '../compiler/graph.ts';
import type { Attachment } from '../document/index.ts';
import type { CheckContext } from './lowering.ts';
import { checkOneWay } from './ways.ts';
import { gatewayBefore } from './wait/lower.ts';

/** The host; null when there is none, or none that anything can be attached to. */
export function hostOf({ attachedTo }: Attachment, { graph }: CheckContext): HoldingNode | null {
  const host = graph.flow.nodes[attachedTo];
  return isHolding(host) && !(host.kind === 'wait' && gatewayBefore(graph, host.id) !== null) ? host : null;
}

export function checkAttachment(
  node: Attachment,
  context: CheckContext,
  noHost: DiagnosticCode = 'attachment.noHost',
): Diagnostic[] {
  const at = nodeRef(node.id);
  const params = { name: node.name };
  if (!hostOf(node, context)) return [diagnose(noHost, at, { params, repair: repair('removeNode') })];
  const found = checkOneWay(node, context.graph);
  if (context.graph.into(node.id).length > 0) {
    found.push(diagnose('node.intoAttachment', at, { params, repair: repair('removeEdgesInto') }));
  }
  return found;
}
