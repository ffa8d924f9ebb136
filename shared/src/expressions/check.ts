/**
 * Types of a text before there are values. A problem is said only where no values could make sense of a part: what may
 * be right is taken to be right. Each part is looked at once, so this takes time in proportion to the tree.
 */
import type { Expr, ExprOf, Source, Span, Tree, TypeName } from './ast.ts';
import { temporalOf } from './builtins/moments.ts';
import { callType } from './check-calls.ts';
import { arithmeticType, isCondition, signType } from './check-operators.ts';
import { isTypeName } from './instance-of.ts';
import { sameName } from './names.ts';
import type { FeelProblem, FeelProblemCode } from './problem.ts';
import {
  common,
  elementOf,
  entryType,
  isOrdered,
  listOf,
  momentTypeOf,
  nameOf,
  overlap,
  typeText,
} from './relations.ts';
import type { FeelType, FeelTypes } from './types.ts';

export interface CheckOptions {
  readonly names: FeelTypes | null;
  /** The evaluation will be told the time. */
  readonly clock: boolean;
  /** What the whole may give: one of these. */
  readonly expects: readonly FeelType[];
}

export interface Checked {
  readonly type: FeelType;
  readonly problems: readonly FeelProblem[];
  readonly reads: readonly (readonly string[])[];
}

/** What a part sees, from the inside out. */
interface Seen {
  /** null: an element under a filter, whose entries are names. */
  readonly name: string | null;
  readonly type: FeelType;
  readonly up: Seen | null;
}

export function check(tree: Tree, options: CheckOptions): Checked {
  const checker = new Checker(options);
  const type = checker.tree(tree);
  return { type, problems: checker.problems, reads: [...checker.reads.values()] };
}

export class Checker {
  readonly problems: FeelProblem[] = [];
  readonly reads = new Map<string, readonly string[]>();
  readonly options: CheckOptions;
  private readonly globals: ReadonlyMap<string, FeelType> | null;

  constructor(options: CheckOptions) {
    this.options = options;
    this.globals =
      options.names && new Map(Object.entries(options.names).map(([name, type]) => [sameName(name), type]));
  }

  tree(tree: Tree): FeelType {
    if (tree.mode === 'unaryTests') {
      for (const test of tree.tests) this.unaryTest(test);
      return 'boolean';
    }
    const type = this.type(tree.root, null);
    const { expects } = this.options;
    const [wanted] = expects;
    if (wanted !== undefined && !expects.some((one) => overlap(type, one))) {
      this.say('result', tree.root, { found: typeText(type), wanted: typeText(wanted) });
    }
    return type;
  }

  say(code: FeelProblemCode, { from, to }: Span, params: FeelProblem['params'] = {}): void {
    this.problems.push({ code, from, to, params });
  }

  read(path: readonly string[]): void {
    this.reads.set(JSON.stringify(path), path);
  }

  type(expr: Expr, seen: Seen | null): FeelType {
    const typeOf = (part: Expr): FeelType => this.type(part, seen);
    switch (expr.type) {
      case 'literal':
        return expr.value === null ? 'null' : (typeof expr.value as FeelType);
      case 'temporal':
        return this.momentType(expr, expr.text);
      case 'name':
        return this.name(expr, seen);
      case 'input':
        this.read(['?']);
        return this.globals?.get('?') ?? 'any';
      case 'path':
        return this.path(expr, seen);
      case 'filter':
        return this.filter(expr, seen);
      case 'call':
        return callType(this, expr, seen);
      case 'arithmetic':
        return this.arithmetic(expr, seen);
      case 'sign': {
        const of = typeOf(expr.of);
        const type = signType(of);
        if (type === null) this.say('operand', expr, { operator: expr.operator, found: typeText(of) });
        return type ?? 'any';
      }
      case 'compare':
        return this.compare(expr, [typeOf(expr.left), typeOf(expr.right)]);
      case 'between': {
        const value = typeOf(expr.value);
        for (const bound of [expr.low, expr.high]) this.ordered('between', bound, [value, typeOf(bound)]);
        return 'boolean';
      }
      case 'in': {
        const value = typeOf(expr.value);
        for (const test of expr.tests) this.test('in', test, { value, type: typeOf(test) });
        return 'boolean';
      }
      case 'all':
      case 'any':
        for (const part of expr.of) this.condition('operand', part, { operator: CONNECTIVE[expr.type], seen });
        return 'boolean';
      case 'if':
        this.condition('condition', expr.test, { operator: 'if', seen });
        return common(typeOf(expr.then), typeOf(expr.otherwise));
      case 'for': {
        const inner = this.sources(expr.sources, seen);
        return listOf(this.type(expr.body, { name: 'partial', type: 'list', up: inner }));
      }
      case 'quantified': {
        const inner = this.sources(expr.sources, seen);
        this.condition('condition', expr.test, { operator: expr.some ? 'some' : 'every', seen: inner });
        return 'boolean';
      }
      case 'list':
        return listOf(expr.items.map(typeOf).reduce<FeelType>(common, 'null'));
      case 'context':
        return this.context(expr, seen);
      case 'function': {
        const types = expr.parameters.map(({ name, of }) => ({ name, type: of ? this.written(of) : ('any' as const) }));
        const inner = types.reduce<Seen | null>((up, { name, type }) => ({ name: sameName(name), type, up }), seen);
        const result = this.type(expr.body, inner);
        return { kind: 'function', parameters: types.map(({ name }) => name), result };
      }
      case 'instanceOf':
        this.written(expr.of);
        typeOf(expr.value);
        return 'boolean';
      case 'test':
        return this.bareTest(expr, typeOf(expr.of));
      case 'interval': {
        const [low, high] = [typeOf(expr.low), typeOf(expr.high)];
        this.ordered('..', expr, [low, high]);
        return { kind: 'range', of: common(low, high) };
      }
    }
  }

