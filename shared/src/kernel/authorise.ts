/** Who may act on what. Answers are rejections with a code, or null when the actor may. */
import type { ExecutableIndex } from './index-of.ts';
import type { ActingParty, Activity, Actor, CaseState, Facts, Rejection } from './types.ts';

export function isPerson(actor: ActingParty): actor is Actor {
  return actor !== 'system';
}

/** Is the activity still one that people work at? */
export function checkOpen(state: CaseState, activity: Activity): Rejection | null {
  if (activity.status === 'done' || activity.status === 'kept') {
    return { code: 'alreadyDone', params: { by: activity.endedBy?.name ?? '' } };
  }
  if (state.status === 'ended') return { code: 'caseEnded' };
  if (activity.status === 'cancelled') return { code: 'gone' };
  if (activity.status === 'suspended' || activity.kind !== 'work') return { code: 'notAllowed' };
  return null;
}

/** The activity's office and post; a task of a person without an office is the applicant's own. */
export function checkOffice(state: CaseState, activity: Activity, actor: Actor): Rejection | null {
  if (activity.department === null) {
    return actor.person === state.applicant.person ? null : { code: 'notYours' };
  }
  if (actor.department !== activity.department) {
    return { code: 'otherDepartment', params: { department: activity.departmentName ?? '' } };
  }
  if (activity.post !== null && !actor.posts.includes(activity.post)) {
    return { code: 'notYourPost', params: { post: activity.post } };
  }
  return null;
}

export function checkClaim(activity: Activity, actor: Actor): Rejection | null {
  const { claimedBy } = activity;
  if (!claimedBy || claimedBy.person === actor.person) return null;
  return { code: 'claimedByOther', params: { name: claimedBy.name } };
}

/** 会签: no person twice, whether they have signed or only taken the other part. */
export function checkSigner(
  index: ExecutableIndex,
  state: CaseState,
  activity: Activity,
  person: string,
): Rejection | null {
  const prim = index.executable.prims[activity.node];
  if (activity.parent === null || prim?.type !== 'many' || prim.role !== 'signers') return null;
  for (const id in state.activities) {
    const other = state.activities[id];
    if (!other || other.id === activity.id || other.parent !== activity.parent) continue;
    const signer = other.endedBy ?? (other.status === 'cancelled' ? null : other.claimedBy);
    if (signer?.person === person) return { code: 'sameSigner', params: { element: other.name } };
  }
  return null;
}

export interface Allowed {
  readonly ok: true;
  readonly activity: Activity;
  readonly actor: Actor;
}
export type MayAct = Allowed | { readonly ok: false; readonly rejection: Rejection };

/** The whole question for a command on a task: there, open, this office and post, not someone else's. */
export function mayAct(index: ExecutableIndex, state: CaseState, id: string, facts: Facts): MayAct {
  const { actor } = facts;
  if (!isPerson(actor)) return { ok: false, rejection: { code: 'notAllowed' } };
  const activity = state.activities[id];
  if (!activity) return { ok: false, rejection: { code: 'notFound' } };
  // The office first: others learn nothing of how the task came out.
  const refused =
    checkOffice(state, activity, actor) ??
    checkOpen(state, activity) ??
    checkClaim(activity, actor) ??
    checkSigner(index, state, activity, actor.person);
  return refused ? { ok: false, rejection: refused } : { ok: true, activity, actor };
}

/** The applicant, or for an applying office anyone of it. */
export function isApplicant(
  index: ExecutableIndex,
  state: CaseState,
  who: { readonly person: string; readonly department: string | null },
): boolean {
  if (who.person === state.applicant.person) return true;
  return (
    index.executable.applicant === 'office' && who.department !== null && who.department === state.applicant.department
  );
}
