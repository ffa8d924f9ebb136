import type { NodeOf } from '../../document/index.ts';
import { onlyWay, type LowerContext, type Lowered } from '../lowering.ts';

/**
 * Several ways in: a join of those that are under way. Several ways out: a fork into those whose condition holds; a way
 * without one is always taken. Both: the join under the node's id, then `<id>/fork`.
 */
export function lowerInclusive(node: NodeOf<'inclusive'>, { graph, compile }: LowerContext): Lowered {
  const { id, name } = node;
  const into = graph.into(id).map((edge) => edge.id);
  const ways = graph.out(id);
  if (ways.length <= 1 && into.length > 1) {
    return { prims: [{ type: 'gather', id, name, in: into, out: onlyWay(graph, id) }] };
  }
  const some = (as: string): Lowered['prims'][number] => ({
    type: 'some',
    id: as,
    name,
    branches: ways.flatMap((edge) =>
      edge.isDefault && ways.length > 1
        ? []
        : [{ edge: edge.id, when: edge.condition && ways.length > 1 ? compile(edge.condition) : null }],
    ),
    otherwise: ways.length > 1 ? (ways.find((edge) => edge.isDefault)?.id ?? null) : null,
  });
  if (into.length <= 1) return { prims: [some(id)] };
  const fork = `${id}/fork`;
  const through = `${id}/through`;
  return {
    prims: [{ type: 'gather', id, name, in: into, out: through }, some(fork)],
    edges: [{ id: through, from: id, to: fork }],
    leaves: fork,
  };
}