  momentType(at: Span, text: string): FeelType {
    const value = temporalOf(text);
    if (value === null) this.say('moment', at, { text });
    return momentTypeOf(value);
  }

  private name(expr: ExprOf<'name'>, seen: Seen | null): FeelType {
    const found = this.find(expr.name, seen);
    if (found.global) this.read([expr.name]);
    if (found.type === null) this.say('unknownName', expr, { name: expr.name });
    return found.type ?? 'any';
  }

  /** `type`: null when nothing has the name. `global`: the context may be asked for it. */
  find(name: string, seen: Seen | null): { readonly type: FeelType | null; readonly global: boolean } {
    const plain = sameName(name);
    let doubtful = false;
    for (let at = seen; at; at = at.up) {
      if (at.name === plain) return { type: doubtful ? 'any' : at.type, global: false };
      if (at.name !== null) continue;
      const entry = nameOf(at.type) === 'context' || nameOf(at.type) === 'any' ? entryType(at.type, name) : null;
      if (typeof at.type !== 'string' && entry !== null) return { type: entry, global: false };
      if (plain === 'item') return { type: at.type, global: false };
      if (entry !== null) doubtful = true;
    }
    if (this.globals === null) return { type: 'any', global: true };
    const global = this.globals.get(plain);
    if (doubtful) return { type: 'any', global: global !== undefined };
    return { type: global ?? null, global: global !== undefined };
  }

  /** The names from the context on, if the part is a path of it. */
  pathOf(expr: Expr, seen: Seen | null): readonly string[] | null {
    const names: string[] = [];
    let at = expr;
    for (; at.type === 'path'; at = at.target) names.unshift(at.name);
    return at.type === 'name' && this.find(at.name, seen).global ? [at.name, ...names] : null;
  }

  private path(expr: ExprOf<'path'>, seen: Seen | null): FeelType {
    const path = this.pathOf(expr, seen);
    if (!path) return this.entry(expr, this.type(expr.target, seen));
    this.read(path);
    return this.pathType(expr, seen);
  }

  /** Type of a path whose reading is known. */
  pathType(expr: Expr, seen: Seen | null): FeelType {
    if (expr.type === 'path') return this.entry(expr, this.pathType(expr.target, seen));
    return expr.type === 'name' ? (this.find(expr.name, seen).type ?? 'any') : 'any';
  }

  private entry({ name, nameAt }: ExprOf<'path'>, target: FeelType): FeelType {
    const type = entryType(target, name);
    if (type === null) this.say('unknownEntry', nameAt, { name, found: typeText(target) });
    return type ?? 'any';
  }

  private filter({ target, by }: ExprOf<'filter'>, seen: Seen | null): FeelType {
    const type = this.type(target, seen);
    const element = nameOf(type) === 'list' ? elementOf(type) : type;
    const selector = this.type(by, { name: null, type: element, up: seen });
    if (selector === 'number') return element;
    return nameOf(selector) === 'boolean' || nameOf(selector) === 'range' ? listOf(element) : 'any';
  }

