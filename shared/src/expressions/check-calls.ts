/** Types of calls: is there such a function, does it take so many values of such types, what does it give? */
import type { Arguments, Expr, ExprOf } from './ast.ts';
import { Budget } from './budget.ts';
import { builtinOf, type Builtin, type Parameter } from './builtins/index.ts';
import type { Checker, Seen } from './check.ts';
import { isCondition } from './check-operators.ts';
import { isPattern } from './pattern/pattern.ts';
import { elementOf, entryType, kindText, momentTypeOf, nameOf, takes, typeText } from './relations.ts';
import type { FeelType } from './types.ts';

interface Given {
  readonly expr: Expr;
  readonly type: FeelType;
}

export function callType(checker: Checker, call: ExprOf<'call'>, seen: Seen | null): FeelType {
  const { callee, args } = call;
  if (callee.type === 'builtin') {
    const builtin = builtinOf(callee.name);
    return builtin ? builtinType(checker, { call, builtin, seen }) : 'any';
  }
  if (callee.type !== 'name') {
    const type = checker.type(callee, seen);
    return valueType(checker, { call, type, given: typesOf(checker, args, seen) });
  }
  const found = checker.find(callee.name, seen);
  const builtin = builtinOf(callee.name);
  // Where anything may be in the context, a built-in's name means the built-in.
  if (builtin && (found.type === null || (found.global && checker.options.names === null))) {
    return builtinType(checker, { call, builtin, seen });
  }
  const given = typesOf(checker, args, seen);
  if (found.type === null) {
    checker.say('unknownFunction', callee, { name: callee.name });
    return 'any';
  }
  if (found.global) checker.read([callee.name]);
  return valueType(checker, { call, type: found.type, given });
}

const valuesOf = (args: Arguments): readonly Expr[] =>
  args.named ? args.values.map(({ value }) => value) : args.values;

const typesOf = (checker: Checker, args: Arguments, seen: Seen | null): readonly Given[] =>
  valuesOf(args).map((expr) => ({ expr, type: checker.type(expr, seen) }));

interface ValueCall {
  readonly call: ExprOf<'call'>;
  readonly type: FeelType;
  readonly given: readonly Given[];
}

function valueType(checker: Checker, { call, type, given }: ValueCall): FeelType {
  const name = nameOf(type);
  if (name === 'range') return 'boolean';
  if (name !== 'function' && name !== 'any' && name !== 'null') {
    checker.say('notAFunction', call.callee, { found: typeText(type) });
  }
  if (typeof type === 'string' || type.kind !== 'function') return 'any';
  const { parameters, result } = type;
  if (!call.args.named && given.length !== parameters.length) {
    const name = call.callee.type === 'name' ? call.callee.name : '';
    const [least, most] = [parameters.length, parameters.length];
    checker.say('argumentCount', call, { name, least, most, found: given.length });
  }
  if (call.args.named) {
    for (const argument of call.args.values) {
      if (!parameters.includes(argument.name)) {
        checker.say('argumentName', argument, { function: '', name: argument.name });
      }
    }
  }
  return result;
}

interface BuiltinCall {
  readonly call: ExprOf<'call'>;
  readonly builtin: Builtin;
  readonly seen: Seen | null;
}

function builtinType(checker: Checker, { call, builtin, seen }: BuiltinCall): FeelType {
  const { name, parameters } = builtin;
  if ((name === 'now' || name === 'today') && !checker.options.clock) checker.say('noClock', call, { name });
  const entry = name === 'get value' ? entryByKey(checker, call, seen) : null;
  if (entry) return entry;
  const given = typesOf(checker, call.args, seen);
  if (call.args.named) {
    for (const argument of call.args.values) {
      if (!parameters.some((parameter) => parameter.name === argument.name)) {
        checker.say('argumentName', argument, { function: name, name: argument.name });
      }
    }
  } else checkCount(checker, { call, builtin, seen });
  given.forEach((value, index) => {
    const named = call.args.named ? call.args.values[index]?.name : undefined;
    const place = named === undefined ? index : parameters.findIndex((parameter) => parameter.name === named);
    const parameter = parameters[place] ?? (builtin.variadic ? parameters.at(-1) : undefined);
    if (parameter) checkArgument(checker, { builtin, parameter, value, index, alone: given.length === 1 });
  });
  const [negated] = given;
  if (name === 'not' && negated && !isCondition(negated.type)) {
    checker.say('operand', negated.expr, { operator: name, found: typeText(negated.type) });
  }
  checkTexts(checker, { call, builtin, seen });
  return resultType(builtin, given);
}

