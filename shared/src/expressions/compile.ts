/**
 * A FEEL text, compiled once and evaluated as often as there are values. What can be told wrong without values is a
 * problem with its place; what goes wrong with values is null, as FEEL says, and what goes over its limits is a result
 * with a code. Nothing throws, and nothing but the context is reached.
 */
import type { Tree } from './ast.ts';
import { Budget, FeelFailure, measure, type Evaluation, type FeelFailureCode } from './budget.ts';
import { check } from './check.ts';
import { Compiler } from './closures.ts';
import { passes } from './compare.ts';
import type { Code, Frame } from './frames.ts';
import { parseFeel, type Mode, type Parsed } from './parse.ts';
import type { FeelProblem } from './problem.ts';
import type { FeelType, FeelTypes } from './types.ts';
import { isList, type FeelContext } from './values.ts';

export interface CompileOptions {
  /** Every name that may be used, with its type; absent: any plain name, of any type. `?` is the tested value. */
  readonly names?: FeelTypes;
  /** `unaryTests`: the entry of a decision table, over `?`; its value is yes or no. */
  readonly mode?: Mode;
  /** What the text has to give. */
  readonly expects?: FeelType;
  /** The evaluation will be told the time: `now()` and `today()` may be used. */
  readonly clock?: boolean;
}

export type FeelResult =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly code: FeelFailureCode };

export interface FeelProgram {
  readonly ok: true;
  /** Paths that are read from the context, each once: [["form", "amount"], ["steps", "review", "outcome"]]. */
  readonly reads: readonly (readonly string[])[];
  readonly type: FeelType;
  /** What does not fit together; such parts are null when evaluated. Whoever stores a text refuses them. */
  readonly problems: readonly FeelProblem[];
  /**
   * Values in and out are FEEL's: number, string, boolean, null, arrays, plain objects, and the values of values.ts for
   * dates, times, durations, ranges and functions. Names missing in the context are null.
   */
  evaluate(context: FeelContext, evaluation?: Evaluation): FeelResult;
}

export type CompiledFeel = FeelProgram | { readonly ok: false; readonly problems: readonly FeelProblem[] };

export function compileFeel(text: string, options: CompileOptions = {}): CompiledFeel {
  return compileParsed(parseFeel(text, options.mode ?? 'expression', options.names), options);
}

/** The same of a text that was read with the same mode and names. */
export function compileParsed(parsed: Parsed, options: Omit<CompileOptions, 'mode'> = {}): CompiledFeel {
  if (!parsed.ok) return { ok: false, problems: [parsed.problem] };
  const { names = null, expects = 'any', clock = false } = options;
  const code = codeOf(parsed.tree, new Compiler(names));
  return {
    ok: true,
    ...check(parsed.tree, { names, expects: [expects], clock }),
    evaluate: (context, evaluation) => evaluate(code, context, evaluation),
  };
}

function codeOf(tree: Tree, compiler: Compiler): Code {
  if (tree.mode === 'expression') return compiler.code(tree.root, null);
  if (tree.any) return () => true;
  const tests = tree.tests.map((test) => {
    const { code, tag } = compiler.compile(test, null);
    return tag === 'boolean' ? sameAs(code) : passedBy(code);
  });
  const input = compiler.code({ type: 'input', from: 0, to: 0 }, null);
  const passes = (frame: Frame, budget: Budget): boolean => {
    const value = input(frame, budget);
    return tests.some((test) => test(value, frame, budget));
  };
  return tree.negated ? (frame, budget) => !passes(frame, budget) : passes;
}

type InputTest = (value: unknown, frame: Frame, budget: Budget) => boolean;

/** `true` and `false` are values to be equal to, where other yes and no are answers. */
const sameAs =
  (code: Code): InputTest =>
  (value, frame, budget) =>
    code(frame, budget) === value;

function passedBy(code: Code): InputTest {
  return (value, frame, budget) => {
    const test = code(frame, budget);
    if (typeof test === 'boolean') return test;
    if (!isList(test)) return passes(test, value, budget) === true;
    budget.spend(test.length);
    return test.some((one) => passes(one, value, budget) === true);
  };
}

function evaluate(code: Code, context: FeelContext, evaluation?: Evaluation): FeelResult {
  try {
    const value = code({ value: context, up: null }, new Budget(evaluation));
    measure(value, evaluation?.size);
    return { ok: true, value };
  } catch (error) {
    if (error instanceof FeelFailure) return { ok: false, code: error.code };
    // Data nested deeper than the stack.
    if (error instanceof RangeError) return { ok: false, code: 'tooDeep' };
    throw error;
  }
}