  private arithmetic({ first, rest }: ExprOf<'arithmetic'>, seen: Seen | null): FeelType {
    return rest.reduce<FeelType>(
      (left, { operator, right }) => {
        const other = this.type(right, seen);
        const type = arithmeticType(operator, left, other);
        if (type === null) {
          const at = { from: first.from, to: right.to };
          this.say('operands', at, { operator, left: typeText(left), right: typeText(other) });
        }
        return type ?? 'any';
      },
      this.type(first, seen),
    );
  }

  private compare(expr: ExprOf<'compare'>, [left, right]: readonly [FeelType, FeelType]): FeelType {
    const { operator } = expr;
    if (operator !== '=' && operator !== '!=') this.ordered(operator, expr, [left, right]);
    else if (!overlap(left, right)) {
      this.say('operands', expr, { operator, left: typeText(left), right: typeText(right) });
    }
    return 'boolean';
  }

  private ordered(operator: string, at: Span, [left, right]: readonly [FeelType, FeelType]): void {
    if (isOrdered(left) && isOrdered(right) && overlap(left, right)) return;
    this.say('operands', at, { operator, left: typeText(left), right: typeText(right) });
  }

  private bareTest(expr: ExprOf<'test'>, of: FeelType): FeelType {
    if (expr.operator !== '=' && expr.operator !== '!=') this.ordered(expr.operator, expr, [of, of]);
    return { kind: 'range', of };
  }

  /** A value is held against a range, a list of what it may be, or what it is to be. */
  private test(operator: string, at: Span, { value, type }: { value: FeelType; type: FeelType }): void {
    const wanted = nameOf(type) === 'range' ? elementOf(type) : type;
    if (!overlap(value, wanted)) this.say('operands', at, { operator, left: typeText(value), right: typeText(type) });
  }

  private unaryTest(test: Expr): void {
    const type = this.type(test, null);
    const value = this.globals?.get('?') ?? 'any';
    // A yes or no over `?` is an answer by itself.
    if (type === 'boolean' && test.type !== 'literal') return;
    this.test('=', test, { value, type });
  }

  private condition(code: 'operand' | 'condition', part: Expr, place: { operator: string; seen: Seen | null }): void {
    const found = this.type(part, place.seen);
    if (!isCondition(found)) this.say(code, part, { operator: place.operator, found: typeText(found) });
  }

  private sources(sources: readonly Source[], seen: Seen | null): Seen | null {
    return sources.reduce<Seen | null>((up, { name, of, high }) => {
      const type = this.type(of, up);
      if (high) {
        this.ordered('..', { from: of.from, to: high.to }, [type, this.type(high, up)]);
        return { name: sameName(name), type, up };
      }
      const found = nameOf(type);
      if (found !== 'list' && found !== 'range' && found !== 'any' && found !== 'null') {
        this.say('notAList', of, { found: typeText(type) });
      }
      return { name: sameName(name), type: found === 'list' || found === 'range' ? elementOf(type) : 'any', up };
    }, seen);
  }

  private context({ entries }: ExprOf<'context'>, seen: Seen | null): FeelType {
    const types = new Map<string, FeelType>();
    entries.reduce<Seen | null>((up, { key, value }) => {
      const type = this.type(value, up);
      types.set(key, type);
      return { name: sameName(key), type, up };
    }, seen);
    return { kind: 'context', entries: Object.fromEntries(types) };
  }

  /** A type as it is written in the text. */
  private written(type: TypeName): FeelType {
    switch (type.type) {
      case 'list':
        return listOf(this.written(type.of));
      case 'context':
        return {
          kind: 'context',
          entries: Object.fromEntries(type.entries.map(({ name, of }) => [name, this.written(of)])),
        };
      case 'function':
        return 'function';
      case 'named':
        if (!isTypeName(type.name)) this.say('unknownType', type, { name: type.name });
        return Object.hasOwn(WRITTEN, type.name) ? (WRITTEN[type.name] ?? 'any') : 'any';
    }
  }
}

export type { Seen };

const CONNECTIVE = { all: 'and', any: 'or' } as const;

const WRITTEN: Readonly<Record<string, FeelType>> = {
  number: 'number',
  string: 'string',
  boolean: 'boolean',
  date: 'date',
  time: 'time',
  'date and time': 'date and time',
  'days and time duration': 'days and time duration',
  'years and months duration': 'years and months duration',
  list: 'list',
  context: 'context',
  range: 'range',
  function: 'function',
};
