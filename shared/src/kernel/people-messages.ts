/** What people are told of each other's dealings with a case; react.ts sends it. */
import { consultOf } from './consults.ts';
import type { Activity, CaseEvent, CaseState, OutboxEntry, PersonRef } from './types.ts';

type Message = Pick<OutboxEntry, 'kind' | 'department' | 'person' | 'params'>;

/** Null: the event is none of these, or tells nobody. Parameters name steps and people, never what was said. */
export function peopleMessage(state: CaseState, event: CaseEvent): Message | null {
  switch (event.type) {
    case 'taskHandedOver': {
      const { department, person } = event;
      return { kind: 'handedOver', department, person: person?.person ?? null, params: step(state, event.activity) };
    }
    case 'taskDelegated':
      return toPerson(state, event.activity, 'delegated', event.to);
    case 'taskHandedBack':
      return event.recalled
        ? null
        : toPerson(state, event.activity, 'handedBack', state.activities[event.activity]?.claimedBy);
    case 'consultAsked': {
      const { to } = event;
      const params = step(state, event.activity);
      return { kind: 'consultAsked', department: to.department, person: to.person?.person ?? null, params };
    }
    case 'consultAnswered': {
      const consult = consultOf(state, event.consult);
      const asker = consult && state.activities[consult.activity];
      if (!asker) return null;
      const person = asker.claimedBy?.person ?? consult.askedBy.person;
      return { kind: 'consultAnswered', department: asker.department, person, params: { step: asker.name } };
    }
    case 'consultCancelled': {
      const consult = consultOf(state, event.consult);
      if (!consult) return null;
      const { department, person } = consult.to;
      const params = step(state, consult.activity);
      return { kind: 'consultCancelled', department, person: person?.person ?? null, params };
    }
    case 'copied': {
      const { department, person } = event.to;
      return { kind: 'copied', department, person: person?.person ?? null, params: step(state, event.activity) };
    }
    case 'signerAdded':
      return event.awaits.length > 0 ? null : arrived(state, event.id);
    case 'turnCame':
      return arrived(state, event.activity);
    case 'urged': {
      const activity = state.activities[event.activity];
      const params = { ...step(state, event.activity), count: String(event.count) };
      return { kind: 'urged', ...inHands(activity), params };
    }
    case 'activityCancelled': {
      const activity = state.activities[event.activity];
      if (activity?.kind !== 'work') return null;
      const told = { ...inHands(activity), params: step(state, event.activity) };
      if (event.reason === 'removed') return { kind: 'removed', ...told };
      return state.result === 'withdrawn' && event.reason === 'caseEnded' ? { kind: 'withdrawn', ...told } : null;
    }
    case 'caseSuspended':
    case 'caseResumed':
    case 'promiseLapsed':
    case 'cureLapsed':
      return toApplicant(state, event.type);
    default:
      return null;
  }
}

const step = (state: CaseState, activity: string): Record<string, string> => ({
  step: state.activities[activity]?.name ?? '',
});

/** The person who has it, or the whole office. */
function inHands(activity: Activity | undefined): Pick<Message, 'department' | 'person'> {
  const { delegation, claimedBy, assignee, department = null } = activity ?? {};
  const person = delegation?.to ?? claimedBy ?? assignee;
  return { department, person: person?.person ?? null };
}

const toApplicant = ({ applicant: { department, person } }: CaseState, kind: Message['kind']): Message => ({
  kind,
  department,
  person,
  params: {},
});

const arrived = (state: CaseState, id: string): Message => ({
  kind: 'taskArrived',
  ...inHands(state.activities[id]),
  params: step(state, id),
});

function toPerson(
  state: CaseState,
  activity: string,
  kind: Message['kind'],
  person: PersonRef | null | undefined,
): Message {
  const department = state.activities[activity]?.department ?? null;
  return { kind, department, person: person?.person ?? null, params: step(state, activity) };
}
