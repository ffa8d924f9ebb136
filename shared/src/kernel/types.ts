/**
 * The kernel's contract. decide(definition, state, command, facts) → events | rejection; evolve(state, event) → state.
 * Everything is plain JSON. No clock, no random, no IO: they come in as facts. Ids derive from the case's id and the
 * event's number. Instants are UTC epoch milliseconds.
 */
import type { Calendar, Clock } from '../calendar/types.ts';
import type { Prim } from '../definition/types.ts';

// ---------------------------------------------------------------- facts

/** The person who acts, with the posts held in the department they act for. */
export interface Actor {
  readonly person: string;
  readonly name: string;
  readonly department: string | null;
  readonly departmentName: string | null;
  readonly posts: readonly string[];
  /** Administrator of this installation: may terminate. */
  readonly admin: boolean;
}

/** `system` acts for timers and jobs; nobody can sign in as it. */
export type ActingParty = Actor | 'system';

export interface Facts {
  readonly now: number;
  readonly actor: ActingParty;
  readonly calendar: Calendar;
  /** Registers that cannot be reached now: their fields open for typing (手填待核). */
  readonly registersDown?: readonly string[];
}

// ---------------------------------------------------------------- values

export type Scalar = string | number | boolean;
/** A stored file of the case: content lives in the files area. */
export interface FileRef {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
}
/** What a field may hold. null: emptied on purpose. Money is in yuan, dates are YYYY-MM-DD, choices are option ids. */
export type Value = Scalar | readonly string[] | readonly FileRef[] | null;

/** Where a value came from. manualUnverified (手填待核): typed because the register could not be reached. */
export type Origin =
  | { readonly type: 'manual' }
  | { readonly type: 'manualUnverified'; readonly register: string }
  | { readonly type: 'shared'; readonly register: string; readonly registerName: string; readonly at: number }
  | { readonly type: 'computed' };

export interface DataValue {
  readonly value: Value;
  readonly origin: Origin;
  readonly at: number;
  readonly by: string;
  /** Counts up with every change of this key; steps remember the versions they read. */
  readonly version: number;
}

/** Form patch by data key: a field id, or `<field>@<element>` for a field with `own` access in a dispatch. */
export type Patch = Readonly<Record<string, { readonly value: Value; readonly origin: Origin }>>;

// ---------------------------------------------------------------- commands

/** Remarks of a correction, per field or material id. Once and complete (一次性告知). */
export interface Remarks {
  readonly fields: Readonly<Record<string, string>>;
  readonly materials: Readonly<Record<string, string>>;
  readonly general: string;
}

export type Command =
  | {
      readonly type: 'start';
      readonly caseId: string;
      readonly release: string;
      readonly version: number;
      /** Readable case number (办件编号), allotted by the host. */
      readonly number: string;
      readonly region: string;
      /** Lane or `<node>/<element>` → department. Every department lane and element must be bound. */
      readonly bindings: Readonly<Record<string, { readonly department: string; readonly name: string }>>;
      /** Values filled by the server from registers are already in here with their origin. */
      readonly patch: Patch;
      readonly trial: boolean;
    }
  | { readonly type: 'claim'; readonly activity: string }
  | { readonly type: 'release'; readonly activity: string }
  | {
      readonly type: 'complete';
      readonly activity: string;
      readonly outcome: string;
      readonly opinion: string;
      readonly patch: Patch;
    }
  | {
      readonly type: 'return';
      readonly activity: string;
      /** Node id: one of the executable's returnTargets. */
      readonly to: string;
      readonly reason: string;
      /** straight: when done again, come straight back here; again: run all steps over again. */
      readonly mode: 'straight' | 'again';
    }
  | { readonly type: 'askCorrection'; readonly activity: string; readonly remarks: Remarks; readonly reason?: string }
  | { readonly type: 'resubmit'; readonly patch: Patch }
  | { readonly type: 'reject'; readonly activity: string; readonly reason: string }
  | { readonly type: 'terminate'; readonly reason: string }
  | { readonly type: 'dispute'; readonly field: string; readonly comment: string }
  | { readonly type: 'fireTimer'; readonly timer: string };
export type CommandType = Command['type'];

// ---------------------------------------------------------------- events

export interface Token {
  readonly id: string;
  /** Edge on which the token stands. A token inside an activity is held by that activity instead. */
  readonly edge: string;
  /** Branches this token descends from, outermost first: `<fork node>#<event seq>.<branch number>` (scope.ts). */
  readonly lineage: readonly string[];
}

