/**
 * The case's history as sentences to be (words/timeline.ts has one per type). Parameters never carry what the viewer
 * could not read elsewhere in the view.
 */
import { accessAt, workOf, type ExecutableIndex } from '../index-of.ts';
import { eventOf, find } from '../listening.ts';
import { rootOf, startSeq } from '../scope.ts';
import type { Activity, CaseState, LogEntry } from '../types.ts';
import type { TimelineEntry } from '../view-types.ts';
import { applicantName } from '../project.ts';
import { peopleEntry, PEOPLE_TIMELINE_TYPES } from './people-timeline.ts';
import type { Relation } from './relation.ts';
import { shownOutcome } from './steps.ts';

export const TIMELINE_TYPES = [
  'caseStarted',
  'activityStarted',
  'activityCompleted',
  'activityDecided',
  'activityCancelled',
  'opinionKept',
  'correctionAsked',
  'correctionAnswered',
  'returned',
  'returnedWithReason',
  'timerFired',
  'disputeRaised',
  'caseApproved',
  'caseRefused',
  'caseFinished',
  'caseRejected',
  'caseTerminated',
  'caseFailed',
  'caseWithdrawn',
  'incidentRaised',
  'activityByDefault',
  'eventCaught',
  'errorThrown',
  'escalated',
  'jobFailed',
  'childEnded',
  'undoBegun',
  'reminded',
  ...PEOPLE_TIMELINE_TYPES,
] as const;
export type TimelineType = (typeof TIMELINE_TYPES)[number];
type Entry = TimelineEntry & { readonly type: TimelineType };

export function timelineOf(index: ExecutableIndex, state: CaseState, relation: Relation): TimelineEntry[] {
  const entries: Entry[] = [
    {
      seq: 1,
      at: state.startedAt,
      type: 'caseStarted',
      byName: state.applicant.name,
      params: { applicant: applicantName(state), number: state.number },
    },
    ...Object.values(state.activities).flatMap((activity) => activityEntries(index, state, relation, activity)),
    ...state.corrections.map((one): Entry => ({
      seq: startSeq(one),
      at: one.askedAt,
      type: 'correctionAsked',
      byName: one.askedByName,
      params: stepParams(state.activities[one.activity]),
    })),
    ...state.log.flatMap((entry) => logEntry(index, state, relation, entry) ?? []),
  ];
  return entries.sort((a, b) => a.seq - b.seq);
}

function stepParams(activity: Activity | undefined): Record<string, string> {
  return { step: activity?.name ?? '', department: activity?.departmentName ?? '' };
}

function activityEntries(index: ExecutableIndex, state: CaseState, relation: Relation, activity: Activity): Entry[] {
  const params = stepParams(activity);
  const byName = activity.endedBy?.name ?? '';
  const begun = { seq: startSeq(activity), at: activity.startedAt };
  if (activity.status === 'kept') {
    const at = state.activities[activity.parent ?? '']?.startedAt ?? activity.startedAt;
    return [{ seq: begun.seq, at, type: 'opinionKept', byName: '', params }];
  }
  const entries: Entry[] = isQuiet(activity) ? [] : [{ ...begun, type: 'activityStarted', byName: '', params }];
  if (activity.endedAt === null || activity.endedSeq === null) return entries;
  const ended = { seq: activity.endedSeq, at: activity.endedAt };
  if (activity.status === 'cancelled') {
    // The end of the case says it for all of them.
    const withCase = state.endedAt === activity.endedAt && state.result !== null;
    const quiet = withCase || isQuiet(activity);
    return quiet ? entries : [...entries, { ...ended, type: 'activityCancelled', byName: '', params }];
  }
  const outcome = shownOutcome(index, relation, activity);
  if (activity.byDefault !== undefined) {
    const said = { ...params, outcome: activity.outcomeName ?? '', basis: activity.byDefault };
    return [...entries, { ...ended, type: 'activityByDefault', byName: '', params: said }];
  }
  const done: Entry = outcome
    ? { ...ended, type: 'activityDecided', byName, params: { ...params, outcome: outcome.name } }
    : { ...ended, type: 'activityCompleted', byName, params };
  return [...entries, done];
}

