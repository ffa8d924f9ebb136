/**
 * A FEEL text, compiled once. What can be told wrong without values is a problem with its place; what goes wrong with
 * values is a result with a code. Nothing throws, and nothing but the context is reached.
 */
import { SyntaxError as FeelSyntaxError, evaluate, parseExpression, parseUnaryTests, unaryTest } from 'feelin';
import type { FeelType, FeelTypes } from './types.ts';

export interface CompileOptions {
  /** Every name that may be used, with its type; absent: any plain name, of any type. `?` is the tested value. */
  readonly names?: FeelTypes;
  /** `unaryTests`: the entry of a decision table, over `?`; its value is yes, no or null. */
  readonly mode?: 'expression' | 'unaryTests';
}

/** Characters count from 0; `to` is the first one behind. */
export interface FeelProblem {
  readonly code: string;
  readonly from: number;
  readonly to: number;
  readonly params: Readonly<Record<string, string | number>>;
}

export type FeelResult = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly code: string };

export interface FeelProgram {
  readonly ok: true;
  /** Paths that are read from the context, each once: [["form", "amount"], ["steps", "review", "outcome"]]. */
  readonly reads: readonly (readonly string[])[];
  readonly type: FeelType;
  /**
   * Values in and out are FEEL's: number, string, boolean, null, arrays, plain objects, and the values of values.ts for
   * dates, times, durations, ranges and functions. Names missing in the context are null.
   */
  evaluate(context: Readonly<Record<string, unknown>>): FeelResult;
}

export type CompiledFeel = FeelProgram | { readonly ok: false; readonly problems: readonly FeelProblem[] };

export function compileFeel(text: string, options: CompileOptions = {}): CompiledFeel {
  const unary = options.mode === 'unaryTests';
  const skeleton = parseContext(options.names ?? {});
  const tree = unary ? parseUnaryTests(text, skeleton, undefined) : parseExpression(text, skeleton, undefined);
  const problems: FeelProblem[] = [];
  const reads = new Map<string, readonly string[]>();
  tree.iterate({
    enter: ({ name, type, from, to }) => {
      if (type.isError) problems.push({ code: 'syntax', from, to, params: {} });
      if (name === 'VariableName') reads.set(text.slice(from, to), [text.slice(from, to)]);
    },
  });
  const [first] = problems;
  if (text.trim() === '') return { ok: false, problems: [{ code: 'syntax', from: 0, to: 0, params: {} }] };
  if (first) return { ok: false, problems: [first] };
  return {
    ok: true,
    reads: [...reads.values()],
    type: unary ? 'boolean' : 'any',
    evaluate(context) {
      try {
        const { value } = unary ? unaryTest(text, context) : evaluate(text, context);
        return { ok: true, value: value ?? null };
      } catch (error) {
        return { ok: false, code: error instanceof FeelSyntaxError ? 'syntax' : 'failed' };
      }
    },
  };
}

/** What the parser needs to find names with spaces: the names, nested as the contexts are. */
function parseContext(names: FeelTypes): Record<string, unknown> {
  return Object.fromEntries(Object.entries(names).map(([name, type]) => [name, parseValue(type)]));
}

function parseValue(type: FeelType): unknown {
  if (typeof type === 'string') return 1;
  if (type.kind === 'context') return parseContext(type.entries);
  return type.kind === 'list' ? parseValue(type.of) : 1;
}
