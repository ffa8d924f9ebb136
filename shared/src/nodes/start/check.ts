import type { Diagnostic } from '../../compiler/types.ts';
import { diagnose, nodeRef, repair } from '../../compiler/diagnostics.ts';
import type { NodeOf } from '../../document/index.ts';
import { ROOT } from '../../compiler/graph.ts';
import { checkMappings } from '../field-check.ts';
import type { CheckContext } from '../lowering.ts';
import { blankName } from '../trigger-check.ts';
import { checkOneWay } from '../ways.ts';

export function checkStart(node: NodeOf<'start'>, context: CheckContext): Diagnostic[] {
  const { graph } = context;
  const found = checkOneWay(node, graph);
  if (graph.into(node.id).length > 0) {
    found.push(
      diagnose('node.intoStart', nodeRef(node.id), { params: { name: node.name }, repair: repair('removeEdgesInto') }),
    );
  }
  if (node.trigger && graph.groupOf(node.id) !== ROOT) {
    found.push(diagnose('start.triggerInside', nodeRef(node.id), { params: { name: node.name } }));
  } else if (node.trigger?.type === 'message' || node.trigger?.type === 'event') {
    found.push(...blankName(node, node.trigger.name));
    if (node.trigger.type === 'message') {
      found.push(...checkMappings({ node, mappings: node.trigger.into, into: true }, context));
    }
  }
  return found;
}
