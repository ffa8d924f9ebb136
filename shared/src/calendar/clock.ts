/**
 * Clocks are ledgers; everything shown of them is a projection made here, so that importing a calendar is enough to
 * recompute it. The due time moves by the working time that the clock was suspended.
 */
import { instantAt, MINUTE, workAt } from './days.ts';
import { dueOf, isProvisional } from './working-time.ts';
import type { Calendar, Clock, ClockReading } from './types.ts';

/** Shares of the budget (0 to 1) that are left when a clock turns amber and red. */
export interface Thresholds {
  readonly amberBelow: number;
  readonly redBelow: number;
}

interface Ledger {
  readonly startWork: number;
  /** Working milliseconds of the budget. */
  readonly budget: number;
  /** Working milliseconds of the suspensions that ended. */
  readonly suspended: number;
  /** Begin of the suspension that is still open. */
  readonly openFrom: number | null;
}

function ledgerOf(calendar: Calendar, clock: Clock): Ledger {
  const startWork = workAt(calendar, clock.startedAt);
  let suspended = 0;
  let openFrom: number | null = null;
  for (const span of clock.suspensions) {
    if (span.to === null) openFrom = span.from;
    else suspended += workAt(calendar, span.to) - workAt(calendar, span.from);
  }
  const budget = workAt(calendar, dueOf(calendar, clock.startedAt, clock.budget)) - startWork;
  return { startWork, budget, suspended, openFrom };
}

/** Working milliseconds used when `share` of the budget is left. */
function usedAt(budget: number, share: number): number {
  return Math.ceil(budget - budget * share - 1e-6);
}

export function isPaused(clock: Clock): boolean {
  const last = clock.suspensions[clock.suspensions.length - 1];
  return clock.stoppedAt === null && last !== undefined && last.to === null;
}

/** When the budget ends, as far as is known at `now` (an open suspension moves it on). */
export function dueAt(calendar: Calendar, clock: Clock, now: number): number {
  const ledger = ledgerOf(calendar, clock);
  const end = clock.stoppedAt ?? now;
  const open = ledger.openFrom === null ? 0 : workAt(calendar, end) - workAt(calendar, ledger.openFrom);
  return dueWith(calendar, clock, ledger, open);
}

function dueWith(calendar: Calendar, clock: Clock, ledger: Ledger, open: number): number {
  const moved = ledger.suspended + open;
  if (moved === 0) return dueOf(calendar, clock.startedAt, clock.budget);
  return instantAt(calendar, ledger.startWork + ledger.budget + moved);
}

/** Due, amber and red instants of a running clock; null while it is suspended or when it has stopped. */
export function thresholdsAt(
  calendar: Calendar,
  clock: Clock,
  thresholds: Thresholds,
): { readonly dueAt: number; readonly amberAt: number; readonly redAt: number } | null {
  if (clock.stoppedAt !== null || isPaused(clock)) return null;
  const ledger = ledgerOf(calendar, clock);
  const due = dueWith(calendar, clock, ledger, 0);
  const at = (share: number): number => {
    const used = usedAt(ledger.budget, share);
    if (used <= 0 && ledger.suspended === 0) return clock.startedAt;
    return Math.min(due, instantAt(calendar, ledger.startWork + used + ledger.suspended));
  };
  return { dueAt: due, amberAt: at(thresholds.amberBelow), redAt: at(thresholds.redBelow) };
}

export function readClock(clock: Clock, now: number, calendar: Calendar, thresholds: Thresholds): ClockReading {
  const ledger = ledgerOf(calendar, clock);
  const end = clock.stoppedAt ?? now;
  const shownAt = Math.min(end, ledger.openFrom ?? end);
  const used = Math.max(0, workAt(calendar, shownAt) - ledger.startWork - ledger.suspended);
  const left = ledger.budget - used;
  const due = dueAt(calendar, clock, now);
  const overdue = shownAt > dueWith(calendar, clock, ledger, 0);
  return {
    dueAt: due,
    leftMinutes: Math.floor(left / MINUTE),
    budgetMinutes: Math.floor(ledger.budget / MINUTE),
    state: stateOf(),
    overdue,
    provisional: isProvisional(calendar, clock.startedAt, Math.max(due, shownAt)),
  };

  function stateOf(): ClockReading['state'] {
    if (clock.stoppedAt !== null) return 'stopped';
    if (ledger.openFrom !== null) return 'paused';
    if (overdue || used >= usedAt(ledger.budget, thresholds.redBelow)) return 'red';
    return used >= usedAt(ledger.budget, thresholds.amberBelow) ? 'amber' : 'green';
  }
}
