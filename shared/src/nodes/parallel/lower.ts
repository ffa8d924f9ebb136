import type { NodeOf } from '../../document/index.ts';
import type { LowerContext, Lowered } from '../lowering.ts';
import { onlyWay } from '../lowering.ts';

/** Several ways in: a join. Several ways out: a fork. Both: a join under the node's id, then `<id>/fork`. */
export function lowerParallel(node: NodeOf<'parallel'>, { graph }: LowerContext): Lowered {
  const { id, name } = node;
  const into = graph.into(id).map((edge) => edge.id);
  const out = graph.out(id).map((edge) => edge.id);
  if (into.length <= 1 && out.length > 1) return { prims: [{ type: 'fork', id, name, out }] };
  if (out.length <= 1) return { prims: [{ type: 'join', id, name, in: into, out: onlyWay(graph, id) }] };
  const fork = `${id}/fork`;
  const through = `${id}/through`;
  return {
    prims: [
      { type: 'join', id, name, in: into, out: through },
      { type: 'fork', id: fork, name, out },
    ],
    edges: [{ id: through, from: id, to: fork }],
    leaves: fork,
  };
}
