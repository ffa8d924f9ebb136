/**
 * A DMN model as plain data (DMN 1.3 to 1.6): what evaluates, without diagrams. Texts of expressions are FEEL unless
 * they name another language. Elements keep their ids; an element without one gets none.
 */
export interface DmnModel {
  readonly name: string;
  readonly namespace: string;
  readonly imports: readonly DmnImport[];
  readonly types: readonly DmnType[];
  readonly inputs: readonly DmnInput[];
  readonly decisions: readonly DmnDecision[];
  readonly knowledge: readonly DmnKnowledge[];
  readonly services: readonly DmnService[];
  /** What else the definitions hold (sources, annotations, diagrams): element and name. */
  readonly others: readonly { readonly kind: string; readonly name: string }[];
}

/** Elements of the model with this namespace are known as `name`.element. */
export interface DmnImport {
  readonly name: string;
  readonly namespace: string;
}

export interface DmnElement {
  readonly id: string | undefined;
  readonly name: string;
}

/** What a file that we wrote says beyond DMN (see ours.ts). */
export interface DmnOurs {
  /** Id in our document. */
  readonly ref: string | undefined;
}

/** Item definition. With parts it is a structure, with a function item a function, else it refines `base`. */
export interface DmnType {
  readonly name: string;
  readonly base: string | undefined;
  readonly isCollection: boolean;
  readonly parts: readonly DmnType[];
  readonly fn: { readonly parameters: readonly DmnVariable[]; readonly result: string | undefined } | undefined;
  /** Unary tests: for a collection, of each item. */
  readonly allowed: string | undefined;
  /** Unary tests of the value itself; differs from `allowed` for a collection. */
  readonly constraint: string | undefined;
}

export interface DmnVariable {
  readonly name: string;
  readonly type: string | undefined;
}

export interface DmnInput extends DmnElement {
  readonly variable: DmnVariable;
}

/** What an element needs, as references ("#id" or "namespace#id"). */
export interface DmnDecision extends DmnElement, DmnOurs {
  readonly description: string | undefined;
  readonly variable: DmnVariable;
  readonly decisions: readonly string[];
  readonly inputs: readonly string[];
  readonly knowledge: readonly string[];
  readonly logic: DmnExpression | undefined;
}

export interface DmnKnowledge extends DmnElement {
  readonly variable: DmnVariable;
  readonly knowledge: readonly string[];
  readonly logic: DmnFunction | undefined;
}

export interface DmnService extends DmnElement {
  readonly variable: DmnVariable;
  readonly outputs: readonly string[];
  readonly encapsulated: readonly string[];
  readonly inputDecisions: readonly string[];
  readonly inputData: readonly string[];
}

interface Typed {
  readonly type: string | undefined;
}

/** Boxed expressions. `undefined` stands for an expression that the file leaves out. */
export type DmnExpression =
  | DmnLiteral
  | DmnContext
  | DmnInvocation
  | DmnFunction
  | DmnList
  | DmnRelation
  | DmnTable
  | DmnConditional
  | DmnFilter
  | DmnIteration;

export interface DmnLiteral extends Typed {
  readonly kind: 'literal';
  readonly text: string;
  readonly language: string | undefined;
}
/** An entry without a name is the context's result. */
export interface DmnContext extends Typed {
  readonly kind: 'context';
  readonly entries: readonly {
    readonly variable: DmnVariable | undefined;
    readonly value: DmnExpression | undefined;
  }[];
}
export interface DmnInvocation extends Typed {
  readonly kind: 'invocation';
  readonly called: DmnExpression | undefined;
  readonly bindings: readonly { readonly name: string; readonly value: DmnExpression | undefined }[];
}
export interface DmnFunction extends Typed {
  readonly kind: 'function';
  readonly parameters: readonly DmnVariable[];
  readonly language: 'FEEL' | 'Java' | 'PMML';
  readonly body: DmnExpression | undefined;
}
export interface DmnList extends Typed {
  readonly kind: 'list';
  readonly elements: readonly DmnExpression[];
}
export interface DmnRelation extends Typed {
  readonly kind: 'relation';
  readonly columns: readonly DmnVariable[];
  readonly rows: readonly (readonly DmnExpression[])[];
}
export interface DmnConditional extends Typed {
  readonly kind: 'conditional';
  readonly if: DmnExpression | undefined;
  readonly then: DmnExpression | undefined;
  readonly else: DmnExpression | undefined;
}
export interface DmnFilter extends Typed {
  readonly kind: 'filter';
  readonly in: DmnExpression | undefined;
  readonly match: DmnExpression | undefined;
}
export interface DmnIteration extends Typed {
  readonly kind: 'for' | 'every' | 'some';
  readonly variable: DmnVariable;
  readonly in: DmnExpression | undefined;
  readonly body: DmnExpression | undefined;
}

export interface DmnTable extends Typed {
  readonly kind: 'table';
  readonly id: string | undefined;
  /** As in the file: UNIQUE, ANY, PRIORITY, FIRST, RULE ORDER, OUTPUT ORDER, COLLECT; absent is UNIQUE. */
  readonly hitPolicy: string;
  /** SUM, MIN, MAX, COUNT. */
  readonly aggregation: string | undefined;
  readonly inputs: readonly DmnTableInput[];
  readonly outputs: readonly DmnTableOutput[];
  readonly annotations: readonly DmnAnnotation[];
  readonly rules: readonly DmnRule[];
}
export interface DmnTableInput extends DmnOurs {
  readonly id: string | undefined;
  readonly label: string | undefined;
  readonly text: string;
  readonly type: string | undefined;
  /** Unary tests. */
  readonly allowed: string | undefined;
}
export interface DmnAnnotation extends DmnOurs {
  readonly name: string;
}
export interface DmnTableOutput extends DmnOurs {
  /** Field of our form. */
  readonly field: string | undefined;
  /** Our ids of the values. */
  readonly valueRefs: readonly string[];
  readonly id: string | undefined;
  readonly label: string | undefined;
  readonly name: string | undefined;
  readonly type: string | undefined;
  /** Unary tests; their order is the priority. */
  readonly values: string | undefined;
  readonly fallback: string | undefined;
}
export interface DmnRule extends DmnOurs {
  readonly id: string | undefined;
  readonly description: string | undefined;
  readonly tests: readonly string[];
  readonly entries: readonly string[];
  readonly annotations: readonly string[];
}
