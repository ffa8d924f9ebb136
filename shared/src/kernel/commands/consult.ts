/**
 * 征求意见: a step asks a person or an office for an opinion, with a deadline of its own. The asker may wait for it or
 * decide meanwhile; the answer stands in the record either way. Those asked read no more than the step itself reads.
 */
import { authorOf, isPerson, whoIs } from '../authorise.ts';
import { consultOf, consultStatus, isRecipient } from '../consults.ts';
import { mayDo } from '../powers.ts';
import type { Addressee, Recipient } from '../types.ts';
import { isBlank, reject, type Handler } from './command.ts';
import { checkShown } from './shown.ts';

export const recipientOf = ({ department, departmentName, post, person }: Addressee): Recipient => ({
  department,
  departmentName,
  post,
  person: person && { person: person.person, name: person.name },
});

export const consult: Handler<'consult'> = (turn, command) => {
  const may = mayDo(turn, 'consult', command.activity);
  if (!may.ok) return may.rejection;
  const { activity, who } = may;
  const { to, question, deadline, wait, fields } = command;
  if (isBlank(question)) return reject('questionRequired');
  if (to.person?.person === who.authority) return reject('sameAddressee');
  const refused = checkShown(turn, activity, fields);
  if (refused) return refused;
  turn.emit({
    type: 'consultAsked',
    consult: turn.nextId(),
    activity: activity.id,
    to: recipientOf(to),
    question: question.trim(),
    wait,
    fields,
    budget: deadline,
  });
  return null;
};

export const answerConsult: Handler<'answerConsult'> = (turn, { consult: id, answer }) => {
  const { state, facts } = turn;
  if (!isPerson(facts.actor)) return reject('notAllowed');
  const asked = consultOf(state, id);
  if (!asked || !isRecipient(asked.to, whoIs(facts.actor))) return reject('notFound');
  if (consultStatus(state, asked) !== 'open') return reject('consultClosed');
  if (isBlank(answer)) return reject('answerRequired');
  turn.emit({ type: 'consultAnswered', consult: id, answer: answer.trim() });
  return null;
};

/** By whoever has the asking step in hand; an administrator for them. */
export const cancelConsult: Handler<'cancelConsult'> = (turn, { consult: id, reason }) => {
  const { state, facts } = turn;
  if (!isPerson(facts.actor)) return reject('notAllowed');
  const asked = consultOf(state, id);
  if (!asked) return reject('notFound');
  const own = asked.askedBy.person === authorOf(facts.actor).person;
  if (!own && !facts.actor.admin) {
    const may = mayDo(turn, 'consult', asked.activity);
    if (!may.ok) return may.rejection;
  }
  if (consultStatus(state, asked) !== 'open') return reject('consultClosed');
  turn.emit({ type: 'consultCancelled', consult: id, reason: reason.trim() });
  return null;
};
