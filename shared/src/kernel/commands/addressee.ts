/** Whom a task may go to: someone of its office who may hold it, or another office of the same role. */
import { checkSigner } from '../authorise.ts';
import { elementOf, workOf, type ExecutableIndex } from '../index-of.ts';
import type { Activity, Addressee, CaseState, Rejection } from '../types.ts';
import { reject } from './command.ts';

interface Where {
  readonly index: ExecutableIndex;
  readonly state: CaseState;
}

/** The type of department that the task's lane or element names; null when it names none. */
function roleOf(index: ExecutableIndex, activity: Activity): string | null {
  const { lane } = workOf(index, activity.node);
  const own = elementOf(index, activity.node, activity.element)?.party;
  const party = own ?? (lane === null ? undefined : index.lanes.get(lane)?.party);
  return party?.kind === 'department' ? party.type : null;
}

/** Null when the task can go there. The post is the addressee's, else the task's own. */
export function checkAddressee({ index, state }: Where, activity: Activity, to: Addressee): Rejection | null {
  if (to.department !== activity.department && to.departmentType !== roleOf(index, activity)) {
    return reject('addresseeUnfit', { name: to.departmentName });
  }
  const { person } = to;
  if (person === null) return null;
  const post = to.post ?? activity.post;
  if (post !== null && !person.posts.includes(post)) return reject('addresseeUnfit', { name: person.name });
  return checkSigner(index, state, activity, { person: person.person, authority: person.person });
}
