/** What happens in the flow besides people's work: waits, jobs, nested cases, scopes, events, compensation. */
import type { Value } from './command-types.ts';

/** Who caught what was thrown: an event sub-process, or the event attached to a host. */
export interface CaughtBy {
  /** Id of the handler or of the boundary. */
  readonly id: string;
  /** Activity that holds it: the scope for a handler, the host for a boundary. */
  readonly activity: string;
}

export type FlowEventBody =
  /** An event happened to an activity: an arm of a wait, a boundary, or a handler of a scope. Timers have timerFired. */
  | {
      readonly type: 'eventCaught';
      readonly activity: string;
      /** Id of the arm, boundary or handler. */
      readonly event: string;
      readonly on: 'message' | 'signal' | 'condition' | 'error' | 'escalation' | 'compensation';
      readonly name: string;
    }
  | { readonly type: 'errorThrown'; readonly node: string; readonly code: string; readonly caughtBy: CaughtBy | null }
  | { readonly type: 'escalated'; readonly node: string; readonly code: string; readonly caughtBy: CaughtBy | null }
  | { readonly type: 'signalThrown'; readonly node: string; readonly name: string }
  | {
      readonly type: 'messageSent';
      readonly node: string;
      readonly name: string;
      readonly values: Readonly<Record<string, Value>>;
    }
  | {
      readonly type: 'notified';
      readonly node: string;
      readonly department: string | null;
      readonly person: string | null;
      readonly channels: readonly string[];
      readonly text: string;
    }
  /** Everything else in this scope was cancelled: by a terminate, or by an event sub-process that interrupts. */
  | { readonly type: 'scopeCleared'; readonly node: string; readonly taken: readonly string[] }
  /** A job is asked for; `attempt` counts from 1. Inputs are the values at this moment. */
  | {
      readonly type: 'jobRequested';
      readonly activity: string;
      readonly attempt: number;
      readonly inputs: Readonly<Record<string, Value>>;
    }
  /** An attempt failed; `retryAt` null: for good. */
  | {
      readonly type: 'jobFailed';
      readonly activity: string;
      readonly attempt: number;
      readonly code: string;
      readonly message: string;
      readonly retryAt: number | null;
    }
  | {
      readonly type: 'childRequested';
      readonly activity: string;
      /** Id of the child's case, derived from the activity. */
      readonly child: string;
      readonly attempt: number;
      readonly scenario: string;
      readonly inputs: Readonly<Record<string, Value>>;
    }
  /** The child's word. `late`: its parent's activity was gone; then it is only recorded. */
  | {
      readonly type: 'childEnded';
      readonly activity: string;
      readonly child: string;
      readonly result: string;
      readonly late: boolean;
    }
  /** The holder of a compensation begins to undo this finished activity. */
  | { readonly type: 'undoBegun'; readonly holder: string; readonly activity: string }
  | { readonly type: 'reminded'; readonly activity: string; readonly boundary: string; readonly count: number }
  | { readonly type: 'incidentResolved'; readonly code: string; readonly activity: string };
