/** What appliers share. */
import type { Clock } from '../calendar/types.ts';
import type { Draft } from './draft.ts';
import type { CaseEvent, EventType, LogEntry, PersonRef, Token } from './types.ts';

export type EventOf<T extends EventType> = Extract<CaseEvent, { type: T }>;
export type Applier<T extends EventType> = { apply(draft: Draft, event: EventOf<T>): void }['apply'];

export function moveTokens(draft: Draft, taken: Iterable<string>, put: readonly Token[]): void {
  const tokens = draft.own('tokens');
  for (const id of taken) delete tokens[id];
  for (const token of put) tokens[token.id] = token;
}

export function note(
  draft: Draft,
  event: CaseEvent & { type: LogEntry['type'] },
  ref: string,
  text: string | null,
  to?: string,
): void {
  const entry: LogEntry = { seq: event.seq, at: event.at, type: event.type, byName: event.byName, ref, text };
  draft.state.log = [...draft.state.log, to === undefined ? entry : { ...entry, to }];
}

/** In whose name: the person that a substitute stands in for, else who did it. */
export function authorOf(event: CaseEvent): PersonRef {
  return event.onBehalfOf ?? { person: event.by, name: event.byName };
}

export function closeSuspension(clock: Clock, at: number): Clock {
  return { ...clock, suspensions: clock.suspensions.map((span) => (span.to === null ? { ...span, to: at } : span)) };
}

export function stopped(clock: Clock, at: number): Clock {
  const { budget, startedAt, suspensions } = clock.suspensions.length > 0 ? closeSuspension(clock, at) : clock;
  return { budget, startedAt, suspensions, stoppedAt: at };
}
