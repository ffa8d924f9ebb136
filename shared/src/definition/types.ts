/**
 * What runs: an executable net of primitives, with nothing of layout or editing in it.
 * Kernel and proof know only these. A node kind lowers to them (nodes/<kind>/lower.ts); kinds have no run-time code.
 */
import type { Access, Condition, Duration, FieldKind, FieldSource, Option, Party } from '../document/index.ts';

/** Version of this format; a host refuses an executable of another one. */
export const EXECUTABLE_FORMAT = 1;

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

/** A timer armed when the activity starts. `edge` is where its token goes; absent: it only marks the clock overdue. */
export interface BoundaryTimer {
  readonly id: string;
  readonly name: string;
  readonly after: Duration;
  readonly interrupting: boolean;
  readonly edge: string;
}

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
  readonly powers: { readonly correct: boolean; readonly return: boolean; readonly reject: boolean };
  readonly timers: readonly BoundaryTimer[];
}

/** One element of `many`: a department of a dispatch, or a signer of a 会签. */
export interface Element {
  readonly id: string;
  readonly name: string;
  /** A department role bound at start as `<node>/<element>`, or null: the work's own lane. */
  readonly party: Party | null;
  readonly post: string | null;
}

export type Prim =
  | {
      readonly type: 'start';
      readonly id: string;
      readonly name: string;
      readonly lane: string | null;
      readonly out: string;
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
      readonly completion: 'all@1';
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
  readonly format: typeof EXECUTABLE_FORMAT;
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
    readonly amberBelow: number;
    readonly redBelow: number;
  };
  /**
   * Return targets: for each working node, the earlier working nodes that dominate it in its own or an enclosing
   * fork scope, nearest first (computed by the compiler, so that kernel and proof use one list).
   */
  readonly returnTargets: Readonly<Record<string, readonly string[]>>;
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
