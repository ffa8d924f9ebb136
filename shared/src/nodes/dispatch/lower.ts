import type { CompletionName } from '../../definition/index.ts';
import { sorted, type NodeOf } from '../../document/index.ts';
import type { LowerContext, Lowered } from '../lowering.ts';
import { lowerWork } from '../work-lowering.ts';

const COMPLETION: Readonly<Record<NodeOf<'dispatch'>['join'], CompletionName>> = {
  all: 'all@1',
  atLeast: 'atLeast@1',
  firstRejection: 'firstRejection@1',
  arrive: 'arrive@1',
};

export function lowerDispatch(node: NodeOf<'dispatch'>, context: LowerContext): Lowered {
  const { work, prims, edges } = lowerWork(node, context);
  const { id, bodies, choice, join, count, rest, rerun } = node;
  return {
    prims: [
      {
        type: 'many',
        id,
        work,
        elements: sorted(bodies).map(({ id, name, party, post }) => ({ id, name, party, post: post ?? null })),
        choice: choice.mode === 'fixed' ? { mode: 'fixed' } : { mode: 'ticked', field: choice.field },
        completion: COMPLETION[join],
        ...(join === 'atLeast' && count !== undefined ? { params: { n: count } } : {}),
        ...(rest === undefined ? {} : { rest }),
        rerun,
        role: 'dispatch',
      },
      ...prims,
    ],
    edges,
  };
}