interface Base {
  readonly v: 1;
  /** Number within the case, from 1 without gaps. */
  readonly seq: number;
  readonly at: number;
  /** Person id, or `system`. */
  readonly by: string;
  readonly byName: string;
}

/** Self-contained: evolve needs no routing, FEEL or calendar. Released events keep their meaning for ever. */
export type CaseEvent = Base & EventBody;
export type EventBody =
  | {
      readonly type: 'caseStarted';
      readonly caseId: string;
      readonly code: string;
      readonly title: string;
      readonly release: string;
      readonly version: number;
      readonly identity: string;
      readonly number: string;
      readonly region: string;
      readonly applicant: {
        readonly person: string;
        readonly name: string;
        readonly department: string | null;
        readonly departmentName: string | null;
      };
      readonly bindings: Readonly<Record<string, { readonly department: string; readonly name: string }>>;
      readonly trial: boolean;
      /** Case clock budget; null when no promise was set. promisedAt is told to the applicant and stays (A4.25). */
      readonly promise: Clock['budget'] | null;
      readonly promisedAt: number | null;
    }
  | { readonly type: 'subjectNamed'; readonly name: string; readonly key: string | null }
  | { readonly type: 'valuesWritten'; readonly node: string; readonly values: Readonly<Record<string, DataValue>> }
  /** A gateway fired, or a token moved on: tokens taken away and put down. */
  | {
      readonly type: 'tokensMoved';
      readonly node: string;
      readonly taken: readonly string[];
      readonly put: readonly Token[];
      /** Set when an end took the token: what that path came to. */
      readonly reached?: EndResult;
    }
  | {
      readonly type: 'activityStarted';
      readonly id: string;
      readonly node: string;
      /** Element of a `many`, else null; `parent` is then the many's own activity. */
      readonly element: string | null;
      readonly parent: string | null;
      readonly kind: 'work' | 'many';
      readonly name: string;
      readonly department: string | null;
      readonly departmentName: string | null;
      readonly post: string | null;
      /** Token taken from the edge and held by this activity (null for elements). */
      readonly token: Token | null;
      readonly budget: Clock['budget'] | null;
      readonly round: number;
      /** Timers armed with it; due times are projections of the activity's clock. */
      readonly timers: readonly { readonly id: string; readonly boundary: string; readonly budget: Clock['budget'] }[];
    }
  /** An element whose earlier opinion stands in this round (selective re-run). */
  | { readonly type: 'opinionKept'; readonly parent: string; readonly element: string; readonly from: string }
  | { readonly type: 'taskClaimed'; readonly activity: string }
  | { readonly type: 'taskReleased'; readonly activity: string }
  | {
      readonly type: 'activityCompleted';
      readonly activity: string;
      readonly outcome: string;
      readonly outcomeName: string;
      readonly opinion: string;
      /** Data key → version read, for later re-run decisions. */
      readonly read: Readonly<Record<string, number>>;
    }
  | {
      readonly type: 'activityCancelled';
      readonly activity: string;
      readonly reason: 'returned' | 'interrupted' | 'caseEnded';
    }
  | {
      readonly type: 'correctionAsked';
      readonly correction: string;
      readonly activity: string;
      readonly round: number;
      readonly remarks: Remarks;
      readonly reason: string | null;
    }
  | { readonly type: 'correctionAnswered'; readonly correction: string; readonly changed: readonly string[] }
  | { readonly type: 'clockPaused'; readonly clock: string; readonly reason: string }
  | { readonly type: 'clockResumed'; readonly clock: string }
  | {
      readonly type: 'returned';
      readonly from: string;
      readonly fromNode: string;
      readonly to: string;
      readonly reason: string;
      readonly mode: 'straight' | 'again';
      /** Tokens taken away for good. */
      readonly taken: readonly string[];
      /** straight: what comes back with the returner, and the outcome of the target that leads there. */
      readonly straight?: {
        readonly lineage: readonly string[];
        readonly outcome: string;
        readonly tokens: readonly string[];
        readonly activities: readonly string[];
      };
    }
  /** `activity` is the returner that gets its case again; `target` went straight back to it. */
  | { readonly type: 'straightBackDone'; readonly activity: string; readonly target: string }
  /** The way back was given up: another outcome, or a return that goes further. */
  | { readonly type: 'straightBackDropped'; readonly activity: string }
  | { readonly type: 'timerFired'; readonly timer: string; readonly activity: string; readonly boundary: string }
  | { readonly type: 'disputeRaised'; readonly field: string; readonly comment: string }
  | {
      readonly type: 'caseEnded';
      readonly result: CaseResult;
      readonly node: string | null;
      readonly reason: string | null;
    }
  | { readonly type: 'incidentRaised'; readonly code: string; readonly node: string | null };
