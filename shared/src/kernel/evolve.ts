/** evolve(state, event) → state. Nothing else makes a state; it needs the event alone and never changes its input. */
import { applyEvent } from './appliers.ts';
import { Draft } from './draft.ts';
import type { CaseEvent, CaseState } from './types.ts';

/** `state` is null before the first event. Throws when the event does not follow the state: that is a bug. */
export function evolve(state: CaseState | null, event: CaseEvent): CaseState {
  return evolveAll(state, [event]);
}

/** The same for several events in order, copying each part at most once. */
export function evolveAll(state: CaseState | null, events: readonly CaseEvent[]): CaseState {
  const draft = new Draft(state);
  let seq = state?.seq ?? 0;
  for (const event of events) {
    if (event.seq !== ++seq) throw new Error(`Expected event number ${seq} but found ${event.seq}`);
    applyEvent(draft, event);
  }
  return draft.state;
}

/** The state that a case's events lead to. At least one event is needed. */
export function replay(events: readonly CaseEvent[]): CaseState {
  return evolveAll(null, events);
}
