/**
 * 转办: the task goes to another person, post or office of the same role, for good. It stays the same task: its clock,
 * its timers and what was asked about it go on; the record keeps who had it.
 */
import { mayDo } from '../powers.ts';
import { checkAddressee } from './addressee.ts';
import { isBlank, reject, type Handler } from './command.ts';

export const handOver: Handler<'handOver'> = (turn, { activity: id, to, reason }) => {
  const may = mayDo(turn, 'handOver', id);
  if (!may.ok) return may.rejection;
  const { activity } = may;
  if (isBlank(reason)) return reject('reasonRequired');
  const refused = checkAddressee(turn, activity, to);
  if (refused) return refused;
  const post = to.post ?? activity.post;
  const holder = activity.claimedBy ?? activity.assignee;
  const moved = to.department !== activity.department || post !== activity.post;
  if (!moved && to.person?.person === holder?.person) return reject('sameAddressee');
  turn.emit({
    type: 'taskHandedOver',
    activity: id,
    department: to.department,
    departmentName: to.departmentName,
    post,
    person: to.person && { person: to.person.person, name: to.person.name },
    reason: reason.trim(),
  });
  return null;
};
