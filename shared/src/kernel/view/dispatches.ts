/** Dispatches under way, for those who may change who is asked. */
import { mayRedispatch } from '../commands/redispatch.ts';
import type { ExecutableIndex } from '../index-of.ts';
import { elementsOf } from '../many.ts';
import { isLive } from '../scope.ts';
import { manyAt } from '../signers.ts';
import type { CaseState } from '../types.ts';
import type { DispatchView } from '../view-types.ts';
import type { Relation } from './relation.ts';

interface Looking {
  readonly index: ExecutableIndex;
  readonly state: CaseState;
  readonly relation: Relation;
}

export function dispatchViews({ index, state, relation }: Looking): DispatchView[] {
  return Object.values(state.activities).flatMap((dispatch) => {
    if (dispatch.kind !== 'many' || mayRedispatch(index, state, dispatch, relation.who)) return [];
    const inIt = elementsOf(state, dispatch.id);
    const stateOf = (id: string): 'in' | 'done' | 'out' => {
      const activity = inIt.find((one) => one.element === id);
      if (activity) return isLive(activity) ? 'in' : 'done';
      return dispatch.planned?.includes(id) ? 'in' : 'out';
    };
    const bodies = (manyAt(index, dispatch)?.elements ?? []).map(({ id, name }) => ({ id, name, state: stateOf(id) }));
    return [{ activity: dispatch.id, node: dispatch.node, name: dispatch.name, bodies }];
  });
}
