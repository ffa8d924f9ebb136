/** 退件 by a step that has the power, and termination by an administrator. Both end the case at once. */
import { isPerson } from '../authorise.ts';
import { endCase } from '../ending.ts';
import { mayDo } from '../powers.ts';
import { isBlank, reject, type Handler } from './command.ts';

export const rejectCase: Handler<'reject'> = (turn, { activity, reason }) => {
  const may = mayDo(turn, 'reject', activity);
  if (!may.ok) return may.rejection;
  if (isBlank(reason)) return reject('reasonRequired');
  endCase(turn, { result: 'rejected', node: may.activity.node, reason: reason.trim() });
  return null;
};

export const terminate: Handler<'terminate'> = (turn, { reason }) => {
  const { actor } = turn.facts;
  // The system ends a nested case that its parent no longer needs.
  if (isPerson(actor) && !actor.admin) return reject('notAllowed');
  if (turn.state.status === 'ended') return reject('caseEnded');
  if (isBlank(reason)) return reject('reasonRequired');
  endCase(turn, { result: 'terminated', node: null, reason: reason.trim() });
  return null;
};
