/** Due times of boundary timers. A timer runs on its step's clock: what suspends the step suspends it. */
import { dueAt, isPaused } from '../calendar/clock.ts';
import { dayOfDate, midnightOf } from '../calendar/days.ts';
import { addDuration, beforeDue } from '../calendar/duration.ts';
import type { Calendar, Clock } from '../calendar/types.ts';
import { materialTimerRows } from './materials.ts';
import { isLive } from './scope.ts';
import type { TimerWhen } from '../definition/types.ts';
import type { Activity, ArmedTimer, CaseState, TimerRow } from './types.ts';

/** When the timer is due; null while its step stands still or is over. */
export function timerDue(state: CaseState, activity: Activity, timer: ArmedTimer, calendar: Calendar): number | null {
  if (state.suspension || !isLive(activity) || activity.status === 'suspended') return null;
  const { when, budget, at } = timer;
  if (at !== undefined) return at;
  if (budget === undefined) return when ? naturalDue(state, activity, when, calendar) : null;
  const clock: Clock = {
    budget,
    startedAt: activity.startedAt,
    suspensions: activity.clock?.suspensions ?? suspensionsOf(state, activity),
    stoppedAt: null,
  };
  if (isPaused(clock)) return null;
  return when?.from === 'due'
    ? beforeDue(calendar, clock, when.before, activity.startedAt)
    : dueAt(calendar, clock, activity.startedAt);
}

/** Natural time passes whatever stands; a date that a field holds is looked up anew each time. */
function naturalDue(state: CaseState, activity: Activity, when: TimerWhen, calendar: Calendar): number | null {
  switch (when.from) {
    case 'start':
      return addDuration(calendar, activity.startedAt, when.after);
    case 'field': {
      const value = state.data[when.field]?.value;
      const day = typeof value === 'string' ? dayOfDate(value.slice(0, 10)) : null;
      return day === null ? activity.startedAt : midnightOf(calendar, day);
    }
    case 'due':
      return null;
  }
}

/** Of a step without a deadline: what it stood for, and corrections, which earlier versions told nowhere else. */
function suspensionsOf(state: CaseState, activity: Activity): Clock['suspensions'] {
  const corrections = state.corrections
    .filter((one) => one.activity === activity.id)
    .map((one) => ({ from: one.askedAt, to: one.answeredAt, reason: 'correction' }));
  return activity.stood ? [...corrections, ...activity.stood] : corrections;
}

export function timerRows(state: CaseState, calendar: Calendar): TimerRow[] {
  const rows: TimerRow[] = [];
  if (state.status === 'ended') return rows;
  if (state.materials) rows.push(...materialTimerRows(state, calendar));
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
