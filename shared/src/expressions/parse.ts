/**
 * Text to tree, in the grammar that feelin is built on too. What comes out is whole or not at all, and no text costs
 * more than its bounds: length, names, depth.
 */
import type { SyntaxNode, Tree as SyntaxTree } from '@lezer/common';
import { parser, trackVariables } from 'lezer-feel';
import type {
  Arguments,
  ArithmeticOperator,
  Callee,
  CompareOperator,
  Expr,
  Operation,
  Source,
  Span,
  Tree,
  TypeName,
} from './ast.ts';
import { isPlainText, plainParser } from './plain-names.ts';
import { boundedNames, MOST_NAMES, namesOf, TooManyNames } from './parser-names.ts';
import type { FeelProblem } from './problem.ts';
import { numberOf, stringOf } from './literals.ts';
import type { FeelTypes } from './types.ts';

/** Characters of a text. */
export const MOST_CHARACTERS = 10_000;
/** Levels of nesting; what stands one after the other is one level. */
export const MOST_LEVELS = 200;

export type Mode = Tree['mode'];
export type Parsed = { readonly ok: true; readonly tree: Tree } | { readonly ok: false; readonly problem: FeelProblem };

/** `names`: what stands in the context, as far as its spelling or its entries' are not plain. */
export function parseFeel(text: string, mode: Mode, names: FeelTypes = {}): Parsed {
  const whole = { from: 0, to: text.length };
  if (text.length > MOST_CHARACTERS) return refuse('tooLong', whole, { most: MOST_CHARACTERS });
  if (text.trim() === '') return refuse('syntax', { from: 0, to: 0 });
  try {
    const tree = read(text, mode, names);
    const wrong = firstError(tree);
    return wrong ? refuse('syntax', wrong) : { ok: true, tree: new Reader(text).tree(tree.topNode) };
  } catch (error) {
    if (error instanceof TooManyNames) return refuse('tooManyNames', whole, { most: MOST_NAMES });
    if (error instanceof Refused) return { ok: false, problem: error.problem };
    throw error;
  }
}

const refuse = (code: FeelProblem['code'], { from, to }: Span, params: FeelProblem['params'] = {}) =>
  ({ ok: false, problem: { code, from, to, params } }) as const;

class Refused extends Error {
  readonly problem: FeelProblem;
  constructor(code: FeelProblem['code'], { from, to }: Span, params: FeelProblem['params'] = {}) {
    super(code);
    this.problem = { code, from, to, params };
  }
}

const TOPS = { expression: 'Expression', unaryTests: 'UnaryTests' } as const;
/** The tracker says so of a name that it met where none can stand. */
const MISPLACED_NAME = /^(uncleared name|no tokens to declare name)$/;

function read(text: string, mode: Mode, names: FeelTypes): SyntaxTree {
  if (isPlainText(text, names)) return plainParser(mode).parse(text);
  try {
    const contextTracker = trackVariables(namesOf(names), boundedNames());
    return parser.configure({ top: TOPS[mode], contextTracker }).parse(text);
  } catch (error) {
    if (error instanceof Error && MISPLACED_NAME.test(error.message)) throw new Refused('syntax', { from: 0, to: 0 });
    throw error;
  }
}

/** Where the text stops making sense: the token that does not fit, or the end. */
function firstError(tree: SyntaxTree): Span | null {
  let found: Span | null = null;
  tree.iterate({
    enter: (node) => {
      if (found) return false;
      if (node.type.isError) found = node.from < node.to ? span(node) : (nextOf(node.node) ?? span(node));
      return undefined;
    },
  });
  return found;
}

function nextOf(node: SyntaxNode): Span | null {
  for (let at: SyntaxNode | null = node; at; at = at.parent) if (at.nextSibling) return span(at.nextSibling);
  return null;
}

const span = ({ from, to }: Span): Span => ({ from, to });

/** Nodes are read by their names in the grammar; a name that is not expected is a bug here. */
class Reader {
  private readonly text: string;
  private depth = 0;

  constructor(text: string) {
    this.text = text;
  }

  tree(top: SyntaxNode): Tree {
    const children = parts(top);
    if (top.name === 'Expression') return { mode: 'expression', root: this.expr(only(children, top)) };
    const any = children.some(({ name }) => name === 'Wildcard');
    const tests = children.find(({ name }) => name === 'PositiveUnaryTests');
    const negated = children.some(({ name }) => name === 'not');
    return { mode: 'unaryTests', any, negated, tests: tests ? parts(tests).map((test) => this.unaryTest(test)) : [] };
  }

  private input(node: SyntaxNode): string {
    return this.text.slice(node.from, node.to);
  }

  /** Words of a name, whatever stands between them. */
  private words(node: SyntaxNode): string {
    return parts(node)
      .map((part) => this.input(part))
      .join(' ');
  }

  private unaryTest(node: SyntaxNode): Expr {
    return this.expr(only(parts(node), node));
  }

