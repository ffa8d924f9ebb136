/** Steps and clocks: progress is open to everyone related to the case, opinions only to those who may read them. */
import { readClock } from '../../calendar/clock.ts';
import type { Calendar, Clock, ClockReading } from '../../calendar/types.ts';
import { isHolder } from '../holders.ts';
import { isWork, outcomeOf, type ExecutableIndex } from '../index-of.ts';
import { refusalOf } from '../powers.ts';
import type { Activity } from '../types.ts';
import type { StepView } from '../view-types.ts';
import type { FieldScope } from './fields.ts';
import { readsOpinion, type Relation } from './relation.ts';

export type ReadClock = (clock: Clock | null) => ClockReading | null;

export function clockReader(index: ExecutableIndex, now: number, calendar: Calendar): ReadClock {
  return (clock) => clock && readClock(clock, now, calendar, index.executable.policies);
}

export function stepViews({ index, state, relation, asking }: FieldScope, clock: ReadClock): StepView[] {
  // What only holds others is no step of its own.
  const steps = Object.values(state.activities).filter((activity) => !isHolder(activity));
  return steps.map((activity) => {
    const outcome = shownOutcome(index, relation, activity);
    return {
      activity: activity.id,
      node: activity.node,
      element: activity.element,
      name: activity.name,
      departmentName: activity.departmentName,
      personName: activity.kind === 'many' ? null : (activity.endedBy?.name ?? activity.claimedBy?.name ?? null),
      status: activity.status,
      round: activity.round,
      startedAt: activity.startedAt,
      endedAt: activity.endedAt,
      outcomeName: outcome?.name ?? null,
      tone: outcome?.tone ?? null,
      opinion: activity.outcome !== null && readsOpinion(index, relation, activity) ? activity.opinion : null,
      clock: clock(activity.clock),
      mayUrge: activity.kind === 'work' && refusalOf(asking, 'urge', activity) === null,
      mayTakeBack: refusalOf(asking, 'takeBack', activity) === null,
      added: activity.signer ? { byName: activity.signer.by.name, where: activity.signer.where } : null,
      waiting: activity.status === 'open' && (activity.awaits?.length ?? 0) > 0,
      mayRemove: refusalOf(asking, 'removeSigner', activity) === null,
    };
  });
}

/** How a step came out. A dispatched office's own verdict is part of its opinion; the whole dispatch's is progress. */
export function shownOutcome(
  index: ExecutableIndex,
  relation: Relation,
  activity: Activity,
): { readonly name: string; readonly tone: NonNullable<StepView['tone']> } | null {
  const prim = index.executable.prims[activity.node];
  if (activity.outcome === null || !isWork(prim)) return null;
  if (activity.element !== null && !readsOpinion(index, relation, activity)) return null;
  const outcome = outcomeOf(prim.work, activity.outcome);
  return { name: activity.outcomeName ?? outcome?.name ?? '', tone: outcome?.tone ?? 'neutral' };
}
