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
  return events.flatMap((event) => messageOf(state, event) ?? []);
}

function messageOf(state: CaseState, event: CaseEvent): OutboxEntry | null {
  const base = { key: `${state.caseId}:${event.seq}`, caseId: state.caseId };
  const about = { title: state.title, number: state.number };
  switch (event.type) {
    case 'activityStarted': {
      if (event.kind === 'many' || state.activities[event.id]?.endedAt !== null) return null;
      const person = event.department === null ? state.applicant.person : null;
      return {
        ...base,
        kind: 'taskArrived',
        department: event.department,
        person,
        params: { ...about, step: event.name },
      };
    }
    case 'correctionAsked':
      return {
        ...base,
        kind: 'correctionAsked',
        department: state.applicant.department,
        person: state.applicant.person,
        params: { ...about, step: state.activities[event.activity]?.name ?? '' },
      };
    case 'correctionAnswered': {
      const asked = state.corrections.find((one) => one.id === event.correction);
      const activity = asked && state.activities[asked.activity];
      if (!activity) return null;
      const params = { ...about, step: activity.name };
      return { ...base, kind: 'correctionAnswered', department: activity.department, person: asked.askedBy, params };
    }
    case 'caseEnded':
      return {
        ...base,
        kind: 'caseEnded',
        department: state.applicant.department,
        person: state.applicant.person,
        params: { ...about, result: event.result },
      };
    default:
      return null;
  }
}
