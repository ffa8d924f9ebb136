/**
 * Which values a cell lets pass, as far as its form says so: comparisons, intervals, values, lists of them, not, and
 * `?` in such terms. null: the cell asks for more than its own column (another field, a function), or for nothing that
 * has an order.
 */
import type { Expr } from '../../expressions/ast.ts';
import { compileFeel } from '../../expressions/index.ts';
import { parseFeel } from '../../expressions/parse.ts';
import { cutAfter, cutBefore, spansBetween } from './line.ts';
import type { Scale } from './scale.ts';
import { complement, intersect, pointsOf, unite, type ValueSet } from './sets.ts';

/** What the values of a column are. */
export interface Universe {
  /** null: values are the same or not, without an order. */
  readonly scale: Scale | null;
  readonly everything: ValueSet;
}

export function cellSet(text: string, universe: Universe): ValueSet | null {
  const parsed = parseFeel(text, 'unaryTests');
  if (!parsed.ok || parsed.tree.mode !== 'unaryTests') return null;
  const { tests, negated, any } = parsed.tree;
  if (any) return universe.everything;
  const reader = new Reader(text, universe);
  const set = reader.all(tests, (test) => reader.test(test), unite, NOTHING(universe));
  return set && negated ? complement(set) : set;
}

const NOTHING = ({ everything }: Universe): ValueSet => complement(everything);

type Combine = (a: ValueSet, b: ValueSet) => ValueSet;

class Reader {
  constructor(
    private readonly text: string,
    private readonly universe: Universe,
  ) {}

  all(
    exprs: readonly Expr[],
    read: (expr: Expr) => ValueSet | null,
    combine: Combine,
    first: ValueSet,
  ): ValueSet | null {
    let set: ValueSet | null = first;
    for (const expr of exprs) {
      const next = read(expr);
      set = set && next && combine(set, next);
    }
    return set;
  }

  /** A test of the column's value. */
  test(expr: Expr): ValueSet | null {
    switch (expr.type) {
      case 'test':
        return this.#compared(expr.operator, expr.of);
      case 'interval':
        return this.#between(expr.low, expr.high, expr);
      case 'list':
        return this.all(expr.items, (item) => this.test(item), unite, NOTHING(this.universe));
      case 'literal':
      case 'temporal':
      case 'sign':
      case 'arithmetic':
        return this.#compared('=', expr);
      case 'call':
        return this.#negation(expr) ?? this.#compared('=', expr);
      default:
        return this.#condition(expr);
    }
  }

  /** A yes or no about `?`. */
  #condition(expr: Expr): ValueSet | null {
    const condition = (part: Expr): ValueSet | null => this.#condition(part);
    switch (expr.type) {
      case 'compare':
        if (expr.left.type === 'input') return this.#compared(expr.operator, expr.right);
        return expr.right.type === 'input' ? this.#compared(TURNED[expr.operator], expr.left) : null;
      case 'between':
        return expr.value.type === 'input' ? this.#between(expr.low, expr.high, { lowIn: true, highIn: true }) : null;
      case 'in':
        return expr.value.type === 'input'
          ? this.all(expr.tests, (test) => this.test(test), unite, NOTHING(this.universe))
          : null;
      case 'all':
        return this.all(expr.of, condition, intersect, this.universe.everything);
      case 'any':
        return this.all(expr.of, condition, unite, NOTHING(this.universe));
      case 'call':
        return this.#negation(expr);
      default:
        return null;
    }
  }

  /** `not(…)` around a condition. */
  #negation(expr: Expr): ValueSet | null {
    if (expr.type !== 'call' || expr.args.named || expr.args.values.length !== 1) return null;
    const { callee } = expr;
    const [inner] = expr.args.values;
    if ((callee.type !== 'name' && callee.type !== 'builtin') || callee.name !== 'not' || !inner) return null;
    const set = this.#condition(inner);
    return set && complement(set);
  }

  #compared(operator: keyof typeof TURNED, of: Expr): ValueSet | null {
    const value = this.#constant(of);
    if (value === undefined) return null;
    const { scale } = this.universe;
    if (!scale) {
      if (operator !== '=' && operator !== '!=') return null;
      if (typeof value !== 'string' && typeof value !== 'boolean')
        return value === null ? NOTHING(this.universe) : null;
      return operator === '=' ? pointsOf([value]) : complement(pointsOf([value]));
    }
    const place = scale.place(value);
    if (place === undefined || Number.isNaN(place)) return value === null ? NOTHING(this.universe) : null;
    const [before, after] = [cutBefore(place, scale.whole), cutAfter(place, scale.whole)];
    switch (operator) {
      case '<':
        return { type: 'line', spans: spansBetween(null, before) };
      case '<=':
        return { type: 'line', spans: spansBetween(null, after) };
      case '>':
        return { type: 'line', spans: spansBetween(after, null) };
      case '>=':
        return { type: 'line', spans: spansBetween(before, null) };
      case '=':
        return { type: 'line', spans: spansBetween(before, after) };
      case '!=':
        return complement({ type: 'line', spans: spansBetween(before, after) });
    }
  }

  /** Bounds in falling order are turned round, as FEEL does. */
  #between(low: Expr, high: Expr, ends: { readonly lowIn: boolean; readonly highIn: boolean }): ValueSet | null {
    const { scale } = this.universe;
    const [start, end] = [scale?.place(this.#constant(low)), scale?.place(this.#constant(high))];
    if (!scale || start === undefined || end === undefined) return null;
    const [from, to] = start <= end ? [start, end] : [end, start];
    const [fromIn, toIn] = start <= end ? [ends.lowIn, ends.highIn] : [ends.highIn, ends.lowIn];
    return {
      type: 'line',
      spans: spansBetween(
        (fromIn ? cutBefore : cutAfter)(from, scale.whole),
        (toIn ? cutAfter : cutBefore)(to, scale.whole),
      ),
    };
  }

  /** Value of a part that reads nothing; undefined where it reads. */
  #constant(expr: Expr): unknown {
    if (!isConstant(expr)) return undefined;
    const compiled = compileFeel(this.text.slice(expr.from, expr.to));
    const result = compiled.ok ? compiled.evaluate({}) : null;
    return result?.ok ? result.value : undefined;
  }
}

const TURNED = { '=': '=', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const;

/** Built-ins that make a value of texts and numbers. */
const MAKERS: ReadonlySet<string> = new Set([
  'date',
  'time',
  'date and time',
  'duration',
  'years and months duration',
  'number',
]);

function isConstant(expr: Expr): boolean {
  switch (expr.type) {
    case 'literal':
    case 'temporal':
      return true;
    case 'sign':
      return isConstant(expr.of);
    case 'arithmetic':
      return isConstant(expr.first) && expr.rest.every(({ right }) => isConstant(right));
    case 'call': {
      const { callee, args } = expr;
      const makes = (callee.type === 'name' || callee.type === 'builtin') && MAKERS.has(callee.name);
      return makes && !args.named && args.values.every(isConstant);
    }
    default:
      return false;
  }
}
