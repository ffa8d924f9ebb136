import { sorted, type NodeOf } from '../../document/index.ts';
import type { LowerContext, Lowered } from '../lowering.ts';
import { workSpec } from '../work-lowering.ts';

export function lowerDispatch(node: NodeOf<'dispatch'>, { graph }: LowerContext): Lowered {
  return {
    prims: [
      {
        type: 'many',
        id: node.id,
        work: workSpec(graph, node),
        elements: sorted(node.bodies).map(({ id, name, party, post }) => ({ id, name, party, post: post ?? null })),
        choice: node.choice.mode === 'fixed' ? { mode: 'fixed' } : { mode: 'ticked', field: node.choice.field },
        completion: 'all@1',
        rerun: node.rerun,
        role: 'dispatch',
      },
    ],
  };
}
