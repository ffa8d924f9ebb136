/**
 * Time figures of a flow in working days, without a calendar: 7 working hours make a day. The critical path takes
 * the longest branch at a fork and the longest choice at a branch; a loop counts once.
 */
import type { CalendarDuration } from '../calendar/types.ts';
import { forwardEdges } from './forward.ts';
import { isWork, type FlowGraph } from './graph.ts';
import type { TimeFigures } from './types.ts';

export const HOURS_A_DAY = 7;

/** Natural time is counted as the working time in it on average: five days of seven, 21 of a month. */
export function inDays({ amount, unit }: CalendarDuration): number {
  return round(amount * DAYS_OF[unit]);
}
const NATURAL_DAY = 5 / 7;
const DAYS_OF: Readonly<Record<CalendarDuration['unit'], number>> = {
  workday: 1,
  workhour: 1 / HOURS_A_DAY,
  workminute: 1 / (HOURS_A_DAY * 60),
  minute: NATURAL_DAY / (24 * 60),
  hour: NATURAL_DAY / 24,
  day: NATURAL_DAY,
  month: 21,
};

/** Hundredths of a day: sums of hours and minutes stay free of binary noise. */
export const round = (days: number): number => Math.round(days * 10_000) / 10_000;

export function timeOf(graph: FlowGraph): TimeFigures {
  const own = (id: string): number => {
    const node = graph.flow.nodes[id];
    if (isWork(node)) return node.deadline ? inDays(node.deadline) : 0;
    // What stands outside the clock takes none of the promised time.
    if (node?.kind !== 'wait' || node.outsideClock) return 0;
    return node.on?.type === 'timer' ? inDays(node.on.after) : 0;
  };
  const forward = forwardEdges(graph);
  const best = new Map<string, { days: number; next: string | null }>();
  for (const id of forward.order) {
    let days = 0;
    let next: string | null = null;
    for (const to of forward.next.get(id) ?? []) {
      const after = best.get(to);
      if (after && (next === null || after.days > days)) {
        days = after.days;
        next = to;
      }
    }
    best.set(id, { days: round(days + own(id)), next });
  }
  const start = graph.start;
  const path: string[] = [];
  for (let id: string | null = start?.id ?? null; id !== null; id = best.get(id)?.next ?? null) path.push(id);
  const reached = forward.order;
  return {
    criticalDays: start ? (best.get(start.id)?.days ?? 0) : 0,
    path,
    sumDays: round(reached.reduce((sum, id) => sum + own(id), 0)),
  };
}
