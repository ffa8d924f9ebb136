import { sorted, type NodeOf } from '../../document/index.ts';
import type { LowerContext, Lowered } from '../lowering.ts';
import { workSpec } from '../work-lowering.ts';

/** One person's task is an activity; 会签 is a list of signers of the one office. */
export function lowerTask(node: NodeOf<'task'>, { graph }: LowerContext): Lowered {
  const work = workSpec(graph, node);
  if (node.mode === 'single') return { prims: [{ type: 'activity', id: node.id, work }] };
  return {
    prims: [
      {
        type: 'many',
        id: node.id,
        work,
        elements: sorted(node.signers).map(({ id, name, post }) => ({ id, name, party: null, post })),
        choice: { mode: 'fixed' },
        completion: 'all@1',
        rerun: 'all',
        role: 'signers',
      },
    ],
  };
}
