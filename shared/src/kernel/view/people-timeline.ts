/** The history's sentences on how people dealt with their tasks. */
import type { Activity, LogEntry } from '../types.ts';
import type { TimelineEntry } from '../view-types.ts';
import type { Relation } from './relation.ts';

export const PEOPLE_TIMELINE_TYPES = ['taskHandedOver', 'taskDelegated', 'taskHandedBack'] as const;
type PeopleEntry = TimelineEntry & { readonly type: (typeof PEOPLE_TIMELINE_TYPES)[number] };

/** What an office does with its own task is its own affair (A2.16); that a task went to another office is progress. */
export function handlingEntry(
  relation: Relation,
  activity: Activity | undefined,
  { seq, at, byName, type, ref, text, to = '', inside }: Omit<LogEntry, 'type'> & Pick<PeopleEntry, 'type'>,
): PeopleEntry | null {
  const had = [...relation.own, ...relation.had].some((one) => one.id === ref);
  if (inside && !had) return null;
  return { seq, at, type, byName, params: { step: activity?.name ?? '', to, reason: had ? (text ?? '') : '' } };
}