export type EventType = CaseEvent['type'];
export type EndResult = 'approved' | 'refused' | 'finished';
export type CaseResult = 'approved' | 'refused' | 'finished' | 'rejected' | 'terminated';

// ---------------------------------------------------------------- state

export interface Activity {
  readonly id: string;
  readonly node: string;
  readonly element: string | null;
  readonly parent: string | null;
  readonly kind: 'work' | 'many';
  readonly name: string;
  readonly department: string | null;
  readonly departmentName: string | null;
  readonly post: string | null;
  readonly token: Token | null;
  readonly round: number;
  /** suspended: beside a straight-back return, until the returner has its case again. */
  readonly status: 'open' | 'correcting' | 'suspended' | 'done' | 'kept' | 'cancelled';
  readonly startedAt: number;
  readonly claimedBy: { readonly person: string; readonly name: string; readonly at: number } | null;
  readonly endedAt: number | null;
  /** Number of the event that ended it: orders what happened within one instant. */
  readonly endedSeq: number | null;
  readonly endedBy: { readonly person: string; readonly name: string } | null;
  readonly outcome: string | null;
  readonly outcomeName: string | null;
  readonly opinion: string;
  readonly read: Readonly<Record<string, number>>;
  readonly clock: Clock | null;
  readonly timers: readonly {
    readonly id: string;
    readonly boundary: string;
    readonly budget: Clock['budget'];
    readonly status: 'armed' | 'fired' | 'gone';
  }[];
  readonly corrections: number;
  /** Its token went straight back to a returner, not on along an edge: what follows descends from an earlier time. */
  readonly wentBack: boolean;
}

export interface Correction {
  readonly id: string;
  readonly activity: string;
  readonly node: string;
  readonly round: number;
  readonly remarks: Remarks;
  readonly reason: string | null;
  readonly askedAt: number;
  readonly askedBy: string;
  readonly askedByName: string;
  readonly answeredAt: number | null;
  readonly changed: readonly string[];
}

/** `ref` names an activity, a correction, a field or a node, by type; texts are shown only as view allows. */
export interface LogEntry {
  readonly seq: number;
  readonly at: number;
  readonly type: 'returned' | 'timerFired' | 'correctionAnswered' | 'disputeRaised' | 'caseEnded' | 'incidentRaised';
  readonly byName: string;
  readonly ref: string;
  readonly text: string | null;
  /** returned: the node that it went back to. */
  readonly to?: string;
}

export interface CaseState {
  readonly caseId: string;
  readonly seq: number;
  readonly code: string;
  readonly title: string;
  readonly release: string;
  readonly version: number;
  readonly identity: string;
  readonly number: string;
  readonly region: string;
  readonly trial: boolean;
  readonly applicant: {
    readonly person: string;
    readonly name: string;
    readonly department: string | null;
    readonly departmentName: string | null;
  };
  readonly subject: { readonly name: string; readonly key: string | null } | null;
  readonly bindings: Readonly<Record<string, { readonly department: string; readonly name: string }>>;
  readonly status: 'running' | 'ended';
  readonly result: CaseResult | null;
  readonly endReason: string | null;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly promisedAt: number | null;
  readonly clock: Clock | null;
  readonly data: Readonly<Record<string, DataValue>>;
  readonly tokens: Readonly<Record<string, Token>>;
  /** Every activity ever started, by id, oldest first. */
  readonly activities: Readonly<Record<string, Activity>>;
  readonly corrections: readonly Correction[];
  readonly disputes: readonly {
    readonly field: string;
    readonly comment: string;
    readonly at: number;
    readonly byName: string;
  }[];
  /** Straight-back returns not yet served, innermost last. */
  readonly returns: readonly {
    readonly from: string;
    readonly to: string;
    readonly reason: string;
    readonly mode: 'straight' | 'again';
    readonly at: number;
    readonly byName: string;
    /** Lineage of the target, and its outcome that leads back to the returner. */
    readonly lineage: readonly string[];
    readonly outcome: string;
    /** Siblings that stand still meanwhile. */
    readonly tokens: readonly Token[];
    readonly activities: readonly string[];
  }[];
  /** Results of the ends that tokens have reached. */
  readonly reached: readonly EndResult[];
  /** What the timeline tells and nothing else in the state remembers, oldest first. */
  readonly log: readonly LogEntry[];
  readonly incident: { readonly code: string; readonly node: string | null } | null;
}