const ENDED = {
  approved: 'caseApproved',
  refused: 'caseRefused',
  finished: 'caseFinished',
  rejected: 'caseRejected',
  terminated: 'caseTerminated',
  failed: 'caseFailed',
  withdrawn: 'caseWithdrawn',
} as const;

/** What only holds others is told by what they do. */
const isQuiet = ({ kind }: Activity): boolean => kind === 'many' || kind === 'scope' || kind === 'undo';

/** Name of an event that an activity listens for. */
function eventName(
  index: ExecutableIndex,
  state: CaseState,
  activity: Activity | undefined,
  id: string | null,
): string {
  const heard = activity && id !== null ? find({ index, state }, activity, id) : undefined;
  return heard ? eventOf(heard).name : '';
}

function logEntry(index: ExecutableIndex, state: CaseState, relation: Relation, entry: LogEntry): Entry | null {
  const { seq, at, byName } = entry;
  const activity = state.activities[entry.ref];
  switch (entry.type) {
    case 'returned': {
      const to = entry.to === undefined ? '' : workOf(index, entry.to).name;
      const params = { ...stepParams(activity), to };
      return readsReturn(state, relation, entry)
        ? { seq, at, type: 'returnedWithReason', byName, params: { ...params, reason: entry.text ?? '' } }
        : { seq, at, type: 'returned', byName, params };
    }
    case 'timerFired': {
      if (entry.text === 'retry') return null;
      const timer = eventName(index, state, activity, entry.text);
      return { seq, at, type: 'timerFired', byName: '', params: { ...stepParams(activity), timer } };
    }
    case 'correctionAnswered': {
      const asked = state.corrections.find((one) => one.id === entry.ref);
      const params = stepParams(asked && state.activities[asked.activity]);
      return { seq, at, type: 'correctionAnswered', byName, params };
    }
    case 'disputeRaised': {
      const field = index.fields.get(entry.ref);
      if (!field || !seesField(index, relation, field.id)) return null;
      return { seq, at, type: 'disputeRaised', byName, params: { field: field.name, comment: entry.text ?? '' } };
    }
    case 'caseEnded':
      return { seq, at, type: ENDED[state.result ?? 'finished'], byName, params: { reason: entry.text ?? '' } };
    case 'eventCaught':
      return { seq, at, type: 'eventCaught', byName: '', params: { ...stepParams(activity), event: entry.text ?? '' } };
    case 'errorThrown':
    case 'escalated':
      return { seq, at, type: entry.type, byName: '', params: { code: entry.text ?? '' } };
    case 'jobFailed':
      if (!relation.supervisor && !relation.admin && !relation.lead) return null;
      return { seq, at, type: 'jobFailed', byName: '', params: { ...stepParams(activity), code: entry.text ?? '' } };
    case 'childEnded':
    case 'undoBegun':
      return { seq, at, type: entry.type, byName: '', params: stepParams(activity) };
    case 'reminded':
      return { seq, at, type: 'reminded', byName: '', params: stepParams(activity) };
    case 'incidentRaised':
      if (!relation.supervisor && !relation.admin) return null;
      return { seq, at, type: 'incidentRaised', byName: '', params: { code: entry.text ?? '' } };
    default:
      return peopleEntry({ index, state, relation }, entry.type, entry);
  }
}

/** A return is between offices: its reason is read at both ends. */
function readsReturn(state: CaseState, relation: Relation, entry: LogEntry): boolean {
  return relation.own.some((one) => one.node === entry.to || rootOf(state, one).id === entry.ref);
}

function seesField(index: ExecutableIndex, relation: Relation, id: string): boolean {
  const field = index.fields.get(id);
  if (!field) return false;
  if (relation.applicant && accessAt(field, index.start.id, null) !== 'hidden') return true;
  return relation.places.some((place) => accessAt(field, place.node, place.element) !== 'hidden');
}
