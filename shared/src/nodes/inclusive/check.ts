import type { Diagnostic } from '../../compiler/types.ts';
import { diagnose, edgeRef, nodeRef, repair } from '../../compiler/diagnostics.ts';
import type { NodeOf } from '../../document/index.ts';
import { isBlank } from '../conditions.ts';
import type { CheckContext } from '../lowering.ts';

/** A way without a condition is always taken; when every way has one, there is a way otherwise. */
export function checkInclusive(node: NodeOf<'inclusive'>, { graph }: CheckContext): Diagnostic[] {
  const ways = graph.out(node.id);
  const params = { name: node.name };
  const at = nodeRef(node.id);
  if (ways.length < 2) {
    const pointless = ways.length === 1 && graph.into(node.id).length === 1;
    return pointless ? [diagnose('parallel.pointless', at, { params, repair: repair('removeNode') })] : [];
  }
  const defaults = ways.filter((edge) => edge.isDefault);
  if (defaults.length > 1) {
    const related = defaults.map((edge) => edgeRef(edge.id));
    return [diagnose('choice.severalDefaults', at, { params, related, repair: repair('keepLastDefault') })];
  }
  const always = ways.filter((edge) => !edge.isDefault && isBlank(edge.condition));
  if (defaults.length === 1 && always.length > 0) {
    // Some way is always taken, so the way otherwise never is.
    return defaults.map((edge) => diagnose('edge.neverTaken', edgeRef(edge.id), { params }));
  }
  const last = ways.at(-1);
  if (defaults.length > 0 || always.length > 0 || !last) return [];
  return [diagnose('choice.noDefault', at, { params, repair: repair('makeDefault', { edge: last.id }) })];
}
