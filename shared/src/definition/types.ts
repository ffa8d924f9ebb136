/**
 * What runs: an executable net of primitives, with nothing of layout or editing in it.
 * Kernel and proof know only these. A node kind lowers to them (nodes/<kind>/lower.ts); kinds have no run-time code.
 */
import type { CalendarDuration } from '../calendar/types.ts';
import type {
  Access,
  Condition,
  Duration,
  FieldKind,
  FieldSource,
  Option,
  Party,
  StartTrigger as DrawnStart,
} from '../document/index.ts';
import type { DecisionTable } from '../decisions/index.ts';

/**
 * Version of this format. 2 only adds to 1 (primitives, optional parts), so a definition of format 1 runs unchanged;
 * a host refuses every other one.
 */
export const EXECUTABLE_FORMAT = 2;
export const KNOWN_FORMATS: readonly number[] = [1, 2];

/** An edge of the net. Tokens stand on edges (in front of a join) or in activities. */
export interface NetEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

export interface Outcome {
  readonly id: string;
  readonly name: string;
  readonly tone: 'positive' | 'neutral' | 'negative';
  readonly opinionRequired: boolean;
  /** The edge a token takes after this outcome. */
  readonly edge: string;
}

/** When a timer is due. Working time runs on the step's clock and stands with it; natural time never stands. */
export type TimerWhen =
  | { readonly from: 'start'; readonly after: CalendarDuration }
  /** So long before the step's own due time; an amount of 0 is the due time itself. */
  | { readonly from: 'due'; readonly before: CalendarDuration }
  /** At the beginning of the date that a field holds; at once when it holds none or one that has passed. */
  | { readonly from: 'field'; readonly field: string };

/** A value that comes in or goes out: a field of the case under a name that the other side knows. */
export interface Mapping {
  readonly field: string;
  readonly name: string;
}

/** What a waiting or attached event waits for. `code` null: any. */
export type Trigger =
  | { readonly type: 'timer'; readonly when: TimerWhen }
  | { readonly type: 'message'; readonly name: string; readonly into: readonly Mapping[] }
  | { readonly type: 'signal'; readonly name: string }
  | { readonly type: 'condition'; readonly when: CompiledCondition }
  | { readonly type: 'error'; readonly code: string | null }
  | { readonly type: 'escalation'; readonly code: string | null }
  /** Only of a handler: the scope that it stands in is being compensated. */
  | { readonly type: 'compensation' };

/**
 * An event attached to whatever holds a token: work, a wait, a job, a nested case, a scope.
 * Not interrupting: one token more, for every time that it happens; a timer happens once.
 */
export interface Boundary {
  readonly id: string;
  readonly name: string;
  readonly on: Trigger;
  readonly interrupting: boolean;
  /** Where its token goes; null: it has no way of its own, only its effect. */
  readonly edge: string | null;
  /**
   * remind: a message to the handlers, and to their lead from the second on; complete: the step ends with this outcome
   * by itself (超时默认), which is told as such. An effect comes before the way.
   */
  readonly effect:
    | null
    | { readonly type: 'remind' }
    | { readonly type: 'complete'; readonly outcome: string; readonly basis: string };
}

/** An event sub-process: opens in its scope while the scope runs; interrupting: everything else in it is cancelled. */
export interface Handler {
  readonly id: string;
  readonly name: string;
  readonly on: Trigger;
  readonly interrupting: boolean;
  /** First edge inside. */
  readonly edge: string;
  /** Event sub-processes drawn inside this one. */
  readonly handlers?: readonly Handler[];
}

/** What starts a case otherwise than by a submission; `schedule` is local time (see document/triggers.ts). */
export type StartTrigger =
  | { readonly type: 'office' }
  | Readonly<Extract<DrawnStart, { type: 'schedule' }>>
  | { readonly type: 'message'; readonly name: string; readonly into: readonly Mapping[] }
  | { readonly type: 'event'; readonly name: string };

/** One event of a wait, and the way that it opens. The first that happens wins. */
export interface Arm {
  readonly id: string;
  readonly name: string;
  readonly on: Trigger;
  readonly edge: string;
}

/** Element of a job under which a person does it in the machine's place; in access keys as `<node>/@byHand`. */
export const BY_HAND = '@byHand';

