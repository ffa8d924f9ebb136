/** Due times of boundary timers. A timer runs on its step's clock: what suspends the step suspends it. */
import { dueAt, isPaused } from '../calendar/clock.ts';
import type { Calendar, Clock } from '../calendar/types.ts';
import { isLive } from './scope.ts';
import type { Activity, CaseState, TimerRow } from './types.ts';

/** When the timer is due; null while its step stands still or is over. */
export function timerDue(
  state: CaseState,
  activity: Activity,
  timer: Pick<Activity['timers'][number], 'budget'>,
  calendar: Calendar,
): number | null {
  if (!isLive(activity) || activity.status === 'suspended') return null;
  const clock: Clock = {
    budget: timer.budget,
    startedAt: activity.startedAt,
    suspensions: activity.clock?.suspensions ?? suspensionsOf(state, activity),
    stoppedAt: null,
  };
  return isPaused(clock) ? null : dueAt(calendar, clock, activity.startedAt);
}

/** A step without a deadline keeps no ledger of its own; its corrections tell when it stood. */
function suspensionsOf(state: CaseState, activity: Activity): Clock['suspensions'] {
  return state.corrections
    .filter((one) => one.activity === activity.id)
    .map((one) => ({ from: one.askedAt, to: one.answeredAt, reason: 'correction' }));
}

export function timerRows(state: CaseState, calendar: Calendar): TimerRow[] {
  const rows: TimerRow[] = [];
  if (state.status === 'ended') return rows;
  for (const id in state.activities) {
    const activity = state.activities[id];
    if (activity === undefined || activity.timers.length === 0) continue;
    for (const timer of activity.timers) {
      const due = timer.status === 'armed' ? timerDue(state, activity, timer, calendar) : null;
      if (due !== null) rows.push({ timer: timer.id, caseId: state.caseId, activity: activity.id, dueAt: due });
    }
  }
  return rows;
}
