/**
 * 中止: the whole case stands, on a legal basis. No clock runs, no timer fires and nobody works; what comes from
 * outside is still taken in, and what it starts stands as well. 恢复 lets everything go on where it stood: working time
 * moves on by the working time that it stood, natural time has passed.
 */
import { isPerson } from '../authorise.ts';
import { goOnAll, standStill } from '../standstill.ts';
import { mayDo } from '../powers.ts';
import type { Rejection } from '../types.ts';
import type { Turn } from '../turn.ts';
import { isBlank, reject, type Handler } from './command.ts';

export const suspend: Handler<'suspend'> = (turn, { activity, reason, basis }) => {
  const refused = mayHalt(turn, activity, 'suspend');
  if (refused) return refused;
  if (turn.state.suspension) return reject('caseSuspended');
  if (isBlank(reason)) return reject('reasonRequired');
  if (isBlank(basis)) return reject('basisRequired');
  turn.emit({ type: 'caseSuspended', reason: reason.trim(), basis: basis.trim() });
  standStill(turn);
  return null;
};

export const resume: Handler<'resume'> = (turn, { activity, reason }) => {
  const refused = mayHalt(turn, activity, 'resume');
  if (refused) return refused;
  if (!turn.state.suspension) return reject('notSuspended');
  if (isBlank(reason)) return reject('reasonRequired');
  turn.emit({ type: 'caseResumed', reason: reason.trim() });
  goOnAll(turn);
  return null;
};

function mayHalt(turn: Turn, activity: string | null, command: 'suspend' | 'resume'): Rejection | null {
  const { actor } = turn.facts;
  if (!isPerson(actor)) return reject('notAllowed');
  if (actor.admin) return turn.state.status === 'ended' ? reject('caseEnded') : null;
  if (activity === null) return reject('notAllowed');
  const may = mayDo(turn, command, activity);
  return may.ok ? null : may.rejection;
}
