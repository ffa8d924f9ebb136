import type { NodeOf } from '../../document/index.ts';
import type { LowerContext, Lowered } from '../lowering.ts';

/** With one way out it only merges: no branch, and that way is taken otherwise. */
export function lowerExclusive(node: NodeOf<'exclusive'>, { graph, compile }: LowerContext): Lowered {
  const ways = graph.out(node.id);
  const branches = ways.flatMap((edge) =>
    edge.condition && !edge.isDefault && ways.length > 1 ? [{ edge: edge.id, when: compile(edge.condition) }] : [],
  );
  const otherwise = ways.find((edge) => !branches.some((branch) => branch.edge === edge.id))?.id ?? null;
  return { prims: [{ type: 'choice', id: node.id, name: node.name, branches, otherwise }] };
}
