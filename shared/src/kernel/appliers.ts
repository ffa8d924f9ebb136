/**
 * One applier per event type: the only code that changes a case's state, live and in replay.
 * An applier uses the event and the state alone: no routing, FEEL, calendar or executable. The appliers of released
 * events never change; a new meaning is a new event version.
 */
import type { Clock } from '../calendar/types.ts';
import { authorOf, closeSuspension, moveTokens, note, stopped, type Applier, type EventOf } from './applying.ts';
import type { Activity, CaseEvent, CaseState, EventType } from './types.ts';
import type { Draft } from './draft.ts';
import { consultOf } from './consults.ts';
import { flowAppliers } from './flow-appliers.ts';
import { emptyHands, peopleAppliers } from './people-appliers.ts';

/** The table entry that an event's own type picked. */
type AnyApplier = { apply(draft: Draft, event: CaseEvent): void }['apply'];

const CASE_CLOCK = 'case';

const appliers: { readonly [T in EventType]: Applier<T> } = {
  ...peopleAppliers,

  caseStarted: (draft, event) => {
    if (draft.started) throw new Error('Expected a new case but it has already started');
    draft.begin(newCase(event));
  },

  subjectNamed: (draft, event) => {
    draft.state.subject = { name: event.name, key: event.key };
  },

  valuesWritten: (draft, event) => {
    Object.assign(draft.own('data'), event.values);
  },

  tokensMoved: (draft, event) => {
    moveTokens(draft, event.taken, event.put);
    if (event.reached) draft.state.reached = [...draft.state.reached, event.reached];
  },

  activityStarted: (draft, event) => {
    if (event.token) moveTokens(draft, [event.token.id], []);
    const clock: Clock | null = event.budget && {
      budget: event.budget,
      startedAt: event.at,
      suspensions: [],
      stoppedAt: null,
    };
    const activity: Activity = {
      id: event.id,
      node: event.node,
      element: event.element,
      parent: event.parent,
      kind: event.kind,
      name: event.name,
      department: event.department,
      departmentName: event.departmentName,
      post: event.post,
      token: event.token,
      round: event.round,
      status: 'open',
      startedAt: event.at,
      claimedBy: null,
      endedAt: null,
      endedSeq: null,
      endedBy: null,
      outcome: null,
      outcomeName: null,
      opinion: '',
      read: {},
      clock,
      timers: event.timers.map((timer) => ({ ...timer, status: 'armed' })),
      corrections: 0,
      wentBack: false,
    };
    // Spread at the end or not at all: a literal that goes on after a spread is built a property at a time.
    draft.own('activities')[event.id] = event.planned ? { ...activity, planned: event.planned } : activity;
  },

  opinionKept: (draft, event) => {
    const from = draft.activity(event.from);
    const parent = draft.activity(event.parent);
    const id = `${draft.state.caseId}.${event.seq}`;
    draft.own('activities')[id] = {
      ...from,
      id,
      parent: event.parent,
      round: parent.round,
      status: 'kept',
      timers: [],
      corrections: 0,
    };
  },

  taskClaimed: (draft, event) => {
    draft.patchActivity(event.activity, { claimedBy: { ...authorOf(event), at: event.at } });
  },

  taskReleased: (draft, event) => {
    const activity = draft.change(event.activity);
    activity.claimedBy = null;
    emptyHands(activity);
  },

  activityCompleted: (draft, event) => {
    const activity = end(draft, event);
    activity.status = 'done';
    activity.endedBy = { person: event.by, name: event.byName };
    activity.outcome = event.outcome;
    activity.outcomeName = event.outcomeName;
    activity.opinion = event.opinion;
    activity.read = event.read;
    if (event.byDefault !== undefined) activity.byDefault = event.byDefault;
    if (event.onBehalfOf !== undefined) activity.endedFor = event.onBehalfOf;
  },

  activityCancelled: (draft, event) => {
    end(draft, event).status = 'cancelled';
  },

  correctionAsked: (draft, event) => {
    const activity = draft.activity(event.activity);
    draft.patchActivity(event.activity, { status: 'correcting', corrections: activity.corrections + 1 });
    draft.state.corrections = [
      ...draft.state.corrections,
      {
        id: event.correction,
        activity: event.activity,
        node: activity.node,
        round: event.round,
        remarks: event.remarks,
        reason: event.reason,
        askedAt: event.at,
        askedBy: event.by,
        askedByName: event.byName,
        answeredAt: null,
        changed: [],
      },
    ];
  },

  correctionAnswered: (draft, event) => {
    const correction = draft.correction(event.correction);
    draft.state.corrections = draft.state.corrections.map((one) =>
      one === correction ? { ...one, answeredAt: event.at, changed: event.changed } : one,
    );
    const activity = draft.activity(correction.activity);
    if (activity.status === 'correcting') draft.patchActivity(activity.id, { status: 'open' });
    note(draft, event, correction.id, null);
  },

  clockPaused: (draft, event) => {
    changeClock(draft, event.clock, (clock) => ({
      ...clock,
      suspensions: [...clock.suspensions, { from: event.at, to: null, reason: event.reason }],
    }));
  },

  clockResumed: (draft, event) => {
    changeClock(draft, event.clock, (clock) => closeSuspension(clock, event.at));
  },

  returned: (draft, event) => {
    const { straight } = event;
    const held = new Set(straight?.tokens);
    const tokens = Object.values(draft.state.tokens).filter((token) => held.has(token.id));
    moveTokens(draft, [...event.taken, ...held], []);
    if (straight) {
      for (const id of straight.activities) draft.patchActivity(id, { status: 'suspended' });
      draft.state.returns = [
        ...draft.state.returns,
        {
          from: event.from,
          to: event.to,
          reason: event.reason,
          mode: event.mode,
          at: event.at,
          byName: event.byName,
          lineage: straight.lineage,
          outcome: straight.outcome,
          tokens,
          activities: straight.activities,
        },
      ];
    }
    note(draft, event, event.from, event.reason, event.to);
  },

  straightBackDone: (draft, event) => {
    const served = takeReturn(draft, event.activity);
    draft.patchActivity(event.target, { wentBack: true });
    moveTokens(draft, [], served.tokens);
    for (const id of served.activities) {
      if (draft.activity(id).status !== 'suspended') continue;
      const asked = draft.state.corrections.some((one) => one.activity === id && one.answeredAt === null);
      draft.patchActivity(id, { status: asked ? 'correcting' : 'open' });
    }
  },

  straightBackDropped: (draft, event) => {
    takeReturn(draft, event.activity);
  },

  timerFired: (draft, event) => {
    const activity = draft.activity(event.activity);
    draft.patchActivity(activity.id, {
      timers: activity.timers.map((timer) => (timer.id === event.timer ? { ...timer, status: 'fired' } : timer)),
    });
    note(draft, event, event.activity, event.boundary);
  },

  disputeRaised: (draft, event) => {
    const dispute = { field: event.field, comment: event.comment, at: event.at, byName: event.byName };
    draft.state.disputes = [...draft.state.disputes, dispute];
    note(draft, event, event.field, event.comment);
  },

  caseEnded: (draft, event) => {
    const { state } = draft;
    state.status = 'ended';
    state.result = event.result;
    state.endReason = event.reason;
    state.endedAt = event.at;
    state.tokens = {};
    state.returns = [];
    if (state.clock) state.clock = stopped(state.clock, event.at);
    note(draft, event, event.node ?? '', event.reason);
  },

  incidentRaised: (draft, event) => {
    const { code, node, activity } = event;
    draft.state.incident = activity === undefined ? { code, node } : { code, node, activity };
    note(draft, event, event.node ?? '', event.code);
  },

  ...flowAppliers,
};

