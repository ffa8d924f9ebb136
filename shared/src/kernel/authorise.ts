/**
 * Who may act on what. Answers are rejections with a code, or null when the one who asks may. What may be done with a
 * task is powers.ts's matter; it is made of these questions.
 */
import type { ExecutableIndex } from './index-of.ts';
import { rootOf } from './scope.ts';
import type { ActingParty, Activity, Actor, CaseState, PersonRef, Rejection } from './types.ts';

export function isPerson(actor: ActingParty): actor is Actor {
  return actor !== 'system';
}

/**
 * Whoever asks: an actor, or a viewer who wants to know what would be accepted. `person` is who does it; office and
 * posts are those of the person in whose name it is done (代理), who may be another.
 */
export interface Who {
  readonly person: string;
  /** In whose name: a claim is this person's. */
  readonly authority: string;
  readonly department: string | null;
  readonly posts: readonly string[];
  readonly admin: boolean;
  readonly supervisor: boolean;
}

export function whoIs(actor: Actor): Who {
  const { person, admin, supervisor = false, onBehalfOf } = actor;
  const { person: authority, department, posts } = onBehalfOf ?? actor;
  return { person, authority, department, posts, admin, supervisor };
}

/** The person in whose name an actor acts. */
export function authorOf(actor: Actor): PersonRef {
  const { person, name } = actor.onBehalfOf ?? actor;
  return { person, name };
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

/** The task names this person: it was handed over or delegated to them. */
export function isNamed(activity: Activity, person: string): boolean {
  return activity.assignee?.person === person || activity.delegation?.to.person === person;
}

/** The activity's office and post; a task of a person without an office is the applicant's own. */
export function checkOffice(state: CaseState, activity: Activity, who: Who): Rejection | null {
  if (activity.department === null) {
    return who.authority === state.applicant.person ? null : { code: 'notYours' };
  }
  if (who.department !== activity.department) {
    return { code: 'otherDepartment', params: { department: activity.departmentName ?? '' } };
  }
  if (activity.post !== null && !who.posts.includes(activity.post) && !isNamed(activity, who.authority)) {
    return { code: 'notYourPost', params: { post: activity.post } };
  }
  return null;
}

/** In nobody else's hands. */
export function checkClaim(activity: Activity, who: Who): Rejection | null {
  const { claimedBy, assignee } = activity;
  if (claimedBy && claimedBy.person !== who.authority) {
    return { code: 'claimedByOther', params: { name: claimedBy.name } };
  }
  if (assignee && assignee.person !== who.authority) {
    return { code: 'assignedToOther', params: { name: assignee.name } };
  }
  return null;
}

/**
 * 会签 and 加签: no person twice among those who sign together, whether they have signed or only taken the other part,
 * in their own name or another's.
 */
export function checkSigner(
  index: ExecutableIndex,
  state: CaseState,
  activity: Activity,
  who: Pick<Who, 'person' | 'authority'>,
): Rejection | null {
  if (activity.parent === null) return null;
  const prim = index.executable.prims[activity.node];
  const root = prim?.type === 'many' && prim.role === 'signers' ? rootOf(state, activity) : null;
  const group = state.activities[activity.parent]?.shared ? activity.parent : null;
  if (root === null && group === null) return null;
  const same = (one: PersonRef | null | undefined): boolean =>
    one !== null && one !== undefined && (one.person === who.person || one.person === who.authority);
  for (const id in state.activities) {
    const other = state.activities[id];
    if (!other || other.id === activity.id || other.parent === null) continue;
    if (root ? rootOf(state, other) !== root : other.parent !== group) continue;
    const signed = same(other.endedBy) || same(other.endedFor);
    const holds = other.endedBy === null && other.status !== 'cancelled' && same(other.claimedBy ?? other.assignee);
    if (signed || holds) return { code: 'sameSigner', params: { element: other.name } };
  }
  return null;
}

/** The applicant, or for an applying office anyone of it. */
export function isApplicant(
  index: ExecutableIndex,
  state: CaseState,
  who: Pick<Who, 'authority' | 'department'>,
): boolean {
  if (who.authority === state.applicant.person) return true;
  return (
    index.executable.applicant === 'office' && who.department !== null && who.department === state.applicant.department
  );
}
