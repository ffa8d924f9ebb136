/** A case as it stands. Only the appliers of events make one. */
import type { Clock } from '../calendar/types.ts';
import type { DataValue, Remarks } from './command-types.ts';
import type { ActivityKind, ArmedTimer, CaseResult, EndResult, Token } from './event-types.ts';
import type { ActivityPeople, CasePeople, PeopleLogType } from './people-state-types.ts';

export interface Activity extends ActivityPeople {
  readonly id: string;
  readonly node: string;
  readonly element: string | null;
  readonly parent: string | null;
  readonly kind: ActivityKind;
  readonly name: string;
  readonly department: string | null;
  readonly departmentName: string | null;
  readonly post: string | null;
  readonly token: Token | null;
  readonly round: number;
  /** A sequence: ids of its elements in turn, those that have not begun included. */
  readonly planned?: readonly string[];
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
  readonly timers: readonly (ArmedTimer & { readonly status: 'armed' | 'fired' | 'gone' })[];
  readonly corrections: number;
  /** Its token went straight back to a returner, not on along an edge: what follows descends from an earlier time. */
  readonly wentBack: boolean;
  /** Events that happened to it, by id: what happens once does not happen again. */
  readonly caught?: readonly string[];
  /** How often a job or a nested case was asked for. */
  readonly attempts?: number;
  /** The attempt that failed last. */
  readonly failed?: number;
  /** A step that was undone is not undone again. */
  readonly undone?: boolean;
  /** Set on an undo: the finished activity that it undoes now, and those that it has undone. */
  readonly undoing?: readonly string[];
  readonly byDefault?: string;
  readonly reminders?: number;
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
  readonly type:
    | 'returned'
    | 'timerFired'
    | 'correctionAnswered'
    | 'disputeRaised'
    | 'caseEnded'
    | 'incidentRaised'
    | 'eventCaught'
    | 'errorThrown'
    | 'escalated'
    | 'jobFailed'
    | 'childEnded'
    | 'undoBegun'
    | 'reminded'
    | PeopleLogType;
  readonly byName: string;
  readonly ref: string;
  readonly text: string | null;
  /** returned: the node that it went back to. Handed over and the like: the name of whom it went to. */
  readonly to?: string;
  /** Only those who had the task in hand read of it. */
  readonly inside?: true;
}

export interface CaseState extends CasePeople {
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
  /** `activity` set: it waits for the repair, the rest of the case goes on; otherwise the case stands. */
  readonly incident: { readonly code: string; readonly node: string | null; readonly activity?: string } | null;
}
