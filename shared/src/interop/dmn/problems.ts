/** What can go wrong when a model is evaluated. A problem stands beside a null; it never throws. */
export const DMN_PROBLEMS = [
  'unknownElement',
  'unknownReference',
  'unknownType',
  'circle',
  'noLogic',
  'wrongType',
  'tooDeep',
  'unsupported',
  'feel',
  'table',
  'notFunction',
  'wrongArguments',
  'notBoolean',
  'notList',
] as const;

export interface DmnProblem {
  readonly code: (typeof DMN_PROBLEMS)[number];
  /** Name of the decision, knowledge model or service in which it was met. */
  readonly element: string;
  /** What it is about: a reference, a type, the engine's words. */
  readonly detail: string;
}

export interface DmnOutcome {
  readonly value: unknown;
  readonly problems: readonly DmnProblem[];
}
