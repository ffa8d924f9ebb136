/**
 * A clock's ledger: its budget, and the times at which the clock stood. Every question about a clock is answered by
 * walking along it, so that what happened keeps its place: a suspension moves what had not been reached when it began,
 * and nothing else. Suspensions may overlap and come in any order; time that two of them share counts once.
 * Work is working milliseconds since 1970 (days.ts).
 */
import { instantAt, workAt } from './days.ts';
import { dueOf } from './working-time.ts';
import type { Calendar, Clock } from './types.ts';

export interface Ledger {
  readonly startedAt: number;
  readonly startWork: number;
  /** Working milliseconds of the budget. */
  readonly budget: number;
  /** Suspensions as work: in order, apart from each other, none before the start. */
  readonly stands: readonly { readonly from: number; readonly to: number }[];
  /** Since when the clock has been standing; null while it runs. */
  readonly openFrom: number | null;
}

const NONE: readonly never[] = [];

/** Reads the ledger up to `until`: a suspension that is still open counts that far. */
export function ledgerOf(calendar: Calendar, clock: Clock, until: number): Ledger {
  const { startedAt, suspensions } = clock;
  const startWork = workAt(calendar, startedAt);
  const budget = workAt(calendar, dueOf(calendar, startedAt, clock.budget)) - startWork;
  if (suspensions.length === 0) return { startedAt, startWork, budget, stands: NONE, openFrom: null };
  const spans = disjoint(clock, until);
  const stands = spans.map(({ from, to }) => ({ from: workAt(calendar, from), to: workAt(calendar, to) }));
  const openFrom = spans.find((span) => span.open)?.from ?? null;
  return { startedAt, startWork, budget, stands, openFrom };
}

interface Span {
  readonly from: number;
  to: number;
  open: boolean;
}

function disjoint({ startedAt, suspensions }: Clock, until: number): readonly Span[] {
  const spans = suspensions.map((one): Span => {
    const from = Math.max(one.from, startedAt);
    return { from, to: Math.max(from, one.to ?? until), open: one.to === null };
  });
  if (spans.length === 1) return spans;
  const apart: Span[] = [];
  for (const span of spans.sort((a, b) => a.from - b.from)) {
    const last = apart[apart.length - 1];
    if (last === undefined || span.from > last.to) apart.push(span);
    else {
      last.to = Math.max(last.to, span.to);
      last.open ||= span.open;
    }
  }
  return apart;
}

/** Working milliseconds that passed on the clock up to an instant. */
export function usedBy(calendar: Calendar, ledger: Ledger, instant: number): number {
  const work = workAt(calendar, instant);
  let used = work - ledger.startWork;
  for (const { from, to } of ledger.stands) used -= Math.max(0, Math.min(to, work) - from);
  return Math.max(0, used);
}

/** The first instant by which so many working milliseconds have passed on the clock; its start for none. */
export function reachedAt(calendar: Calendar, ledger: Ledger, used: number): number {
  if (used <= 0) return ledger.startedAt;
  let work = ledger.startWork + used;
  for (const { from, to } of ledger.stands) {
    if (work <= from) break;
    work += to - from;
  }
  return instantAt(calendar, work);
}
