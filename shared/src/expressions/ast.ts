/**
 * The syntax tree of a FEEL text, as checker and compiler walk it. Chains of one precedence lie flat, so that depth is
 * what a person nested and not what a person wrote one after the other. Offsets count characters from 0.
 */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '**';
export type OrderOperator = '<' | '<=' | '>' | '>=';
export type CompareOperator = OrderOperator | '=' | '!=';

export type Expr = Span & ExprKind;
export type ExprOf<Kind extends ExprKind['type']> = Extract<Expr, { readonly type: Kind }>;

type ExprKind =
  | { readonly type: 'literal'; readonly value: number | string | boolean | null }
  /** `@"2026-11-22"` */
  | { readonly type: 'temporal'; readonly text: string }
  /** Words joined by one space. */
  | { readonly type: 'name'; readonly name: string }
  /** The value under test: `?`. */
  | { readonly type: 'input' }
  | { readonly type: 'path'; readonly target: Expr; readonly name: string; readonly nameAt: Span }
  | { readonly type: 'filter'; readonly target: Expr; readonly by: Expr }
  | { readonly type: 'call'; readonly callee: Callee; readonly args: Arguments }
  | { readonly type: 'arithmetic'; readonly first: Expr; readonly rest: readonly Operation[] }
  | { readonly type: 'sign'; readonly operator: '+' | '-'; readonly of: Expr }
  | { readonly type: 'compare'; readonly operator: CompareOperator; readonly left: Expr; readonly right: Expr }
  | { readonly type: 'between'; readonly value: Expr; readonly low: Expr; readonly high: Expr }
  /** `listed`: the tests stand in parentheses; without, one test that is a list stands for its elements. */
  | { readonly type: 'in'; readonly value: Expr; readonly tests: readonly Expr[]; readonly listed: boolean }
  | { readonly type: 'all' | 'any'; readonly of: readonly Expr[] }
  | { readonly type: 'if'; readonly test: Expr; readonly then: Expr; readonly otherwise: Expr }
  | { readonly type: 'for'; readonly sources: readonly Source[]; readonly body: Expr }
  | {
      readonly type: 'quantified';
      readonly some: boolean;
      readonly sources: readonly Source[];
      readonly test: Expr;
    }
  | { readonly type: 'list'; readonly items: readonly Expr[] }
  | { readonly type: 'context'; readonly entries: readonly { readonly key: string; readonly value: Expr }[] }
  | {
      readonly type: 'function';
      readonly parameters: readonly { readonly name: string; readonly of: TypeName | null }[];
      readonly body: Expr;
    }
  | { readonly type: 'instanceOf'; readonly value: Expr; readonly of: TypeName }
  /** `> 5` by itself: a test of whatever it is held against. */
  | { readonly type: 'test'; readonly operator: CompareOperator; readonly of: Expr }
  | {
      readonly type: 'interval';
      readonly low: Expr;
      readonly high: Expr;
      readonly lowIn: boolean;
      readonly highIn: boolean;
    };

export interface Operation {
  readonly operator: ArithmeticOperator;
  readonly right: Expr;
}

/** `high`: the source counts from the one to the other. */
export interface Source {
  readonly name: string;
  readonly of: Expr;
  readonly high: Expr | null;
}

/** A built-in that no name can hide (`date`, `years and months duration`), or whatever the expression gives. */
export type Callee = (Span & { readonly type: 'builtin'; readonly name: string }) | Expr;

export type Arguments =
  | { readonly named: false; readonly values: readonly Expr[] }
  | { readonly named: true; readonly values: readonly NamedArgument[] };
export type NamedArgument = Span & { readonly name: string; readonly value: Expr };

/** A type as it is written after `instance of` or behind a parameter. */
export type TypeName = Span &
  (
    | { readonly type: 'named'; readonly name: string }
    | { readonly type: 'list'; readonly of: TypeName }
    | { readonly type: 'context'; readonly entries: readonly { readonly name: string; readonly of: TypeName }[] }
    | { readonly type: 'function' }
  );

export type Tree =
  | { readonly mode: 'expression'; readonly root: Expr }
  /** `any`: the single dash, which every value passes. */
  | { readonly mode: 'unaryTests'; readonly tests: readonly Expr[]; readonly negated: boolean; readonly any: boolean };
