/**
 * Tree to closures, once. A closure reads frames and pays from a budget; it knows nothing else. What it gives is what
 * feelin gives for the same text and values, but for the points listed in differential.test.ts.
 */
import { ARITHMETIC, signed } from './arithmetic.ts';
import type { Expr, ExprOf } from './ast.ts';
import { builtinOf } from './builtins/index.ts';
import { temporalOf } from './builtins/moments.ts';
import { builtinValue, compileCall } from './calls.ts';
import { compare, isIn, rangeOf, testOf, within } from './compare.ts';
import { commonTag, holds, type Compiled, type Tag } from './compiled.ts';
import { bind, lookUp, type Code, type Frame, type Scope } from './frames.ts';
import { defineFunction } from './functions.ts';
import { compileFilter, compileFor, compileQuantified } from './loops.ts';
import { propertyOf, sameName } from './names.ts';
import { typeTest } from './instance-of.ts';
import { admit, isList, isNil, setEntry, type FeelContext } from './values.ts';
import type { FeelTypes } from './types.ts';

export class Compiler {
  /** The names of the context, spelled one way; null: whatever it holds. */
  readonly globals: ReadonlySet<string> | null;
  private parts = 0;
  private level = 0;
  private deepest = 0;

  constructor(names: FeelTypes | null) {
    this.globals = names && new Set(Object.keys(names).map(sameName));
  }

  code(expr: Expr, scope: Scope | null): Code {
    return this.compile(expr, scope).code;
  }

  compile(expr: Expr, scope: Scope | null): Compiled {
    this.parts += 1;
    this.level += 1;
    this.deepest = Math.max(this.deepest, this.level);
    const compiled = this.ofKind(expr, scope);
    this.level -= 1;
    return compiled;
  }

  /** Code together with what it costs each time, and how deep it nests. */
  measured(expr: Expr, scope: Scope | null): Compiled & { readonly parts: number; readonly levels: number } {
    const [parts, level, deepest] = [this.parts, this.level, this.deepest];
    this.deepest = this.level;
    const compiled = this.compile(expr, scope);
    const levels = this.deepest - level;
    this.deepest = Math.max(deepest, this.deepest);
    return { ...compiled, parts: this.parts - parts, levels };
  }

  private ofKind(expr: Expr, scope: Scope | null): Compiled {
    const code = (of: Expr): Code => this.code(of, scope);
    switch (expr.type) {
      case 'literal':
        return literal(expr.value);
      case 'temporal':
        return { code: moment(expr.text), tag: 'date' };
      case 'name':
        return { code: this.name(expr.name, scope), tag: 'any' };
      case 'input':
        return { code: lookUpInput(scope), tag: 'other' };
      case 'path':
        return { code: path(code(expr.target), expr.name), tag: 'any' };
      case 'filter':
        return compileFilter(this, expr, scope);
      case 'call':
        return compileCall(this, expr, scope);
      case 'arithmetic':
        return this.arithmetic(expr, scope);
      case 'sign': {
        const of = this.compile(expr.of, scope);
        const { operator } = expr;
        return {
          code: (frame, budget) => budget.valued(signed(operator, of.code(frame, budget), budget), 'operand', operator),
          tag: of.tag,
        };
      }
      case 'compare':
        return { code: comparison(expr, code(expr.left), code(expr.right)), tag: 'test' };
      case 'between':
        return { code: between(code(expr.value), code(expr.low), code(expr.high)), tag: 'test' };
      case 'in':
        return { code: membership(code(expr.value), expr.tests.map(code), expr.listed), tag: 'test' };
      case 'all':
      case 'any':
        return { code: connective(expr.of.map(code), expr.type === 'any'), tag: 'test' };
      case 'if':
        return this.condition(expr, scope);
      case 'for':
        return compileFor(this, expr, scope);
      case 'quantified':
        return compileQuantified(this, expr, scope);
      case 'list':
        return { code: list(expr.items.map(code)), tag: 'other' };
      case 'context':
        return this.context(expr, scope);
      case 'function':
        return this.definition(expr, scope);
      case 'instanceOf': {
        const value = code(expr.value);
        const test = typeTest(expr.of);
        return { code: (frame, budget) => test(value(frame, budget), budget), tag: 'test' };
      }
      case 'test': {
        const of = code(expr.of);
        return { code: (frame, budget) => testOf(expr.operator, of(frame, budget), budget), tag: 'test' };
      }
      case 'interval':
        return { code: interval(expr, code(expr.low), code(expr.high)), tag: 'test' };
    }
  }

  private name(name: string, scope: Scope | null): Code {
    const found = lookUp(name, scope);
    const builtin = builtinOf(name);
    if (!builtin) {
      return (frame, budget) => {
        const given = found(frame, budget);
        return given === undefined ? budget.fault('unknownName', name) : given;
      };
    }
    const value = builtinValue(builtin);
    return (frame, budget) => {
      const given = found(frame, budget);
      return given === undefined ? value : given;
    };
  }

  private arithmetic({ first, rest }: ExprOf<'arithmetic'>, scope: Scope | null): Compiled {
    return rest.reduce<Compiled>(
      (left, { operator, right }) => {
        const other = this.compile(right, scope);
        const does = ARITHMETIC[operator];
        return {
          code: (frame, budget) =>
            budget.valued(does(left.code(frame, budget), other.code(frame, budget), budget), 'operands', operator),
          tag: commonTag(left.tag, other.tag),
        };
      },
      this.compile(first, scope),
    );
  }