/** Work for a machine. Inputs are resolved by the kernel; how it is done is the host's executor for `kind`. */
export interface JobSpec {
  readonly kind: 'fetch' | 'connect' | 'document';
  /** What the executor needs to know, by name; free of case data. */
  readonly settings: Readonly<Record<string, string | number | boolean>>;
  readonly inputs: readonly Mapping[];
  /** Where the parts of the answer go. */
  readonly into: readonly Mapping[];
  /** Further attempts after the first, and natural minutes between them (doubling). */
  readonly retries: number;
  readonly retryMinutes: number;
  /** Natural seconds that one attempt may take; the executor gives up after them. */
  readonly timeoutSeconds: number;
  /** 人工转录: who does it by hand when it cannot be reached; null: an incident, repaired by an administrator. */
  readonly byHand: {
    readonly lane: string;
    readonly post: string | null;
    readonly instruction: string;
    /** Word of the one decision, e.g. 已转录. */
    readonly done: string;
  } | null;
}

/** What a throwing event does. */
export type Throw =
  /** Ends its way and looks for a catcher outwards; nobody catches: the case ends as failed. */
  | { readonly type: 'error'; readonly code: string }
  /** Looks for a catcher outwards and goes on. */
  | { readonly type: 'escalation'; readonly code: string }
  | { readonly type: 'signal'; readonly name: string }
  | { readonly type: 'message'; readonly name: string; readonly values: readonly Mapping[] }
  | { readonly type: 'notify'; readonly to: NotifyTarget; readonly channels: readonly string[]; readonly text: string }
  /** Cancels everything else: in the innermost scope, or the whole case, which then ends with `result`. */
  | { readonly type: 'terminate'; readonly of: 'scope' | 'case'; readonly result: EndResult }
  /** Undoes what is finished, last first: one node, or null for all of its scope; then goes on. */
  | { readonly type: 'compensate'; readonly of: string | null };
export type NotifyTarget = { readonly type: 'applicant' } | { readonly type: 'lane'; readonly lane: string };
export type EndResult = 'approved' | 'refused' | 'finished';

/** A timer armed when the activity starts (format 1; format 2 has boundaries). */
export interface BoundaryTimer {
  readonly id: string;
  readonly name: string;
  readonly after: Duration;
  readonly interrupting: boolean;
  readonly edge: string;
}

/** What a step may do besides deciding. Those that a step says nothing about have a default (powers.ts). */
export interface Powers {
  readonly correct: boolean;
  readonly return: boolean;
  readonly reject: boolean;
  readonly handOver?: boolean;
  readonly delegate?: boolean;
  readonly addSigner?: boolean;
  readonly consult?: boolean;
  readonly copyTo?: boolean;
  /** Others may urge it. */
  readonly urge?: boolean;
  /** May suspend the whole case (中止), and let it go on. */
  readonly suspend?: boolean;
}
export type PowerId = keyof Powers;

/** Work for people of one office. */
export interface WorkSpec {
  /** Lane of the office; null for an element of `many`, whose office is its own. */
  readonly lane: string | null;
  readonly post: string | null;
  readonly name: string;
  readonly instruction: string | null;
  readonly deadline: Duration | null;
  readonly outcomes: readonly Outcome[];
  readonly opinionVisibleTo: 'everyone' | 'handlers' | 'lead';
  readonly powers: Powers;
  readonly timers: readonly BoundaryTimer[];
  readonly boundaries?: readonly Boundary[];
}

/** One element of `many`: a department of a dispatch, or a signer of a 会签. */
export interface Element {
  readonly id: string;
  readonly name: string;
  /** A department role bound at start as `<node>/<element>`, or null: the work's own lane. */
  readonly party: Party | null;
  readonly post: string | null;
  /** Votes that it has (票签). Absent: one. */
  readonly weight?: number;
  /** Takes part only when this holds on entry (grading: 独任/一审一核/报批). Absent: always. */
  readonly when?: CompiledCondition;
}

/** Parameters of a completion rule: n of `atLeast@1`, threshold (share of all weights, 0 to 1) of `vote@1`. */
export interface CompletionParams {
  readonly n?: number;
  readonly threshold?: number;
}

