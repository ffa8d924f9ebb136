/**
 * What leaves a case after a command: messages for the outbox. Live only, never on replay. Keys derive from the event,
 * so that a message sent twice is known as one.
 */
import type { Runnable } from './index-of.ts';
import type { CaseEvent, CaseState, OutboxEntry } from './types.ts';

/** `state` is the case after the events. Parameters carry names of steps and offices, no form data. */
export function react(
  _definition: Pick<Runnable, 'executable'>,
  state: CaseState,
  events: readonly CaseEvent[],
): readonly OutboxEntry[] {
  const messages: OutboxEntry[] = [];
  for (const event of events) {
    const message = messageOf(state, event);
    if (message !== null) messages.push(message);
  }
  return messages;
}

/** Most events send nothing, so nothing is made before it is known that one does. */
function messageOf(state: CaseState, event: CaseEvent): OutboxEntry | null {
  const { caseId, title, number, applicant } = state;
  const key = (): string => `${caseId}:${event.seq}`;
  switch (event.type) {
    case 'activityStarted': {
      if (event.kind === 'many' || state.activities[event.id]?.endedAt !== null) return null;
      const { department, name: step } = event;
      const person = department === null ? applicant.person : null;
      return { key: key(), caseId, kind: 'taskArrived', department, person, params: { title, number, step } };
    }
    case 'correctionAsked': {
      const { department, person } = applicant;
      const step = state.activities[event.activity]?.name ?? '';
      return { key: key(), caseId, kind: 'correctionAsked', department, person, params: { title, number, step } };
    }
    case 'correctionAnswered': {
      const asked = state.corrections.find((one) => one.id === event.correction);
      const activity = asked && state.activities[asked.activity];
      if (!activity) return null;
      const { department, name: step } = activity;
      const person = asked.askedBy;
      return { key: key(), caseId, kind: 'correctionAnswered', department, person, params: { title, number, step } };
    }
    case 'caseEnded': {
      const { department, person } = applicant;
      const { result } = event;
      return { key: key(), caseId, kind: 'caseEnded', department, person, params: { title, number, result } };
    }
    default:
      return null;
  }
}
