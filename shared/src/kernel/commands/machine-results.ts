/** What machines and nested cases answer, and an administrator's repair of what failed for good. */
import { isPerson } from '../authorise.ts';
import { isLive } from '../scope.ts';
import { answerCase, answerJob, childId, enterCaseAgain, requestJob } from '../machines.ts';
import { isBlank, reject, type Handler } from './command.ts';

/** An answer to an attempt that is no longer the current one, or to an activity that is gone, is refused as gone. */
export const jobResult: Handler<'jobResult'> = (turn, { activity: id, attempt, result }) => {
  const { facts, state, index } = turn;
  if (isPerson(facts.actor)) return reject('notAllowed');
  const activity = state.activities[id];
  const prim = activity && index.executable.prims[activity.node];
  if (!activity || prim?.type !== 'job') return reject('notFound');
  if (!isLive(activity) || activity.attempts !== attempt || hasAnswer(activity)) return reject('gone');
  if (activity.status === 'suspended') return reject('notAllowed');
  return answerJob(turn, prim, activity, result);
};

/** A failed attempt has its answer: it waits for its retry, for a person, or for an administrator. */
function hasAnswer(activity: { readonly failed?: number; readonly attempts?: number }): boolean {
  return activity.failed !== undefined && activity.failed === activity.attempts;
}

/** The word of a child whose parent has gone on without it is recorded and changes nothing. */
export const childEnded: Handler<'childEnded'> = (turn, { activity: id, child, result, values }) => {
  const { facts, state, index } = turn;
  if (isPerson(facts.actor)) return reject('notAllowed');
  const activity = state.activities[id];
  const prim = activity && index.executable.prims[activity.node];
  if (!activity || prim?.type !== 'case' || child !== childId(id, activity.attempts ?? 1)) return reject('notFound');
  if (activity.status === 'suspended') return reject('notAllowed');
  const late = !isLive(activity) || state.status === 'ended';
  turn.emit({ type: 'childEnded', activity: id, child, result, late });
  return late ? null : answerCase(turn, prim, activity, { result, values });
};

export const retry: Handler<'retry'> = (turn, { activity: id, reason }) => {
  const { facts, state, index } = turn;
  if (!isPerson(facts.actor) || !facts.actor.admin) return reject('notAllowed');
  if (isBlank(reason)) return reject('reasonRequired');
  const { incident } = state;
  const activity = state.activities[id];
  const prim = activity && index.executable.prims[activity.node];
  if (!activity || !isLive(activity) || incident?.activity !== id) return reject('gone');
  turn.emit({ type: 'incidentResolved', code: incident.code, activity: id });
  if (prim?.type === 'job') requestJob(turn, prim, id, (activity.attempts ?? 0) + 1);
  else if (prim?.type === 'case') enterCaseAgain(turn, prim, activity);
  return null;
};
