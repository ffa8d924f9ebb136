/**
 * A clock as the text of one column. Nearly all start and stop with their row and never stood still: these are their
 * budget, e.g. `2 workday`. Any other is its JSON.
 */
import type { Clock } from '@tongban/shared/calendar';

interface Timed {
  readonly clock: Clock | null;
  readonly startedAt: number;
  readonly endedAt: number | null;
}
interface TimedRecord {
  readonly clock: string | null;
  readonly started_at: number;
  readonly ended_at: number | null;
}

export function clockText({ clock, startedAt, endedAt }: Timed): string | null {
  if (clock === null) return null;
  const plain = clock.suspensions.length === 0 && clock.startedAt === startedAt && clock.stoppedAt === endedAt;
  return plain ? `${clock.budget.amount} ${clock.budget.unit}` : JSON.stringify(clock);
}

export function clockOf({ clock, started_at, ended_at }: TimedRecord): Clock | null {
  if (clock === null) return null;
  if (clock.startsWith('{')) return JSON.parse(clock) as Clock;
  const [amount, unit] = clock.split(' ');
  return {
    budget: { amount: Number(amount), unit: unit as Clock['budget']['unit'] },
    startedAt: started_at,
    suspensions: [],
    stoppedAt: ended_at,
  };
}