interface Held {
  readonly id: string;
  readonly name: string;
  readonly lane: string | null;
  readonly boundaries: readonly Boundary[];
}

/** Waits for the first of its events: a wait, or a first-event gateway. While it waits the case clock may stand. */
export interface WaitPrim extends Held {
  readonly type: 'wait';
  readonly arms: readonly Arm[];
  /** True: outside the clock (公示): the case's clock stands while it waits. */
  readonly outsideClock: boolean;
}
export interface JobPrim extends Held {
  readonly type: 'job';
  readonly job: JobSpec;
  readonly out: string;
}
/** Another published scenario as a case of its own. An outcome is the child's result. */
export interface CasePrim extends Held {
  readonly type: 'case';
  readonly scenario: string;
  readonly inputs: readonly Mapping[];
  readonly outputs: readonly Mapping[];
  /** Every result has one: approved, refused, finished, rejected, terminated, failed. */
  readonly outcomes: readonly { readonly id: string; readonly name: string; readonly edge: string }[];
}
/** A part with its own scope. It is done when no token is left inside. */
export interface ScopePrim extends Held {
  readonly type: 'scope';
  /** First edges inside; several when the part has several beginnings. */
  readonly inner: readonly string[];
  readonly out: string;
  readonly handlers: readonly Handler[];
}
/** Writes fields by itself: by FEEL, or by a decision table. */
export interface ComputePrim {
  readonly type: 'compute';
  readonly id: string;
  readonly name: string;
  readonly sets: readonly { readonly field: string; readonly feel: string }[];
  readonly table: DecisionTable | null;
  readonly out: string;
}
export interface ThrowPrim {
  readonly type: 'throw';
  readonly id: string;
  readonly name: string;
  readonly what: Throw;
  /** Null: the way ends here. */
  readonly out: string | null;
}

export type Prim =
  | WaitPrim
  | JobPrim
  | CasePrim
  | ScopePrim
  | ComputePrim
  | ThrowPrim
  | {
      readonly type: 'start';
      readonly id: string;
      readonly name: string;
      readonly lane: string | null;
      readonly out: string;
      /** Who or what may start a case. Absent: a submission by the applicant. */
      readonly trigger?: StartTrigger;
    }
  | { readonly type: 'activity'; readonly id: string; readonly work: WorkSpec }
  | {
      readonly type: 'many';
      readonly id: string;
      readonly work: WorkSpec;
      readonly elements: readonly Element[];
      /** fixed: every element; ticked: those named by the value of `field`. */
      readonly choice: { readonly mode: 'fixed' } | { readonly mode: 'ticked'; readonly field: string };
      /** Registered completion rule, by name and version. `all@1`: the outcome when every element is done (see completion.ts). */
      readonly completion: CompletionName;
      readonly params?: CompletionParams;
      /** sequence: one element after the other, in order (顺序会签). Absent: side by side. */
      readonly order?: 'parallel' | 'sequence';
      /** What becomes of the others when the rule has decided early. note: they may still be done, as notes. */
      readonly rest?: 'cancel' | 'note';
      readonly rerun: 'all' | 'changed';
      /** dispatch: departments; signers: several people of one office, no person twice. */
      readonly role: 'dispatch' | 'signers';
    }
  | {
      readonly type: 'choice';
      readonly id: string;
      readonly name: string;
      readonly branches: readonly { readonly edge: string; readonly when: CompiledCondition }[];
      readonly otherwise: string | null;
    }
  | { readonly type: 'fork'; readonly id: string; readonly name: string; readonly out: readonly string[] }
  /** Inclusive fork: every branch whose condition holds, else `otherwise`. */
  | {
      readonly type: 'some';
      readonly id: string;
      readonly name: string;
      readonly branches: readonly { readonly edge: string; readonly when: CompiledCondition | null }[];
      readonly otherwise: string | null;
    }
  /** Inclusive join: fires when no other token can reach one of its empty edges. */
  | {
      readonly type: 'gather';
      readonly id: string;
      readonly name: string;
      readonly in: readonly string[];
      readonly out: string;
    }
  | {
      readonly type: 'join';
      readonly id: string;
      readonly name: string;
      readonly in: readonly string[];
      readonly out: string;
    }
  | {
      readonly type: 'end';
      readonly id: string;
      readonly name: string;
      readonly result: 'approved' | 'refused' | 'finished';
    };

