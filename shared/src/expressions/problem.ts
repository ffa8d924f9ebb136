/**
 * What can be told wrong with a FEEL text before there are values. Characters count from 0; `to` is the first one
 * behind. The words are in words/feel.ts under the same codes.
 */
export const FEEL_PROBLEMS = {
  /** The text stops making sense here. */
  syntax: 'fatal',
  /** `most`: characters. */
  tooLong: 'fatal',
  /** Nested deeper than `most` levels. */
  tooDeep: 'fatal',
  /** More than `most` names of its own (entries, loop variables, parameters). */
  tooManyNames: 'fatal',
  /** Functions written in other languages. */
  external: 'fatal',
  /** `now()` or `today()` where no time is given. */
  noClock: 'type',
  /** `name` */
  unknownName: 'type',
  /** `name` is no entry of what stands before it. */
  unknownEntry: 'type',
  /** `name` */
  unknownFunction: 'type',
  /** `name` is no type. */
  unknownType: 'type',
  /** `name` takes `least` to `most` values, `found` are given. */
  argumentCount: 'type',
  /** `function` has no parameter `name`. */
  argumentName: 'type',
  /** `function` wants `wanted` as its value `argument` (from 1), `found` is given. */
  argumentType: 'type',
  /** `operator` does not take `left` and `right`. */
  operands: 'type',
  /** `operator` does not take `found`. */
  operand: 'type',
  /** `operator` (if, some, every) asks for a yes or no; `found` is given. */
  condition: 'type',
  /** `found` cannot be walked through. */
  notAList: 'type',
  /** `found` cannot be called. */
  notAFunction: 'type',
  /** The whole gives `found` where `wanted` is needed. */
  result: 'type',
  /** `text` is no date, time or duration. */
  moment: 'type',
  /** `pattern` of matches, replace or split cannot be used. */
  pattern: 'type',
} as const;

export type FeelProblemCode = keyof typeof FEEL_PROBLEMS;

export interface FeelProblem {
  readonly code: FeelProblemCode;
  readonly from: number;
  readonly to: number;
  readonly params: Readonly<Record<string, string | number>>;
}

/** The text has no value at all; with other problems it has one, if only null. */
export const isFatal = ({ code }: FeelProblem): boolean => FEEL_PROBLEMS[code] === 'fatal';
