/**
 * 委派: someone of the office prepares the task and gives it back; deciding stays with its owner. What is prepared is
 * the task's draft, so it travels with it. The clock goes on.
 */
import { authorOf } from '../authorise.ts';
import { draftedValues } from '../data.ts';
import { mayDo } from '../powers.ts';
import { reject, type Handler } from './command.ts';

export const delegate: Handler<'delegate'> = (turn, { activity: id, to, note }) => {
  const may = mayDo(turn, 'delegate', id);
  if (!may.ok) return may.rejection;
  const { activity, who } = may;
  const { person } = to;
  if (person === null || to.department !== activity.department) {
    return reject('addresseeUnfit', { name: person?.name ?? to.departmentName });
  }
  if (person.person === who.authority || person.person === who.person) return reject('sameAddressee');
  if (!activity.claimedBy) turn.emit({ type: 'taskClaimed', activity: id });
  turn.emit({
    type: 'taskDelegated',
    activity: id,
    to: { person: person.person, name: person.name },
    note: note.trim(),
  });
  return null;
};

export const handBack: Handler<'handBack'> = (turn, { activity: id, opinion, patch }) => {
  const may = mayDo(turn, 'handBack', id);
  if (!may.ok) return may.rejection;
  const { activity, actor } = may;
  const { delegation, draft } = activity;
  if (!delegation) throw new Error(`Expected activity "${id}" to be delegated`);
  if (delegation.owner.person === authorOf(actor).person) {
    turn.emit({ type: 'taskHandedBack', activity: id, recalled: true, opinion: '', draft: null });
    return null;
  }
  const drafted = draftedValues(turn.index, activity, patch);
  if (!drafted.ok) return drafted.rejection;
  const values = { ...draft?.values, ...drafted.values };
  const prepared = Object.keys(values).length > 0;
  turn.emit({
    type: 'taskHandedBack',
    activity: id,
    recalled: false,
    opinion: opinion.trim(),
    draft: prepared
      ? { by: delegation.owner.person, at: turn.facts.now, outcome: draft?.outcome ?? null, opinion: '', values }
      : null,
  });
  return null;
};
