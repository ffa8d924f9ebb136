/** The end of a case: when nothing is left, or at once. */
import { cancel } from './activities.ts';
import { isLive, isNote } from './scope.ts';
import { CASE_SCOPE } from './structure.ts';
import type { CaseResult, EndResult } from './types.ts';
import type { Turn } from './turn.ts';

/** Ends the case when no token is left; a token that nothing can ever fetch is an incident. */
export function settle(turn: Turn): void {
  const { state } = turn;
  if (state.status === 'ended' || state.incident) return;
  const left: string[] = [];
  for (const id in state.activities) {
    const activity = state.activities[id];
    if (!activity || !isLive(activity)) continue;
    // The case's own scope ends with the case, and so do notes that decide nothing.
    if (activity.node !== CASE_SCOPE && !isNote(state, activity)) return;
    left.push(id);
  }
  if (state.returns.length > 0) return;
  const stuck = Object.values(state.tokens)[0];
  if (stuck) {
    turn.emit({ type: 'incidentRaised', code: 'stuck', node: turn.index.executable.edges[stuck.edge]?.to ?? null });
    return;
  }
  cancel(turn, left, 'caseEnded');
  turn.emit({ type: 'caseEnded', result: resultOf(state.reached), node: null, reason: null });
}

/** One refusal refuses the case; else one approval approves it. */
function resultOf(reached: readonly EndResult[]): EndResult {
  if (reached.includes('refused')) return 'refused';
  return reached.includes('approved') ? 'approved' : 'finished';
}

/** Ends the case now, whatever is open. */
export function endCase(
  turn: Turn,
  end: { readonly result: CaseResult; readonly node: string | null; readonly reason: string | null },
): void {
  cancel(turn, Object.keys(turn.state.activities), 'caseEnded');
  turn.emit({ type: 'caseEnded', ...end });
}