  private expr(node: SyntaxNode): Expr {
    this.depth += 1;
    if (this.depth > MOST_LEVELS) throw new Refused('tooDeep', span(node), { most: MOST_LEVELS });
    const expr = this.exprOf(node);
    this.depth -= 1;
    return expr;
  }

  private exprOf(node: SyntaxNode): Expr {
    const at = span(node);
    const children = parts(node);
    const child = (index: number): SyntaxNode => part(children, index, node);
    const sub = (index: number): Expr => this.expr(child(index));
    switch (node.name) {
      case 'NumericLiteral':
        return { ...at, type: 'literal', value: numberOf(this.input(node)) };
      case 'StringLiteral':
        return { ...at, type: 'literal', value: stringOf(this.input(node)) };
      case 'BooleanLiteral':
        return { ...at, type: 'literal', value: this.input(node) === 'true' };
      case 'null':
        return { ...at, type: 'literal', value: null };
      case 'VariableName':
        return { ...at, type: 'name', name: this.words(node) };
      case '?':
        return { ...at, type: 'input' };
      case 'ParenthesizedExpression':
        return this.expr(child(1));
      case 'DateTimeLiteral':
        return this.dateTime(node, children);
      case 'FunctionInvocation':
        return { ...at, type: 'call', callee: this.callee(child(0)), args: this.arguments(children) };
      case 'PathExpression': {
        const name = child(2);
        return { ...at, type: 'path', target: sub(0), name: this.words(name), nameAt: span(name) };
      }
      case 'FilterExpression':
        return { ...at, type: 'filter', target: sub(0), by: sub(2) };
      case 'ArithmeticExpression':
        return this.arithmetic(node, children);
      case 'Comparison':
        return this.comparison(node, children);
      case 'Conjunction':
        return { ...at, type: 'all', of: this.chain(node) };
      case 'Disjunction':
        return { ...at, type: 'any', of: this.chain(node) };
      case 'IfExpression':
        return { ...at, type: 'if', test: sub(1), then: sub(3), otherwise: sub(5) };
      case 'ForExpression':
        return { ...at, type: 'for', sources: this.sources(child(1)), body: sub(3) };
      case 'QuantifiedExpression': {
        const some = part(parts(child(0)).length > 0 ? parts(child(0)) : children, 0, node).name === 'some';
        return { ...at, type: 'quantified', some, sources: this.sources(child(1)), test: sub(3) };
      }
      case 'InstanceOfExpression':
        return { ...at, type: 'instanceOf', value: sub(0), of: this.typeName(child(3)) };
      case 'SimplePositiveUnaryTest':
        return child(0).name === 'Interval'
          ? this.expr(child(0))
          : { ...at, type: 'test', operator: this.compareOperator(child(0)), of: sub(1) };
      case 'Interval': {
        const lowIn = this.input(child(0)) === '[';
        return { ...at, type: 'interval', low: sub(1), high: sub(3), lowIn, highIn: this.input(child(4)) === ']' };
      }
      case 'List':
        return { ...at, type: 'list', items: children.slice(1, -1).map((item) => this.expr(item)) };
      case 'Context':
        return { ...at, type: 'context', entries: children.slice(1, -1).map((entry) => this.entry(entry)) };
      case 'FunctionDefinition':
        return this.definition(node, children);
      default:
        throw new Error(`Expected an expression of the grammar, found ${node.name}`);
    }
  }

  private dateTime(node: SyntaxNode, children: readonly SyntaxNode[]): Expr {
    const at = span(node);
    const first = part(children, 0, node);
    if (first.name === 'AtLiteral') {
      return { ...at, type: 'temporal', text: stringOf(this.input(only(parts(first), first))) };
    }
    return { ...at, type: 'call', callee: this.builtin(first), args: this.arguments(children) };
  }

  private callee(node: SyntaxNode): Callee {
    return node.name === 'SpecialFunctionName' ? this.builtin(node) : this.expr(node);
  }

  private builtin(node: SyntaxNode): Callee {
    return { ...span(node), type: 'builtin', name: this.words(node) };
  }

  private arguments(children: readonly SyntaxNode[]): Arguments {
    const named = children.find(({ name }) => name === 'NamedParameters');
    if (named) {
      const values = parts(named).map((argument) => {
        const [name, value] = parts(argument);
        return { ...span(argument), name: this.nameOf(name, argument), value: this.expr(must(value, argument)) };
      });
      return { named: true, values };
    }
    const given = children.find(({ name }) => name === 'PositionalParameters');
    return { named: false, values: given ? parts(given).map((value) => this.expr(value)) : [] };
  }