function checkCount(checker: Checker, { call, builtin }: BuiltinCall): void {
  const { name, parameters, variadic } = builtin;
  const found = valuesOf(call.args).length;
  const required = parameters.map(({ optional }) => optional).lastIndexOf(false) + 1;
  const least = required === 0 && parameters.length > 0 ? 1 : required;
  const most = variadic ? Infinity : parameters.length;
  if (found >= least && found <= most) return;
  checker.say('argumentCount', call, { name, least, most: variadic ? least : most, found });
}

interface Argument {
  readonly builtin: Builtin;
  readonly parameter: Parameter;
  readonly value: Given;
  readonly index: number;
  readonly alone: boolean;
}

function checkArgument(checker: Checker, { builtin, parameter, value, index, alone }: Argument): void {
  const { kind } = parameter;
  // A list by itself stands for its elements.
  const type = builtin.variadic && alone && nameOf(value.type) === 'list' ? elementOf(value.type) : value.type;
  if (takes(kind, type)) return;
  const params = { function: builtin.name, argument: index + 1, wanted: kindText(kind), found: typeText(type) };
  checker.say('argumentType', value.expr, params);
}

/** Texts that are written out can be told wrong at once. */
function checkTexts(checker: Checker, { call, builtin }: BuiltinCall): void {
  if (call.args.named) return;
  const { values } = call.args;
  const [first] = values;
  if (values.length === 1 && first && MOMENTS.has(builtin.name) && isText(first)) {
    const text = String(first.value);
    if (builtin.call([text], new Budget()) === null) checker.say('moment', first, { text });
  }
  const pattern = values[1];
  if (PATTERNS.has(builtin.name) && pattern && isText(pattern)) {
    const source = String(pattern.value);
    const given = values[builtin.name === 'matches' ? 2 : 3];
    const flags = builtin.name !== 'split' && given && isText(given) ? String(given.value) : '';
    if (!isPattern({ source, flags })) checker.say('pattern', pattern, { pattern: source });
  }
}

const PATTERNS: ReadonlySet<string> = new Set(['matches', 'replace', 'split']);
const MOMENTS: ReadonlySet<string> = new Set(['date', 'time', 'date and time', 'duration']);

const isText = (expr: Expr): expr is ExprOf<'literal'> => expr.type === 'literal' && typeof expr.value === 'string';

/** `get value(form, "x-1")` reads as a path does. */
function entryByKey(checker: Checker, call: ExprOf<'call'>, seen: Seen | null): FeelType | null {
  if (call.args.named) return null;
  const [context, key] = call.args.values;
  if (call.args.values.length !== 2 || !context || !key || !isText(key)) return null;
  const path = checker.pathOf(context, seen);
  if (!path) return null;
  const name = String(key.value);
  checker.read([...path, name]);
  const type = checker.pathType(context, seen);
  if (nameOf(type) !== 'context' && nameOf(type) !== 'any') return null;
  const entry = entryType(type, name);
  if (entry === null) checker.say('unknownEntry', key, { name, found: typeText(type) });
  return entry ?? 'any';
}

/** Functions that give a list of what is in the list they take. */
const SAME_ELEMENTS: ReadonlySet<string> = new Set(['sublist', 'reverse', 'remove', 'distinct values', 'sort']);

function resultType({ name, result, call }: Builtin, [first]: readonly Given[]): FeelType {
  if (!first) return result;
  if (SAME_ELEMENTS.has(name) && nameOf(first.type) === 'list') return first.type;
  if (name === 'abs') return first.type;
  return name === 'duration' && isText(first.expr) ? momentTypeOf(call([first.expr.value], new Budget())) : result;
}
