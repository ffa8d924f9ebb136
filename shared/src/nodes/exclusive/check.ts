import type { Diagnostic } from '../../compiler/types.ts';
import { diagnose, edgeRef, nodeRef, repair } from '../../compiler/diagnostics.ts';
import type { NodeOf } from '../../document/index.ts';
import { isBlank } from '../conditions.ts';
import type { CheckContext } from '../lowering.ts';

/** With several ways out, all but one have a condition and that one is taken otherwise. */
export function checkExclusive(node: NodeOf<'exclusive'>, { graph }: CheckContext): Diagnostic[] {
  const ways = graph.out(node.id);
  if (ways.length < 2) return [];
  const params = { name: node.name };
  const defaults = ways.filter((edge) => edge.isDefault);
  const bare = ways.filter((edge) => !edge.isDefault && isBlank(edge.condition));
  const last = ways.at(-1);
  if (defaults.length > 1) {
    const related = defaults.map((edge) => edgeRef(edge.id));
    return [
      diagnose('choice.severalDefaults', nodeRef(node.id), { params, related, repair: repair('keepLastDefault') }),
    ];
  }
  // One way without a condition and no default: it is most likely meant as the default.
  const fix = defaults.length === 0 && bare.length === 1 ? repair('makeDefault') : undefined;
  if (bare.length > 0) {
    return bare.map((edge) =>
      diagnose('edge.missingCondition', edgeRef(edge.id), {
        params: { ...params, to: graph.flow.nodes[edge.to]?.name ?? '' },
        repair: fix,
      }),
    );
  }
  if (defaults.length > 0 || !last) return [];
  return [diagnose('choice.noDefault', nodeRef(node.id), { params, repair: repair('makeDefault', { edge: last.id }) })];
}
