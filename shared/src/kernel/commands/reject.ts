/** 退件 by a step that has the power, and termination by an administrator. Both end the case at once. */
import { isPerson, mayAct } from '../authorise.ts';
import { workOf } from '../index-of.ts';
import { endCase } from '../ending.ts';
import { isBlank, reject, type Handler } from './command.ts';

export const rejectCase: Handler<'reject'> = (turn, { activity, reason }) => {
  const may = mayAct(turn.index, turn.state, activity, turn.facts);
  if (!may.ok) return may.rejection;
  const { node } = may.activity;
  if (!workOf(turn.index, node).powers.reject) return reject('powerMissing', { power: 'reject' });
  if (isBlank(reason)) return reject('reasonRequired');
  endCase(turn, { result: 'rejected', node, reason: reason.trim() });
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
