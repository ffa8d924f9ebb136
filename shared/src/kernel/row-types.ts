/** Rows of the read model and messages of the outbox: what a change of state means for those outside. */
import type { Clock } from '../calendar/types.ts';
import type { Value } from './command-types.ts';
import type { CaseResult } from './event-types.ts';

export interface TaskRow {
  /** work: a step's; consult: an opinion that is asked for; copy: something to read. `activity` is then its own id. */
  readonly kind: 'work' | 'consult' | 'copy';
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
  /** The one person it is for now: handed over or delegated by name, or asked by name. */
  readonly assignee: string | null;
  readonly assigneeName: string | null;
  /** waiting: others sign first (加签). A copy is unread or read. */
  readonly status: 'open' | 'correcting' | 'waiting' | 'done' | 'cancelled' | 'unread' | 'read';
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
  /** suspended: 中止, the whole case stands. */
  readonly status: 'running' | 'correcting' | 'suspended' | 'ended';
  readonly result: CaseResult | null;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly promisedAt: number | null;
  readonly clock: Clock | null;
  readonly dueAt: number | null;
  readonly amberAt: number | null;
  readonly redAt: number | null;
  readonly trial: boolean;
  /** For who may see the case: the lead office (牵头) from the start, and departments that ever had a task in it. */
  readonly departments: readonly string[];
}

export interface TimerRow {
  readonly timer: string;
  readonly caseId: string;
  /** Empty: the case's own. */
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

/** What people are told of each other's dealings. */
export type PeopleMessage =
  | 'handedOver'
  | 'delegated'
  | 'handedBack'
  | 'consultAsked'
  | 'consultAnswered'
  | 'consultCancelled'
  | 'copied'
  | 'urged'
  | 'withdrawn'
  | 'removed'
  | 'caseSuspended'
  | 'caseResumed'
  | 'promiseLapsed'
  | 'cureLapsed';

/** Messages that leave through the outbox, at least once, keyed. */
export interface OutboxEntry {
  readonly key: string;
  readonly kind:
    | 'taskArrived'
    | 'correctionAsked'
    | 'correctionAnswered'
    | 'caseEnded'
    | 'reminder'
    | 'notice'
    | 'escalated'
    | 'job'
    | 'childStart'
    | 'childCancel'
    | 'message'
    | 'signal'
    | PeopleMessage;
  readonly caseId: string;
  readonly department: string | null;
  readonly person: string | null;
  readonly params: Readonly<Record<string, string>>;
  /** What a machine or another case is given; never for people. */
  readonly payload?: Readonly<Record<string, Value>>;
}