  private condition({ test, then, otherwise }: ExprOf<'if'>, scope: Scope | null): Compiled {
    const asked = this.code(test, scope);
    const yes = this.compile(then, scope);
    const no = this.compile(otherwise, scope);
    return {
      code: (frame, budget) => (holds(asked(frame, budget)) ? yes.code(frame, budget) : no.code(frame, budget)),
      tag: commonTag(yes.tag, no.tag),
    };
  }

  /** Entries see those before them. */
  private context({ entries }: ExprOf<'context'>, scope: Scope | null): Compiled {
    let inner = scope;
    const codes = entries.map(({ key, value }) => {
      const code = this.code(value, inner);
      inner = bind(key, inner);
      return { key, code };
    });
    return {
      code: (outer, budget) => {
        budget.spend(1 + codes.length);
        const context: Record<string, unknown> = {};
        let frame: Frame = outer;
        for (const { key, code } of codes) {
          const value = code(frame, budget);
          setEntry(context, key, value);
          frame = { value, up: frame };
        }
        return context;
      },
      tag: 'other',
    };
  }

  private definition({ parameters, body }: ExprOf<'function'>, scope: Scope | null): Compiled {
    const names = parameters.map(({ name }) => name);
    const inner = names.reduce<Scope | null>((up, name) => bind(name, up), scope);
    const { code, parts, levels } = this.measured(body, inner);
    return {
      code: (outer) =>
        defineFunction((args, budget) => {
          budget.spend(parts);
          const frame = names.reduce<Frame>((up, _, index) => ({ value: admit(args[index]), up }), outer);
          return budget.within(levels + 1, () => code(frame, budget));
        }, names),
      tag: 'other',
    };
  }
}

/** A date or the like as it is written. */
function moment(text: string): Code {
  const value = temporalOf(text);
  return (_, budget) => budget.valued(value, 'moment', text);
}

const constant =
  (value: unknown): Code =>
  () =>
    value;

function literal(value: ExprOf<'literal'>['value']): Compiled {
  const tag = value === null ? 'null' : (typeof value as Tag);
  return { code: constant(value), tag };
}

/** The value under test stands in the context, whatever lies between. */
function lookUpInput(scope: Scope | null): Code {
  let hops = 0;
  for (let at = scope; at; at = at.up) hops += 1;
  return (frame) => {
    let found = frame;
    for (let i = 0; i < hops && found.up; i += 1) found = found.up;
    const context = found.value as FeelContext;
    return Object.hasOwn(context, '?') ? admit(context['?']) : null;
  };
}

/** Of a list, the property of each element. */
function path(target: Code, name: string): Code {
  return (frame, budget) => {
    const value = target(frame, budget);
    if (!isList(value)) return propertyOf(value, name, budget);
    budget.spend(1 + value.length);
    return value.map((element) => propertyOf(element, name, budget));
  };
}

/** Numbers and texts of one type are compared here and now; the rest has a table of its own. */
function comparison({ operator }: ExprOf<'compare'>, left: Code, right: Code): Code {
  switch (operator) {
    case '>':
      return (frame, budget) => {
        const [a, b] = [left(frame, budget), right(frame, budget)];
        return typeof a === 'number' && typeof b === 'number' ? a > b : compared('>', a, b, budget);
      };
    case '<':
      return (frame, budget) => {
        const [a, b] = [left(frame, budget), right(frame, budget)];
        return typeof a === 'number' && typeof b === 'number' ? a < b : compared('<', a, b, budget);
      };
    default:
      return (frame, budget) => compared(operator, left(frame, budget), right(frame, budget), budget);
  }
}

const compared: typeof compare = (operator, a, b, budget) =>
  compare(operator, a, b, budget) ?? budget.fault('operands', operator);

function between(value: Code, low: Code, high: Code): Code {
  return (frame, budget) => {
    const [from, to] = [low(frame, budget), high(frame, budget)];
    if (isNil(from) || isNil(to)) return budget.fault('operands', 'between');
    const range = rangeOf({ low: from, high: to, lowIn: true, highIn: true });
    return budget.valued(range && within(range, value(frame, budget)), 'operands', 'between');
  };
}

function membership(value: Code, tests: readonly Code[], listed: boolean): Code {
  const [only] = tests;
  if (!listed && only) {
    return (frame, budget) => {
      const test = only(frame, budget);
      if (isNil(test)) return budget.fault('operands', 'in');
      return budget.valued(isIn(value(frame, budget), isList(test) ? test : [test], budget), 'operands', 'in');
    };
  }
  return (frame, budget) =>
    budget.valued(
      isIn(
        value(frame, budget),
        tests.map((test) => test(frame, budget)),
        budget,
      ),
      'operands',
      'in',
    );
}

/** Three-valued: one that decides is enough, whatever the others are. */
function connective(parts: readonly Code[], deciding: boolean): Code {
  return (frame, budget) => {
    let known = true;
    for (const part of parts) {
      const value = part(frame, budget);
      if (value === deciding) return deciding;
      if (value === !deciding) continue;
      known = false;
      if (!isNil(value)) budget.fault('condition', deciding ? 'or' : 'and');
    }
    return known ? !deciding : null;
  };
}

function list(items: readonly Code[]): Code {
  return (frame, budget) => {
    budget.spend(1 + items.length);
    return items.map((item) => item(frame, budget));
  };
}

function interval({ lowIn, highIn }: ExprOf<'interval'>, low: Code, high: Code): Code {
  return (frame, budget) => {
    const [from, to] = [low(frame, budget), high(frame, budget)];
    const range = rangeOf({ low: from, high: to, lowIn: lowIn && !isNil(from), highIn: highIn && !isNil(to) });
    return budget.valued(range, 'operands', '..');
  };
}
