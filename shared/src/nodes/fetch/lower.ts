import type { NodeOf } from '../../document/index.ts';
import { lowerJob } from '../job-lowering.ts';
import { mapped, type LowerContext, type Lowered } from '../lowering.ts';

/** Field that the register is asked by: the node's own, else the subject's key. */
export const keyOf = (node: NodeOf<'fetch'>, { design }: Pick<LowerContext, 'design'>): string | undefined =>
  node.key ?? design.parties.subject.keyField;

export function lowerFetch(node: NodeOf<'fetch'>, context: LowerContext): Lowered {
  const key = keyOf(node, context);
  return lowerJob(node, context, {
    kind: 'fetch',
    settings: { register: node.register },
    inputs: key === undefined ? [] : [{ field: key, name: 'key' }],
    into: mapped(node.into),
  });
}