  /** `a + b - c` nests to the left; it is read as one chain. */
  private arithmetic(node: SyntaxNode, children: readonly SyntaxNode[]): Expr {
    if (children.length === 2) {
      const operator = this.input(part(children, 0, node)) === '-' ? '-' : '+';
      return { ...span(node), type: 'sign', operator, of: this.expr(part(children, 1, node)) };
    }
    const rest: Operation[] = [];
    let left = node;
    for (let at = parts(left); left.name === 'ArithmeticExpression' && at.length === 3; at = parts(left)) {
      const sign = this.input(part(at, 1, left));
      const operator = (sign === '^' ? '**' : sign) as ArithmeticOperator;
      rest.push({ operator, right: this.expr(part(at, 2, left)) });
      left = part(at, 0, left);
    }
    return { ...span(node), type: 'arithmetic', first: this.expr(left), rest: rest.reverse() };
  }

  private chain(node: SyntaxNode): Expr[] {
    const found: Expr[] = [];
    let left = node;
    while (left.name === node.name) {
      const at = parts(left);
      found.push(this.expr(part(at, 2, left)));
      left = part(at, 0, left);
    }
    found.push(this.expr(left));
    return found.reverse();
  }

  private comparison(node: SyntaxNode, children: readonly SyntaxNode[]): Expr {
    const at = span(node);
    const operator = part(children, 1, node);
    const left = this.expr(part(children, 0, node));
    if (operator.name === 'between') {
      const [low, high] = [part(children, 2, node), part(children, 4, node)];
      return { ...at, type: 'between', value: left, low: this.expr(low), high: this.expr(high) };
    }
    if (operator.name === 'in') {
      const tests = children.find(({ name }) => name === 'PositiveUnaryTests');
      const given = tests ? parts(tests) : [part(children, 2, node)];
      const listed = tests !== undefined;
      return { ...at, type: 'in', value: left, listed, tests: given.map((test) => this.unaryTest(test)) };
    }
    const right = this.expr(part(children, 2, node));
    return { ...at, type: 'compare', operator: this.compareOperator(operator), left, right };
  }

  private compareOperator(node: SyntaxNode): CompareOperator {
    return this.input(node) as CompareOperator;
  }

  private sources(node: SyntaxNode): Source[] {
    return parts(node).map((source) => {
      const [name, , given] = parts(source);
      const [of, , high] = parts(must(given, source));
      return {
        name: this.nameOf(name, source),
        of: this.expr(must(of, source)),
        high: high ? this.expr(high) : null,
      };
    });
  }

  private entry(node: SyntaxNode): { key: string; value: Expr } {
    const [key, value] = parts(node);
    const spelled = only(parts(must(key, node)), node);
    const isText = spelled.name === 'StringLiteral';
    return {
      key: isText ? stringOf(this.input(spelled)) : this.nameOf(spelled, node),
      value: this.expr(must(value, node)),
    };
  }

  private definition(node: SyntaxNode, children: readonly SyntaxNode[]): Expr {
    const external = children.find(({ name }) => name === 'external');
    if (external) throw new Refused('external', span(external));
    const given = children.find(({ name }) => name === 'FormalParameters');
    const parameters = (given ? parts(given) : []).map((parameter) => {
      const [name, type] = parts(parameter);
      return { name: this.nameOf(name, parameter), of: type ? this.typeName(type) : null };
    });
    const body = children.find(({ name }) => name === 'FunctionBody');
    return {
      ...span(node),
      type: 'function',
      parameters,
      body: this.expr(only(parts(must(body, node)), node)),
    };
  }

  /** A name that is defined, with its spaces as one. */
  private nameOf(node: SyntaxNode | undefined, parent: SyntaxNode): string {
    return this.input(must(node, parent)).replace(/\s+/g, ' ');
  }

  private typeName(node: SyntaxNode): TypeName {
    this.depth += 1;
    if (this.depth > MOST_LEVELS) throw new Refused('tooDeep', span(node), { most: MOST_LEVELS });
    const found = this.typeNameOf(node.name === 'Type' ? only(parts(node), node) : node);
    this.depth -= 1;
    return found;
  }

  private typeNameOf(node: SyntaxNode): TypeName {
    const at = span(node);
    const inner = parts(node).find(({ name }) => name === 'Type' || name === 'ContextEntryTypes');
    if (node.name === 'ListType') return { ...at, type: 'list', of: this.typeName(must(inner, node)) };
    if (node.name === 'FunctionType') return { ...at, type: 'function' };
    if (node.name !== 'ContextType')
      return { ...at, type: 'named', name: this.input(node).replace(/\s+/g, ' ').trim() };
    const entries = parts(must(inner, node)).map((entry) => {
      const [name, type] = parts(entry);
      return { name: this.nameOf(name, entry), of: this.typeName(must(type, entry)) };
    });
    return { ...at, type: 'context', entries };
  }
}

/** Children without comments. */
function parts(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) if (!child.type.isSkipped) found.push(child);
  return found;
}

function must<T>(value: T | undefined, node: SyntaxNode): T {
  if (value === undefined) throw new Error(`Expected more parts of ${node.name}`);
  return value;
}
const part = (children: readonly SyntaxNode[], index: number, node: SyntaxNode): SyntaxNode =>
  must(children[index], node);
const only = (children: readonly SyntaxNode[], node: SyntaxNode): SyntaxNode => part(children, 0, node);
