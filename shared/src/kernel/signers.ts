/**
 * 加签: people who sign around a task. A group is an activity that holds the token in the task's place; the task and the
 * added signers are its elements. It ends when all of them are done: a negative outcome wins, as in a joint signature.
 * Signers that are added beside a joint signature (会签) become elements of it, with votes of their own.
 */
import { finish } from './activities.ts';
import type { Who } from './authorise.ts';
import { completionRule } from './completion.ts';
import { workOf, type ExecutableIndex } from './index-of.ts';
import { elementsOf, goOn } from './many.ts';
import { isLive } from './scope.ts';
import type { Activity, CaseState, PrimOf, Rejection } from './types.ts';
import type { Turn } from './turn.ts';

/** The joint signature that the task is part of, as its own element or within a group; null: it is part of none. */
export function jointSignature(index: ExecutableIndex, state: CaseState, activity: Activity): Activity | null {
  const parent = activity.parent === null ? undefined : state.activities[activity.parent];
  if (!parent) return null;
  const prim = index.executable.prims[parent.node];
  if (parent.shared) return jointSignature(index, state, parent);
  return prim?.type === 'many' && prim.role === 'signers' ? parent : null;
}

export function manyAt(index: ExecutableIndex, activity: Activity): PrimOf<'many'> | null {
  const prim = index.executable.prims[activity.node];
  return prim?.type === 'many' && !activity.shared ? prim : null;
}

/** Added to a single task: decides and gives an opinion, and fills in nothing. */
export function signsOnly(state: CaseState, { signer, parent }: Activity): boolean {
  return signer !== undefined && signer !== null && parent !== null && state.activities[parent]?.shared === true;
}

/** Signers that are not done and come first. */
export function awaited(state: CaseState, { awaits = [] }: Activity): Activity[] {
  return awaits.flatMap((id) => {
    const one = state.activities[id];
    return one && isLive(one) ? [one] : [];
  });
}

/** Tells those who waited for this one that it is their turn. */
export function passTurn(turn: Turn, id: string): void {
  for (const one of Object.values(turn.state.activities)) {
    if (!isLive(one) || !one.awaits?.includes(id) || awaited(turn.state, one).length > 0) continue;
    turn.emit({ type: 'turnCame', activity: one.id });
  }
}

/** Ends a group when everyone has signed; its opinion is the one of the task itself. */
export function goOnGroup(turn: Turn, group: Activity): Rejection | null {
  if (!isLive(group)) return null;
  const members = elementsOf(turn.state, group.id);
  const done = members.filter((one) => one.status === 'done' && one.outcome !== null);
  const outcome = completionRule('all@1')({
    declared: workOf(turn.index, group.node).outcomes,
    votes: done.map((one) => ({ outcome: one.outcome ?? '', weight: 1 })),
    weights: members.map(() => 1),
    params: {},
  });
  if (!outcome) return null;
  const own = members.find((one) => !one.signer);
  return finish(turn, group, { outcome: outcome.id, opinion: own?.opinion ?? '' });
}

/** A list or a group after one of its elements was taken out. */
export function goOnAfterRemoval(turn: Turn, parent: Activity): Rejection | null {
  return parent.shared ? goOnGroup(turn, parent) : goOn(turn, parent.id);
}

/** An added signer by whoever added them; one that was drawn by an administrator alone. */
export function checkRemoval(state: CaseState, activity: Activity, who: Who): Rejection | null {
  const parent = activity.parent === null ? undefined : state.activities[activity.parent];
  const mine = activity.signer?.by.person === who.authority;
  if (!mine && !who.admin) return { code: 'notYours' };
  if (activity.status === 'done' || activity.status === 'kept') {
    return { code: 'alreadySigned', params: { name: activity.endedBy?.name ?? '' } };
  }
  if (state.status === 'ended') return { code: 'caseEnded' };
  // The task itself is no signer that was added to it.
  if (!isLive(activity) || (parent?.shared && !activity.signer)) return { code: 'notAllowed' };
  return null;
}