/** Every event type that this version can read. */
export const EVENT_TYPES: readonly string[] = Object.keys(appliers);

/** Throws on an unknown type: such an event was written by a newer version. */
export function applyEvent(draft: Draft, event: CaseEvent): void {
  const apply: AnyApplier | undefined = appliers[event.type];
  if (!apply) throw new Error(`Expected an event type of this version but found "${event.type}"`);
  apply(draft, event);
  draft.state.seq = event.seq;
}

function newCase(event: EventOf<'caseStarted'>): CaseState {
  return {
    caseId: event.caseId,
    seq: event.seq,
    code: event.code,
    title: event.title,
    release: event.release,
    version: event.version,
    identity: event.identity,
    number: event.number,
    region: event.region,
    trial: event.trial,
    applicant: event.applicant,
    subject: null,
    bindings: event.bindings,
    status: 'running',
    result: null,
    endReason: null,
    startedAt: event.at,
    endedAt: null,
    promisedAt: event.promisedAt,
    clock: event.promise && { budget: event.promise, startedAt: event.at, suspensions: [], stoppedAt: null },
    data: {},
    tokens: {},
    activities: {},
    corrections: [],
    disputes: [],
    returns: [],
    reached: [],
    log: [],
    incident: null,
  };
}

function end(draft: Draft, event: EventOf<'activityCompleted' | 'activityCancelled'>): ReturnType<Draft['change']> {
  const activity = draft.change(event.activity);
  const { clock, timers } = activity;
  activity.endedAt = event.at;
  activity.endedSeq = event.seq;
  activity.clock = clock && stopped(clock, event.at);
  if (timers.some((timer) => timer.status === 'armed')) {
    activity.timers = timers.map((timer) => (timer.status === 'armed' ? { ...timer, status: 'gone' } : timer));
  }
  emptyHands(activity);
  return activity;
}

function takeReturn(draft: Draft, from: string): CaseState['returns'][number] {
  const found = draft.state.returns.find((one) => one.from === from);
  if (!found) throw new Error(`Expected an open straight-back return from "${from}" but there is none`);
  draft.state.returns = draft.state.returns.filter((one) => one !== found);
  return found;
}

function changeClock(draft: Draft, id: string, change: (clock: Clock) => Clock): void {
  if (id === CASE_CLOCK) {
    if (!draft.state.clock) throw new Error('Expected a case clock but the case has none');
    draft.state.clock = change(draft.state.clock);
    return;
  }
  const consult = consultOf(draft.state, id);
  if (consult) {
    const changed = { ...consult, clock: consult.clock && change(consult.clock) };
    draft.state.consults = draft.state.consults?.map((one) => (one === consult ? changed : one));
    return;
  }
  const { clock, stood = [], startedAt } = draft.activity(id);
  if (clock) {
    draft.patchActivity(id, { clock: change(clock) });
    return;
  }
  // A step without a deadline has a ledger all the same: its timers run by it. No budget is ever read of it.
  const ledger = change({ budget: NO_BUDGET, startedAt, suspensions: stood, stoppedAt: null });
  draft.patchActivity(id, { stood: ledger.suspensions });
}

const NO_BUDGET = { amount: 0, unit: 'workminute' } as const;
