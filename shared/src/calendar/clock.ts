/**
 * Clocks are ledgers; everything shown of them is a projection made here, so that importing a calendar is enough to
 * recompute it. The due time moves by the working time that the clock was suspended.
 */
import { MINUTE } from './days.ts';
import { ledgerOf, reachedAt, usedBy } from './ledger.ts';
import { dayMinutes, isProvisional } from './working-time.ts';
import type { Calendar, Clock, ClockReading } from './types.ts';

/** Shares of the budget (0 to 1) that are left when a clock turns amber and red. */
export interface Thresholds {
  readonly amberBelow: number;
  readonly redBelow: number;
}

/** Working milliseconds used when `share` of the budget is left. */
function usedAt(budget: number, share: number): number {
  return Math.ceil(budget - budget * share - 1e-6);
}

export function isPaused(clock: Clock): boolean {
  return clock.stoppedAt === null && clock.suspensions.some((span) => span.to === null);
}

/** Whole working minutes that have passed on the clock at `now`, without the time it stood. */
export function elapsedMinutes(calendar: Calendar, clock: Clock, now: number): number {
  const end = clock.stoppedAt ?? now;
  return Math.floor(usedBy(calendar, ledgerOf(calendar, clock, end), end) / MINUTE);
}

/** When the budget ends, as far as is known at `now` (an open suspension moves it on). */
export function dueAt(calendar: Calendar, clock: Clock, now: number): number {
  const ledger = ledgerOf(calendar, clock, clock.stoppedAt ?? now);
  return reachedAt(calendar, ledger, ledger.budget);
}

/** Due, amber and red instants of a running clock; null while it is suspended or when it has stopped. */
export function thresholdsAt(
  calendar: Calendar,
  clock: Clock,
  thresholds: Thresholds,
): { readonly dueAt: number; readonly amberAt: number; readonly redAt: number } | null {
  if (clock.stoppedAt !== null || isPaused(clock)) return null;
  const ledger = ledgerOf(calendar, clock, clock.startedAt);
  const at = (share: number): number => reachedAt(calendar, ledger, usedAt(ledger.budget, share));
  return { dueAt: at(0), amberAt: at(thresholds.amberBelow), redAt: at(thresholds.redBelow) };
}

export function readClock(clock: Clock, now: number, calendar: Calendar, thresholds: Thresholds): ClockReading {
  const end = clock.stoppedAt ?? now;
  const ledger = ledgerOf(calendar, clock, end);
  const shownAt = Math.min(end, ledger.openFrom ?? end);
  const used = usedBy(calendar, ledger, shownAt);
  const due = reachedAt(calendar, ledger, ledger.budget);
  const overdue = shownAt > due;
  return {
    dueAt: due,
    leftMinutes: Math.floor((ledger.budget - used) / MINUTE),
    budgetMinutes: Math.floor(ledger.budget / MINUTE),
    dayMinutes: dayMinutes(calendar),
    state: stateOf(),
    overdue,
    provisional: isProvisional(calendar, clock.startedAt, Math.max(due, shownAt)),
  };

  function stateOf(): ClockReading['state'] {
    if (clock.stoppedAt !== null) return 'stopped';
    if (ledger.openFrom !== null) return 'paused';
    if (used >= usedAt(ledger.budget, thresholds.redBelow)) return 'red';
    return used >= usedAt(ledger.budget, thresholds.amberBelow) ? 'amber' : 'green';
  }
}