// ---------------------------------------------------------------- rejections

/** Expected refusals: values, with a code that words/ turns into a clerk's sentence. */
export const REJECTIONS = [
  'notFound',
  'notYours',
  'otherDepartment',
  'notYourPost',
  'gone',
  'alreadyDone',
  'claimedByOther',
  'caseEnded',
  'unknownOutcome',
  'opinionRequired',
  'fieldNotWritable',
  'fieldInvalid',
  'fieldRequired',
  'fieldUnknown',
  'bindingMissing',
  'reasonRequired',
  'returnNotAllowed',
  'powerMissing',
  'correctionOpen',
  'noCorrectionOpen',
  'remarksRequired',
  'notApplicant',
  'timerGone',
  'timerEarly',
  'sameSigner',
  'nothingTicked',
  'notAllowed',
] as const;
export type RejectionCode = (typeof REJECTIONS)[number];
export interface Problem {
  readonly field: string;
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}
export interface Rejection {
  readonly code: RejectionCode;
  /** Names for the sentence, never hidden data. */
  readonly params?: Readonly<Record<string, string | number>>;
  /** Per data key, for fieldInvalid, fieldRequired and fieldNotWritable. */
  readonly problems?: readonly Problem[];
}
export type Decided =
  { readonly ok: true; readonly events: readonly CaseEvent[] } | { readonly ok: false; readonly rejection: Rejection };

/** Steps of automatic routing after which a command is an incident, not a hang. */
export const STEP_BOUND = 10_000;

// ---------------------------------------------------------------- projections

export interface TaskRow {
  readonly activity: string;
  readonly caseId: string;
  readonly code: string;
  readonly title: string;
  readonly version: number;
  readonly number: string;
  readonly subject: string;
  readonly applicantName: string;
  readonly node: string;
  readonly element: string | null;
  readonly name: string;
  readonly department: string;
  readonly departmentName: string;
  readonly post: string | null;
  readonly claimedBy: string | null;
  readonly claimedByName: string | null;
  readonly status: 'open' | 'correcting' | 'done' | 'cancelled';
  readonly startedAt: number;
  readonly endedAt: number | null;
  /** JSON of the step's clock, so that due times can be recomputed when a calendar is imported. */
  readonly clock: Clock | null;
  readonly dueAt: number | null;
  readonly amberAt: number | null;
  readonly redAt: number | null;
  readonly trial: boolean;
}

export interface CaseRow {
  readonly caseId: string;
  readonly code: string;
  readonly title: string;
  readonly module: string;
  readonly release: string;
  readonly version: number;
  readonly number: string;
  readonly subject: string;
  readonly applicantPerson: string;
  readonly applicantDepartment: string | null;
  readonly applicantName: string;
  readonly region: string;
  readonly status: 'running' | 'correcting' | 'ended';
  readonly result: CaseResult | null;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly promisedAt: number | null;
  readonly clock: Clock | null;
  readonly dueAt: number | null;
  readonly amberAt: number | null;
  readonly redAt: number | null;
  readonly trial: boolean;
  /** Departments that ever had a task in it, for who may see the case. */
  readonly departments: readonly string[];
}

export interface TimerRow {
  readonly timer: string;
  readonly caseId: string;
  readonly activity: string;
  readonly dueAt: number;
}

/** What one command changed in the read model. */
export interface Projection {
  readonly case: CaseRow;
  readonly tasks: readonly TaskRow[];
  /** Armed timers of the whole case after the command; replaces the case's earlier ones. */
  readonly timers: readonly TimerRow[];
}

/** Messages that leave through the outbox, at least once, keyed. */
export interface OutboxEntry {
  readonly key: string;
  readonly kind: 'taskArrived' | 'correctionAsked' | 'correctionAnswered' | 'caseEnded';
  readonly caseId: string;
  readonly department: string | null;
  readonly person: string | null;
  readonly params: Readonly<Record<string, string>>;
}

export type PrimOf<T extends Prim['type']> = Extract<Prim, { type: T }>;
