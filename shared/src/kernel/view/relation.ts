/**
 * How a viewer stands to a case. Everything that view shows is decided from this: a person without any relation gets
 * nothing at all.
 */
import { isApplicant, isNamed, type Who } from '../authorise.ts';
import { consultStatus, isRecipient } from '../consults.ts';
import type { ExecutableIndex } from '../index-of.ts';
import { startSeq } from '../scope.ts';
import type { Activity, CaseState, Consult, Copy } from '../types.ts';
import type { Viewer } from '../view-types.ts';

/** A place of work that the viewer's office has or had a task at, or that it reads along. */
export interface Place {
  readonly node: string;
  readonly element: string | null;
  /** Only these of its fields; absent or null: all of them. */
  readonly fields?: readonly string[] | null;
}

export interface Relation {
  /** The viewer as decide would see the same person act. */
  readonly who: Who;
  readonly applicant: boolean;
  /** Activities of the viewer's office, oldest first; open ones only with the post for them. */
  readonly own: readonly Activity[];
  readonly places: readonly Place[];
  /** Open (or correcting) ones among them. */
  readonly open: readonly Activity[];
  /** Tasks that the viewer's office had and handed over. */
  readonly had: readonly Activity[];
  /** 征求意见 and 抄送 that reach the viewer. */
  readonly consults: readonly Consult[];
  readonly copies: readonly Copy[];
  /** The viewer's office is the lead office (牵头). */
  readonly lead: boolean;
  readonly supervisor: boolean;
  readonly admin: boolean;
}

export function relationOf(index: ExecutableIndex, state: CaseState, viewer: Viewer): Relation | null {
  const who = whoLooks(viewer);
  const own = Object.values(state.activities).filter((activity) => isOwn(state, activity, who));
  const consults = (state.consults ?? []).filter((one) => isRecipient(one.to, who));
  const copies = (state.copies ?? []).filter((one) => isRecipient(one.to, who));
  const reading = [...consults.filter((one) => consultStatus(state, one) !== 'cancelled'), ...copies];
  const relation: Relation = {
    who,
    applicant: isApplicant(index, state, who),
    own,
    places: [
      ...new Map(own.map((one) => [`${one.node}/${one.element ?? ''}`, one])).values(),
      ...reading.flatMap(({ activity, fields }) => readAlong(state.activities[activity], fields)),
    ],
    open: own.filter((one) => (one.status === 'open' && !isToCome(one)) || one.status === 'correcting'),
    had: Object.values(state.activities).filter((activity) => isHad(activity, who)),
    consults,
    copies,
    lead: isLead(index, state, who),
    supervisor: who.supervisor,
    admin: who.admin,
  };
  const told = relation.had.length > 0 || consults.length > 0 || copies.length > 0;
  const party = relation.applicant || own.length > 0 || told;
  const related = party || relation.lead || relation.supervisor || relation.admin;
  return related ? relation : null;
}

function whoLooks({ person, department, posts, roles, onBehalfOf }: Viewer): Who {
  return {
    person,
    authority: onBehalfOf?.person ?? person,
    department: onBehalfOf ? onBehalfOf.department : department,
    posts: onBehalfOf?.posts ?? posts,
    admin: roles.includes('admin'),
    supervisor: roles.includes('supervisor'),
  };
}

/** An added signer whose turn has not come: nothing of it is in hand yet. */
const isToCome = ({ signer, awaits = [] }: Activity): boolean => Boolean(signer) && awaits.length > 0;

function readAlong(activity: Activity | undefined, fields: readonly string[] | null): Place[] {
  return activity ? [{ node: activity.node, element: activity.element, fields }] : [];
}

function isOwn(state: CaseState, activity: Activity, who: Who): boolean {
  if (activity.kind !== 'work') return false;
  if (activity.department === null) return who.authority === state.applicant.person;
  if (activity.department !== who.department) return false;
  const open = activity.endedAt === null;
  return activity.post === null || !open || who.posts.includes(activity.post) || isNamed(activity, who.authority);
}

function isHad({ department, hands = [] }: Activity, who: Who): boolean {
  if (who.department === null || department === who.department) return false;
  return hands.some((one) => one.department === who.department);
}

function isLead(index: ExecutableIndex, state: CaseState, who: Who): boolean {
  const { lead } = index.executable;
  return lead !== null && who.department !== null && state.bindings[lead]?.department === who.department;
}

/** May the viewer read the opinion of an activity that has ended? */
export function readsOpinion(index: ExecutableIndex, relation: Relation, activity: Activity): boolean {
  if (activity.department !== null && activity.department === relation.who.department) return true;
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
