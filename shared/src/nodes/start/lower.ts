import type { NodeOf } from '../../document/index.ts';
import { ROOT } from '../../compiler/graph.ts';
import { mapped, onlyWay, TAKEN_UP, type LowerContext, type Lowered } from '../lowering.ts';

/** In a group it only says where the group begins: its edge is the group's own. */
export function lowerStart(node: NodeOf<'start'>, { graph }: LowerContext): Lowered {
  const group = graph.groupOf(node.id);
  if (group !== ROOT) return { ...TAKEN_UP, leaves: group };
  const { id, name, lane, trigger } = node;
  return {
    prims: [
      {
        type: 'start',
        id,
        name,
        lane: lane ?? null,
        out: onlyWay(graph, id),
        ...(trigger === undefined || trigger.type === 'submission'
          ? {}
          : { trigger: trigger.type === 'message' ? { ...trigger, into: mapped(trigger.into) } : trigger }),
      },
    ],
  };
}