export type CompletionName = 'all@1' | 'any@1' | 'atLeast@1' | 'firstRejection@1' | 'arrive@1' | 'vote@1' | 'levels@1';

/** A condition with the data it reads; `source` is evaluated by expressions/. */
export interface CompiledCondition {
  readonly source: Condition;
  readonly reads: readonly string[];
}

/** A field as the runtime needs it. Access is resolved for every node that people work at. */
export interface RuntimeField {
  readonly id: string;
  readonly section: string;
  readonly kind: FieldKind;
  readonly name: string;
  readonly help: string | null;
  readonly element: string | null;
  readonly source: FieldSource;
  readonly width: 'full' | 'half' | 'third';
  readonly maxLength: number | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly decimals: number | null;
  readonly unit: string | null;
  readonly options: readonly Option[];
  readonly display: 'radio' | 'select' | 'multiple' | null;
  readonly accept: readonly string[] | null;
  readonly maxBytes: number | null;
  readonly maxCount: number | null;
  readonly text: string | null;
  readonly required: boolean;
  readonly requiredWhen: Condition | null;
  readonly visible: Condition | null;
  readonly valid: Condition | null;
  readonly message: string | null;
  /** By node id, and by `<node>/<element>` where an element differs. The start always has an entry. */
  readonly access: Readonly<Record<string, Access>>;
  /** Access at a working node without an entry; absent: hidden. */
  readonly otherwise?: Access;
}

export interface Executable {
  readonly format: number;
  readonly code: string;
  readonly title: string;
  readonly module: string;
  readonly paperTitle: string | null;
  readonly start: string;
  readonly prims: Readonly<Record<string, Prim>>;
  readonly edges: Readonly<Record<string, NetEdge>>;
  readonly lanes: readonly { readonly id: string; readonly name: string; readonly party: Party }[];
  readonly lead: string | null;
  readonly sections: readonly { readonly id: string; readonly name: string; readonly help: string | null }[];
  /** In display order. */
  readonly fields: readonly RuntimeField[];
  readonly materials: readonly {
    readonly id: string;
    readonly name: string;
    readonly exempt: boolean;
    readonly exemptReason: string | null;
    readonly field: string | null;
    /** 可容缺, and the most time that may be promised. */
    readonly deferrable?: true;
    readonly deferWithin?: Duration;
  }[];
  readonly applicant: 'office' | 'person' | 'enterprise';
  readonly subject: {
    readonly kind: 'person' | 'body' | 'project';
    readonly keyField: string | null;
    readonly nameField: string | null;
  };
  readonly policies: {
    readonly promise: Duration | null;
    readonly statutory: Duration | null;
    readonly correctionPausesCase: boolean;
    /** 催办 at most once in this time on one task; absent: half a working day. */
    readonly urgeEvery?: Duration;
    /** Node whose decision, once it is made and stands, ends the applicant's right to withdraw; absent: none does. */
    readonly withdrawUntil?: string;
    /** 容缺: time to make a broken promise good; absent: 15 working days. */
    readonly curePeriod?: Duration;
    readonly amberBelow: number;
    readonly redBelow: number;
  };
  /**
   * Return targets: for each working node, the earlier working nodes that dominate it in its own or an enclosing
   * fork scope, nearest first (computed by the compiler, so that kernel and proof use one list).
   */
  readonly returnTargets: Readonly<Record<string, readonly string[]>>;
  /** Event sub-processes of the whole case. */
  readonly handlers?: readonly Handler[];
  /** Compensation: first edge of the reverse step, by the node that it undoes (undo). */
  readonly undo?: Readonly<Record<string, string>>;
  /** Innermost scope of each primitive that does not stand in the case's own: a scope's or a handler's id. */
  readonly within?: Readonly<Record<string, string>>;
}

/** An executable whose proof succeeded; only this can be published. */
export interface Definition {
  /** SHA-256 (hex) of the canonical semantic document: the identity of the version. */
  readonly identity: string;
  /** SHA-256 (hex) of the canonical executable. */
  readonly artefact: string;
  readonly compiler: string;
  readonly assumptions: readonly string[];
  readonly executable: Executable;
}
