/** What happened to a case. Released events keep their meaning for ever. */
import type { Clock } from '../calendar/types.ts';
import type { TimerWhen } from '../definition/types.ts';
import type { DataValue, Remarks } from './command-types.ts';
import type { FlowEventBody } from './flow-event-types.ts';
import type { PersonRef } from './people-command-types.ts';
import type { PeopleEventBody } from './people-event-types.ts';

export interface Token {
  readonly id: string;
  /** Edge on which the token stands. A token inside an activity is held by that activity instead. */
  readonly edge: string;
  /** Branches this token descends from, outermost first: `<fork node>#<event seq>.<branch number>` (scope.ts). */
  readonly lineage: readonly string[];
}

/**
 * A timer as it was armed: on the step's clock after `budget`; or by `when`, with the step's deadline as `budget` where
 * it counts back from the due time; or at an instant.
 */
export interface ArmedTimer {
  readonly id: string;
  readonly boundary: string;
  readonly budget?: Clock['budget'];
  readonly when?: TimerWhen;
  readonly at?: number;
}

/** work: people; many: several of them; wait, job, case: something else; scope, undo: hold what runs inside. */
export type ActivityKind = 'work' | 'many' | 'wait' | 'job' | 'case' | 'scope' | 'undo';

interface Base {
  readonly v: 1;
  /** Number within the case, from 1 without gaps. */
  readonly seq: number;
  readonly at: number;
  /** Person id, or `system`. */
  readonly by: string;
  readonly byName: string;
  /** 代理: the person in whose stead it was done. */
  readonly onBehalfOf?: PersonRef;
}

/** Self-contained: evolve needs no routing, FEEL or calendar. Released events keep their meaning for ever. */
export type CaseEvent = Base & EventBody;
export type EventBody = CaseEventBody | FlowEventBody | PeopleEventBody;
export type CaseEventBody =
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
      readonly kind: ActivityKind;
      readonly name: string;
      readonly department: string | null;
      readonly departmentName: string | null;
      readonly post: string | null;
      /** Token taken from the edge and held by this activity (null for elements). */
      readonly token: Token | null;
      readonly budget: Clock['budget'] | null;
      readonly round: number;
      /** A sequence: ids of the elements in turn. */
      readonly planned?: readonly string[];
      /** Timers armed with it; due times are projections of the activity's clock. */
      readonly timers: readonly ArmedTimer[];
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
      /** Nobody decided in time (超时默认): the legal basis on which it counts as decided. */
      readonly byDefault?: string;
    }
  | {
      readonly type: 'activityCancelled';
      readonly activity: string;
      readonly reason: 'returned' | 'interrupted' | 'caseEnded' | 'decided' | 'takenBack' | 'removed';
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
  | {
      readonly type: 'incidentRaised';
      readonly code: string;
      readonly node: string | null;
      /** Set when an activity waits for the repair; the rest of the case goes on. */
      readonly activity?: string;
    };
export type EventType = CaseEvent['type'];
export type EndResult = 'approved' | 'refused' | 'finished';
export type CaseResult = 'approved' | 'refused' | 'finished' | 'rejected' | 'terminated' | 'failed' | 'withdrawn';
