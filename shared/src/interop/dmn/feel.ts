/**
 * The FEEL engine that models are evaluated with: the only place that knows it. A model may use all of FEEL, with
 * names that hold spaces, and must be able to say that an evaluation met an error; feelin gives both.
 */
import { evaluate, SyntaxError as FeelSyntaxError, unaryTest, type FeelFunction } from 'feelin';

/** Names and their values: FEEL's values, see expressions/values.ts. */
export type Scope = Readonly<Record<string, unknown>>;

export interface Evaluated {
  readonly value: unknown;
  /** What went wrong, in the engine's words; FEEL's value beside an error is null. */
  readonly errors: readonly string[];
}

export function evaluateText(text: string, scope: Scope): Evaluated {
  return guarded(() => evaluate(text, scope));
}

/** Unary tests over `?`; the value is true, false or null. */
export function testText(text: string, value: unknown, scope: Scope): Evaluated {
  return guarded(() => unaryTest(text, { ...scope, '?': value }));
}

function guarded(run: () => { value: unknown; warnings: readonly { message: string }[] }): Evaluated {
  try {
    const { value, warnings } = run();
    return { value: value ?? null, errors: warnings.map(({ message }) => message) };
  } catch (error) {
    // The engine throws for texts that it cannot read, and on values that an operation did not expect.
    if (error instanceof FeelSyntaxError) return { value: null, errors: [`syntax: ${error.message}`] };
    return { value: null, errors: [error instanceof Error ? error.message : String(error)] };
  }
}

/** Calls a function with arguments by name. */
export function callFunction(fn: FeelFunction, args: Readonly<Record<string, unknown>>): Evaluated {
  return guarded(() => {
    const value: unknown = fn.invoke(args);
    return isFailure(value) ? { value: null, warnings: [{ message: value.template }] } : { value, warnings: [] };
  });
}

/** The engine's own value for a call that does not fit; it exports no test for it. */
function isFailure(value: unknown): value is { readonly template: string } {
  return typeof value === 'object' && value !== null && 'warning' in value && 'template' in value && !isContext(value);
}

export function isContext(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
