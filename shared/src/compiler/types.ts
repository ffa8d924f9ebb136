/** What the compiler says. Codes are stable; sentences live in words/ by code, in both languages. */
import type { Definition, Executable } from '../definition/types.ts';
import type { Design, FieldKind } from '../document/index.ts';

export type ElementRef =
  | {
      readonly kind: 'node' | 'edge' | 'field' | 'section' | 'lane' | 'material' | 'item' | 'table';
      readonly id: string;
    }
  | { readonly kind: 'design' };

/** Where tokens stand after a step of a counterexample; the canvas plays it with the rehearsal's tokens. */
export interface TraceStep {
  readonly node: string;
  /** Outcome or edge chosen, if the node had a choice. */
  readonly choice: string | null;
  /** Node ids and edge ids that hold a token afterwards. */
  readonly tokens: readonly { readonly at: string; readonly kind: 'node' | 'edge' }[];
}

/** A repair that one click applies: a pure function of the design, named so that the words can say what it does. */
export interface Repair {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface Diagnostic {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly element: ElementRef;
  readonly related?: readonly ElementRef[];
  readonly params: Readonly<Record<string, string | number>>;
  readonly trace?: readonly TraceStep[];
  readonly repair?: Repair;
}

/** Catalog as far as the compiler needs it. */
export interface CompileContext {
  readonly items: Readonly<
    Record<string, { readonly version: number; readonly name: string; readonly published: boolean }>
  >;
  /** Department types and registers known here; absent means: do not check. */
  readonly departmentTypes?: readonly string[];
  readonly registers?: Readonly<Record<string, { readonly name: string; readonly attributes: readonly string[] }>>;
  /** Published scenarios by code: what they call, and the kinds of their fields. Absent: do not check. */
  readonly scenarios?: Readonly<
    Record<
      string,
      {
        readonly title: string;
        readonly calls: readonly string[];
        readonly fields?: Readonly<Record<string, FieldKind>>;
      }
    >
  >;
}

export interface TimeFigures {
  /** Working days along the critical path, with calendar-free arithmetic (hours of a day per calendar default). */
  readonly criticalDays: number;
  /** Node ids on it, in order. */
  readonly path: readonly string[];
  /** Sum of all step deadlines: what it would be in series. */
  readonly sumDays: number;
}

export interface Compiled {
  readonly executable: Executable | null;
  /** Present when nothing blocks publishing. */
  readonly definition: Definition | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly time: TimeFigures;
  readonly counts: {
    readonly fields: number;
    readonly shared: number;
    readonly computed: number;
    readonly manual: number;
  };
}
export type Compile = (design: Design, context: CompileContext) => Compiled;

/** One dependency between two steps: what `to` needs and `from` writes. */
export interface Dependency {
  readonly from: string;
  readonly to: string;
  /** Field ids, or the decision of `from` that decides whether `to` is reached. */
  readonly fields: readonly string[];
  readonly decision: boolean;
  /** legal precedence stated by the drawer is not guessed: only data and decisions count. */
}

/** 改并联: which steps in series may run side by side, and why (A4.1). */
export interface ParallelProposal {
  readonly groups: readonly (readonly string[])[];
  readonly dependencies: readonly Dependency[];
  readonly before: TimeFigures;
  readonly after: TimeFigures;
}

/** One sentence of a difference between two versions; words/difference.ts words it. */
export interface Sentence {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}
