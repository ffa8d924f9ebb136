/** Calls. A built-in is called straight away, unless the context or an element under a filter has its name. */
import type { Arguments, Callee, ExprOf } from './ast.ts';
import type { Budget } from './budget.ts';
import { builtinOf, type Builtin } from './builtins/index.ts';
import type { Compiler } from './closures.ts';
import type { Compiled } from './compiled.ts';
import { isGlobal, lookUp, type Code, type Frame, type Scope } from './frames.ts';
import { arrange, callFunction, defineFunction } from './functions.ts';
import { sameName } from './names.ts';
import { FeelFunction, FeelRange } from './values.ts';

/** Built-ins whose result is a date or the like by their form alone. */
const CONSTRUCTORS: ReadonlySet<string> = new Set(['date', 'time', 'date and time', 'duration']);

export function compileCall(compiler: Compiler, { callee, args }: ExprOf<'call'>, scope: Scope | null): Compiled {
  const given = compileArguments(compiler, args, scope);
  if (callee.type === 'builtin') {
    const builtin = builtinOf(callee.name);
    if (!builtin) throw new Error(`Expected a built-in, found ${callee.name}`);
    const code = callBuiltin(builtin, given);
    const constant = CONSTRUCTORS.has(builtin.name) && isConstant(args);
    return { code: constant ? once(code) : code, tag: CONSTRUCTORS.has(builtin.name) ? 'date' : 'any' };
  }
  return { code: callNamed(compiler, callee, { given, scope }), tag: 'any' };
}

interface Site {
  readonly given: Given;
  readonly scope: Scope | null;
}

function callNamed(compiler: Compiler, callee: Exclude<Callee, { readonly type: 'builtin' }>, site: Site): Code {
  const { given, scope } = site;
  const builtin = callee.type === 'name' ? builtinOf(callee.name) : undefined;
  if (!builtin || callee.type !== 'name') return callValue(compiler.code(callee, scope), given);
  const straight = callBuiltin(builtin, given);
  const hidden = !isGlobal(callee.name, scope) || compiler.globals?.has(sameName(callee.name)) !== false;
  if (!hidden) return straight;
  const found = lookUp(callee.name, scope);
  const other = callValue((frame, budget) => found(frame, budget), given);
  return (frame, budget) => (found(frame, budget) === undefined ? straight(frame, budget) : other(frame, budget));
}

/** Arguments for a list of parameters; null when a name is none of them. */
type Given = (parameters: readonly string[]) => (frame: Frame, budget: Budget) => readonly unknown[] | null;

function compileArguments(compiler: Compiler, args: Arguments, scope: Scope | null): Given {
  if (!args.named) {
    const codes = args.values.map((value) => compiler.code(value, scope));
    const all = (frame: Frame, budget: Budget): readonly unknown[] => codes.map((code) => code(frame, budget));
    return () => all;
  }
  const codes = args.values.map(({ name, value }) => ({ name, code: compiler.code(value, scope) }));
  return (parameters) => (frame, budget) =>
    arrange(
      parameters,
      codes.map(({ name, code }) => ({ name, value: code(frame, budget) })),
    );
}

export const parameterNames = ({ parameters, variadic }: Builtin): string[] =>
  parameters.map(({ name }, index) => (variadic && index === parameters.length - 1 ? `...${name}` : name));

function callBuiltin(builtin: Builtin, given: Given): Code {
  const values = given(parameterNames(builtin));
  return (frame, budget) => {
    const args = values(frame, budget);
    budget.spend(1);
    return callWith(builtin, args, budget);
  };
}

function callValue(target: Code, given: Given): Code {
  return (frame, budget) => {
    const fn = target(frame, budget);
    const parameters = fn instanceof FeelFunction ? fn.parameterNames : fn instanceof FeelRange ? ['value'] : null;
    const args = parameters && given(parameters)(frame, budget);
    if (parameters === null) return budget.fault('notAFunction');
    return args ? callFunction(fn, args, budget) : budget.fault('argumentName');
  };
}

function callWith(builtin: Builtin, args: readonly unknown[] | null, budget: Budget): unknown {
  const { name, parameters, variadic } = builtin;
  if (args === null) return budget.fault('argumentName', name);
  if (args.length > parameters.length && !variadic) return budget.fault('argumentCount', name);
  return builtin.call(args, budget);
}

/** A built-in as a value among others. */
export const builtinValue = (builtin: Builtin): FeelFunction =>
  defineFunction((args, budget) => builtin.call(args, budget), parameterNames(builtin));

const isConstant = (args: Arguments): boolean => !args.named && args.values.every(({ type }) => type === 'literal');

/** Evaluated until there is a value: without one there is a fault to tell each time. */
function once(code: Code): Code {
  let known: { readonly value: unknown } | null = null;
  return (frame, budget) => {
    if (known) return known.value;
    const value = code(frame, budget);
    if (value !== null) known = { value };
    return value;
  };
}
