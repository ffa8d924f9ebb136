/** 抄送: others read along what the step reads. Nothing waits for them; that they have read it is recorded. */
import { isPerson, whoIs } from '../authorise.ts';
import { copyOf, isRecipient } from '../consults.ts';
import { mayDo } from '../powers.ts';
import { recipientOf } from './consult.ts';
import { reject, type Handler } from './command.ts';
import { checkShown } from './shown.ts';

export const copyTo: Handler<'copyTo'> = (turn, { activity: id, to, note, fields }) => {
  const may = mayDo(turn, 'copyTo', id);
  if (!may.ok) return may.rejection;
  if (to.length === 0) return reject('addresseeUnfit', { name: '' });
  const refused = checkShown(turn, may.activity, fields);
  if (refused) return refused;
  for (const one of to) {
    turn.emit({
      type: 'copied',
      copy: turn.nextId(),
      activity: id,
      to: recipientOf(one),
      note: note.trim(),
      fields,
    });
  }
  return null;
};

/** The first of the office who reads it, reads for it. Also after the case has ended. */
export const markRead: Handler<'markRead'> = (turn, { copy: id }) => {
  const { state, facts } = turn;
  if (!isPerson(facts.actor)) return reject('notAllowed');
  const copy = copyOf(state, id);
  if (!copy || !isRecipient(copy.to, whoIs(facts.actor))) return reject('notFound');
  if (!copy.read) turn.emit({ type: 'copyRead', copy: id });
  return null;
};
