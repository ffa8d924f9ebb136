/**
 * 撤回 by the applicant: the application is taken back whole, whoever works on it; they are told. Not once the decision
 * that the policy names has been made and stands.
 */
import { isApplicant, isPerson, whoIs } from '../authorise.ts';
import { endCase } from '../ending.ts';
import type { ExecutableIndex } from '../index-of.ts';
import type { CaseState, Rejection } from '../types.ts';
import type { Who } from '../authorise.ts';
import { isBlank, reject, type Handler } from './command.ts';

export const withdraw: Handler<'withdraw'> = (turn, { reason }) => {
  const { index, state, facts } = turn;
  if (!isPerson(facts.actor)) return reject('notAllowed');
  const refused = mayWithdraw(index, state, whoIs(facts.actor));
  if (refused) return refused;
  if (isBlank(reason)) return reject('reasonRequired');
  endCase(turn, { result: 'withdrawn', node: null, reason: reason.trim() });
  return null;
};

export function mayWithdraw(index: ExecutableIndex, state: CaseState, who: Who): Rejection | null {
  if (!isApplicant(index, state, who)) return reject('notApplicant');
  if (state.status === 'ended') return reject('caseEnded');
  const { withdrawUntil } = index.executable.policies;
  if (withdrawUntil === undefined || !isDecided(index, state, withdrawUntil)) return null;
  const prim = index.executable.prims[withdrawUntil];
  return reject('tooLateToWithdraw', { step: prim && 'work' in prim ? prim.work.name : '' });
}

/** The step was done, and the case was not sent back to it or to before it since. */
function isDecided({ executable }: ExecutableIndex, state: CaseState, node: string): boolean {
  const last = Object.values(state.activities)
    .filter((one) => one.node === node && one.parent === null && one.status === 'done')
    .reduce((latest, one) => Math.max(latest, one.endedSeq ?? 0), 0);
  if (last === 0) return false;
  const before = [node, ...(executable.returnTargets[node] ?? [])];
  return !state.log.some((entry) => entry.type === 'returned' && entry.seq > last && before.includes(entry.to ?? ''));
}
