/**
 * How a viewer stands to a case. Everything that view shows is decided from this: a person without any relation gets
 * nothing at all.
 */
import { isApplicant } from '../authorise.ts';
import type { ExecutableIndex } from '../index-of.ts';
import { startSeq } from '../scope.ts';
import type { Activity, CaseState } from '../types.ts';
import type { Viewer } from '../view-types.ts';

/** A place of work that the viewer's office has or had a task at. */
export interface Place {
  readonly node: string;
  readonly element: string | null;
}

export interface Relation {
  readonly viewer: Viewer;
  readonly applicant: boolean;
  /** Activities of the viewer's office, oldest first; open ones only with the post for them. */
  readonly own: readonly Activity[];
  readonly places: readonly Place[];
  /** Open (or correcting) ones among them. */
  readonly open: readonly Activity[];
  /** The viewer's office is the lead office (牵头). */
  readonly lead: boolean;
  readonly supervisor: boolean;
  readonly admin: boolean;
}

export function relationOf(index: ExecutableIndex, state: CaseState, viewer: Viewer): Relation | null {
  const own = Object.values(state.activities).filter((activity) => isOwn(state, activity, viewer));
  const relation: Relation = {
    viewer,
    applicant: isApplicant(index, state, viewer),
    own,
    places: [...new Map(own.map((one) => [`${one.node}/${one.element ?? ''}`, one])).values()],
    open: own.filter((one) => one.status === 'open' || one.status === 'correcting'),
    lead: isLead(index, state, viewer),
    supervisor: viewer.roles.includes('supervisor'),
    admin: viewer.roles.includes('admin'),
  };
  const related = relation.applicant || own.length > 0 || relation.lead || relation.supervisor || relation.admin;
  return related ? relation : null;
}

function isOwn(state: CaseState, activity: Activity, viewer: Viewer): boolean {
  if (activity.kind !== 'work') return false;
  if (activity.department === null) return viewer.person === state.applicant.person;
  if (activity.department !== viewer.department) return false;
  return activity.post === null || activity.endedAt !== null || viewer.posts.includes(activity.post);
}

function isLead(index: ExecutableIndex, state: CaseState, viewer: Viewer): boolean {
  const { lead } = index.executable;
  return lead !== null && viewer.department !== null && state.bindings[lead]?.department === viewer.department;
}

/** May the viewer read the opinion of an activity that has ended? */
export function readsOpinion(index: ExecutableIndex, relation: Relation, activity: Activity): boolean {
  if (activity.department !== null && activity.department === relation.viewer.department) return true;
  if (relation.own.some((one) => one.id === activity.id)) return true;
  const prim = index.executable.prims[activity.node];
  if (prim?.type !== 'activity' && prim?.type !== 'many') return false;
  const party = relation.applicant || relation.own.length > 0 || relation.lead;
  switch (prim.work.opinionVisibleTo) {
    case 'everyone':
      return party;
    case 'handlers':
      return relation.own.some((one) => isLater(one, activity));
    case 'lead':
      return relation.lead;
  }
}

/** Began after the other ended. Elements of one dispatch never handle after each other, whatever the round. */
function isLater(one: Activity, other: Activity): boolean {
  if (other.endedSeq === null) return false;
  if (one.node === other.node && one.element !== other.element) return false;
  return startSeq(one) > other.endedSeq;
}
