/**
 * What leaves a case after a command: messages for the outbox. Live only, never on replay. Keys derive from the event,
 * so that a message sent twice is known as one.
 */
import { childId } from './machines.ts';
import type { Runnable } from './index-of.ts';
import { peopleMessage } from './people-messages.ts';
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

const NOBODY = { department: null, person: null } as const;

/** Most events send nothing, so nothing is made before it is known that one does. */
function messageOf(state: CaseState, event: CaseEvent): OutboxEntry | null {
  const { caseId, title, number, applicant } = state;
  const key = (): string => `${caseId}:${event.seq}`;
  switch (event.type) {
    case 'activityStarted': {
      if (event.kind !== 'work' || state.activities[event.id]?.endedAt !== null) return null;
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
    case 'reminded': {
      const activity = state.activities[event.activity];
      const person = activity?.claimedBy?.person ?? null;
      const params = { title, number, step: activity?.name ?? '', count: String(event.count) };
      return { key: key(), caseId, kind: 'reminder', department: activity?.department ?? null, person, params };
    }
    case 'notified': {
      const { department, person, text, channels } = event;
      const params = { title, number, text, channels: channels.join(',') };
      return { key: key(), caseId, kind: 'notice', department, person, params };
    }
    case 'jobRequested': {
      const { activity, attempt, inputs } = event;
      const params = { activity, attempt: String(attempt), node: state.activities[activity]?.node ?? '' };
      return { key: `${activity}:${attempt}`, caseId, kind: 'job', ...NOBODY, params, payload: inputs };
    }
    case 'childRequested': {
      const { activity, child, scenario, inputs } = event;
      return {
        key: child,
        caseId,
        kind: 'childStart',
        ...NOBODY,
        params: { activity, child, scenario },
        payload: inputs,
      };
    }
    case 'activityCancelled': {
      const activity = state.activities[event.activity];
      if (activity?.kind !== 'case') return toldOf(state, event, key);
      const child = childId(activity.id, activity.attempts ?? 1);
      return { key: key(), caseId, kind: 'childCancel', ...NOBODY, params: { activity: activity.id, child } };
    }
    case 'messageSent':
      return {
        key: key(),
        caseId,
        kind: 'message',
        ...NOBODY,
        params: { name: event.name, title, number },
        payload: event.values,
      };
    case 'signalThrown':
      return { key: key(), caseId, kind: 'signal', ...NOBODY, params: { name: event.name } };
    default:
      return toldOf(state, event, key);
  }
}

function toldOf(state: CaseState, event: CaseEvent, key: () => string): OutboxEntry | null {
  const message = peopleMessage(state, event);
  if (message === null) return null;
  const { caseId, title, number } = state;
  return { key: key(), caseId, ...message, params: { title, number, ...message.params } };
}
