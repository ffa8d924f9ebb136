import type { Diagnostic } from '../../compiler/types.ts';
import { diagnose, edgeRef, nodeRef, repair } from '../../compiler/diagnostics.ts';
import type { NodeOf } from '../../document/index.ts';
import type { CheckContext } from '../lowering.ts';
import { checkOneWay } from '../ways.ts';

/** Pairs are found by name within one group; nothing leads to the catching end, nothing out of the throwing one. */
export function checkLink(node: NodeOf<'link'>, { graph }: CheckContext): Diagnostic[] {
  const at = nodeRef(node.id);
  const params = { name: node.name };
  const partners = partnersOf(node, { graph });
  const found: Diagnostic[] = [];
  if (partners.length === 0) found.push(diagnose('link.noPartner', at, { params, repair: repair('removeNode') }));
  if (node.direction === 'throw' && partners.length > 1) {
    const related = partners.map(({ id }) => nodeRef(id));
    found.push(diagnose('link.severalCatches', at, { params, related }));
  }
  const wrong = node.direction === 'throw' ? graph.out(node.id) : graph.into(node.id);
  if (wrong.length > 0) {
    const related = wrong.map((edge) => edgeRef(edge.id));
    const fix = repair(node.direction === 'throw' ? 'removeEdgesFrom' : 'removeEdgesInto');
    found.push(diagnose('link.wrongSide', at, { params, related, repair: fix }));
  }
  return node.direction === 'catch' ? [...found, ...checkOneWay(node, graph)] : found;
}

function partnersOf(node: NodeOf<'link'>, { graph }: Pick<CheckContext, 'graph'>): readonly NodeOf<'link'>[] {
  if (node.direction === 'throw') return graph.linked(node.id);
  return graph
    .members(graph.groupOf(node.id))
    .flatMap((other) => (other.kind === 'link' && graph.linked(other.id).includes(node) ? [other] : []));
}
