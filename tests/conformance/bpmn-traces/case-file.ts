/** A case file of the form bpmn-trace/1: what is done to a fresh model, and what must be observed after each stimulus. */
export type Stimulus =
  | {
      readonly start: string;
      readonly process: string;
      readonly eventType: string;
      readonly implicit?: boolean;
    }
  | {
      readonly trigger: string;
      readonly kind: 'continue' | 'catchEvent' | 'eventBasedGatewayTarget' | 'boundaryEvent' | 'eventSubProcessStart';
      readonly eventType: string;
      readonly scope: { readonly element: string; readonly instance: number };
    }
  | { readonly message: string };

export interface SetUp {
  readonly choose?: Readonly<Record<string, string | readonly string[]>>;
  readonly pauseAt?: readonly string[];
}

export interface TraceCase {
  readonly format: 'bpmn-trace/1';
  readonly name: string;
  readonly bpmn: string;
  readonly start: SetUp & { readonly stimulus: Stimulus };
  readonly steps: readonly (SetUp | Stimulus)[];
  readonly normalised: readonly (readonly string[])[];
  readonly completed: readonly (readonly string[])[];
}

export const isStimulus = (step: SetUp | Stimulus): step is Stimulus =>
  'start' in step || 'trigger' in step || 'message' in step;
