/** Conditions and computed values over a case's data: sentences as closures, free FEEL behind one door. */
export { evaluateCondition } from './conditions.ts';
export {
  checkFeel,
  computedValue,
  evaluateFeel,
  feelProblems,
  type ExpressionContext,
  type FeelCheck,
} from './feel.ts';
export { conditionToFeel, fieldToFeel } from './feel-text.ts';
export { readsOf, readsOfFeel, type Reads } from './reads.ts';
export { comparisonsFor, DECISION_COMPARISONS, fitsOperand, operandOf, type Operand } from './comparisons.ts';
export { compileFeel, type CompiledFeel, type CompileOptions, type FeelProgram, type FeelResult } from './compile.ts';
export { FEEL_PROBLEMS, isFatal, type FeelProblem, type FeelProblemCode } from './problem.ts';
export { caseTypes, fieldType, givenBy } from './case-types.ts';
export type { Evaluation, FeelFailureCode, FeelFault, FeelLimits } from './budget.ts';
export type { FeelType, FeelTypeName, FeelTypes } from './types.ts';
export {
  FeelDate,
  FeelDateTime,
  FeelDuration,
  FeelFunction,
  FeelRange,
  FeelTime,
  parseDate,
  parseDateTime,
  parseDuration,
  parseTime,
} from './values.ts';
