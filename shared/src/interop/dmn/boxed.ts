/** Boxed expressions (DMN 1.3 to 1.6, 10.2). A scope is never changed: what an expression adds makes a new one. */
import { FeelFunction, FeelRange } from '../../expressions/index.ts';
import { isContext, type Evaluated, type FeelSession, type Scope } from './feel.ts';
import type {
  DmnConditional,
  DmnContext,
  DmnExpression,
  DmnFilter,
  DmnFunction,
  DmnInvocation,
  DmnIteration,
  DmnRelation,
  DmnVariable,
} from './model.ts';
import { FEEL_LANGUAGES } from './names.ts';
import type { DmnProblem } from './problems.ts';
import { evaluateTable } from './table.ts';
import { coerce, type TypeLookup } from './types.ts';

export interface BoxedContext {
  readonly types: TypeLookup;
  readonly feel: FeelSession;
  /** Notes the problem; null is the value beside it. */
  problem(code: DmnProblem['code'], detail: string): null;
}

export function evaluateBoxed(expression: DmnExpression | undefined, scope: Scope, context: BoxedContext): unknown {
  if (!expression) return context.problem('noLogic', '');
  return typed(untyped(expression, scope, context), { name: '', type: expression.type }, context);
}

function untyped(expression: DmnExpression, scope: Scope, context: BoxedContext): unknown {
  switch (expression.kind) {
    case 'literal': {
      const { language, text } = expression;
      if (language !== undefined && !FEEL_LANGUAGES.has(language)) return context.problem('unsupported', language);
      return evaluateFeel(text, scope, context);
    }
    case 'context':
      return evaluateContext(expression, scope, context);
    case 'invocation':
      return invoke(expression, scope, context);
    case 'function':
      return functionOf(expression, scope, context);
    case 'list':
      return expression.elements.map((element) => evaluateBoxed(element, scope, context));
    case 'relation':
      return evaluateRelation(expression, scope, context);
    case 'table':
      return evaluateTable(expression, scope, context);
    case 'conditional':
      return evaluateConditional(expression, scope, context);
    case 'filter':
      return evaluateFilter(expression, scope, context);
    case 'for':
    case 'some':
    case 'every':
      return iterate(expression, scope, context);
  }
}

export function evaluateFeel(text: string, scope: Scope, context: BoxedContext): unknown {
  return noted(context.feel.evaluate(text, scope), context);
}

function noted({ value, errors }: Evaluated, context: BoxedContext): unknown {
  for (const error of errors) context.problem('feel', error);
  return value;
}

/** The value as its declared type has it; null and a problem when it does not conform. */
export function typed(value: unknown, { name, type }: DmnVariable, context: BoxedContext): unknown {
  if (type === undefined) return value;
  const found = context.types(type);
  if (!found) return context.problem('unknownType', type);
  const coerced = coerce(value, found);
  return coerced.ok ? coerced.value : context.problem('wrongType', `${name}: ${type}`);
}

/** A function that sees the scope in which it was made. */
export function functionOf(fn: DmnFunction, scope: Scope, context: BoxedContext): FeelFunction {
  const { parameters, language, body } = fn;
  return new FeelFunction(
    (...args: unknown[]) => {
      if (language !== 'FEEL') return context.problem('unsupported', language);
      if (args.length < parameters.length) return context.problem('wrongArguments', String(args.length));
      const inner: Record<string, unknown> = { ...scope };
      for (const [at, parameter] of parameters.entries())
        inner[parameter.name] = typed(args[at] ?? null, parameter, context);
      return evaluateBoxed(body, inner, context);
    },
    parameters.map(({ name }) => name),
  );
}

function evaluateContext({ entries }: DmnContext, scope: Scope, context: BoxedContext): unknown {
  const result: Record<string, unknown> = {};
  let inner: Record<string, unknown> = { ...scope };
  for (const { variable, value } of entries) {
    const found = evaluateBoxed(value, inner, context);
    if (!variable) return found;
    const kept = typed(found, variable, context);
    result[variable.name] = kept;
    inner = { ...inner, [variable.name]: kept };
  }
  return result;
}

function invoke({ called, bindings }: DmnInvocation, scope: Scope, context: BoxedContext): unknown {
  const fn = evaluateBoxed(called, scope, context);
  if (!(fn instanceof FeelFunction)) return context.problem('notFunction', '');
  const args: Record<string, unknown> = {};
  for (const { name, value } of bindings) {
    if (!fn.parameterNames.includes(name)) return context.problem('wrongArguments', name);
    args[name] = evaluateBoxed(value, scope, context);
  }
  return noted(context.feel.call(fn, args), context);
}

function evaluateRelation({ columns, rows }: DmnRelation, scope: Scope, context: BoxedContext): unknown {
  return rows.map((row) =>
    Object.fromEntries(
      columns.map((column, at) => [column.name, typed(evaluateBoxed(row[at], scope, context), column, context)]),
    ),
  );
}

function evaluateConditional(expression: DmnConditional, scope: Scope, context: BoxedContext): unknown {
  const condition = evaluateBoxed(expression.if, scope, context);
  if (typeof condition !== 'boolean') return context.problem('notBoolean', 'if');
  return evaluateBoxed(condition ? expression.then : expression.else, scope, context);
}

/** The items of a list or a range; one value is a list of it. */
function itemsOf(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value;
  if (value instanceof FeelRange) return value.map((item) => item);
  return value === null ? null : [value];
}

function evaluateFilter(expression: DmnFilter, scope: Scope, context: BoxedContext): unknown {
  const items = itemsOf(evaluateBoxed(expression.in, scope, context));
  if (!items) return context.problem('notList', 'in');
  const kept: unknown[] = [];
  for (const item of items) {
    const inner = { ...scope, ...(isContext(item) ? item : {}), item };
    const match = evaluateBoxed(expression.match, inner, context);
    if (typeof match === 'number') return elementAt(items, match);
    if (typeof match !== 'boolean') return context.problem('notBoolean', 'match');
    if (match) kept.push(item);
  }
  return kept;
}

/** By place from 1, or from the end with -1. */
const elementAt = (items: readonly unknown[], place: number): unknown =>
  items.at(place > 0 ? place - 1 : place) ?? null;

function iterate({ kind, variable, in: source, body }: DmnIteration, scope: Scope, context: BoxedContext): unknown {
  const items = itemsOf(evaluateBoxed(source, scope, context));
  if (!items) return context.problem('notList', 'in');
  const results: unknown[] = [];
  for (const item of items) {
    const inner = { ...scope, [variable.name]: item, ...(kind === 'for' ? { partial: results } : {}) };
    results.push(evaluateBoxed(body, inner, context));
  }
  if (kind === 'for') return results;
  if (results.some((result) => typeof result !== 'boolean')) return context.problem('notBoolean', kind);
  return kind === 'every' ? results.every((result) => result === true) : results.includes(true);
}
