/** A suspended case: every ledger in it stands, also of what begins while it does. */
import { CASE_CLOCK, pause, PAUSED_BY_SUSPENSION, resumeCase, resumeIfFree } from './activities.ts';
import { isPaused } from '../calendar/clock.ts';
import { consultStatus } from './consults.ts';
import { isLive } from './scope.ts';
import type { Turn } from './turn.ts';

/** Stops what runs. Called after every command on a case that is suspended. */
export function standStill(turn: Turn): void {
  if (turn.state.status === 'ended') return;
  pause(turn, CASE_CLOCK, PAUSED_BY_SUSPENSION);
  for (const activity of Object.values(turn.state.activities)) {
    if (isLive(activity)) pause(turn, activity.id, PAUSED_BY_SUSPENSION);
  }
  for (const consult of turn.state.consults ?? []) {
    if (consultStatus(turn.state, consult) === 'open') pause(turn, consult.id, PAUSED_BY_SUSPENSION);
  }
}

/** Lets everything run again that nothing else holds. */
export function goOnAll(turn: Turn): void {
  resumeCase(turn);
  for (const activity of Object.values(turn.state.activities)) if (isLive(activity)) resumeIfFree(turn, activity.id);
  for (const { id, clock } of turn.state.consults ?? []) {
    if (clock && isPaused(clock)) turn.emit({ type: 'clockResumed', clock: id });
  }
}
