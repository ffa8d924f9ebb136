/** Filters, for, some and every. Each round is paid for before it is made, by the size of what is evaluated. */
import type { ExprOf, Source } from './ast.ts';
import type { Budget } from './budget.ts';
import type { Compiler } from './closures.ts';
import { passes } from './compare.ts';
import { holds, type Compiled } from './compiled.ts';
import { bind, NOTHING, type Code, type Frame, type Scope } from './frames.ts';
import { FeelRange, isList, isNil, Test } from './values.ts';

export function compileFilter(compiler: Compiler, { target, by }: ExprOf<'filter'>, scope: Scope | null): Compiled {
  const of = compiler.code(target, scope);
  const filter = compiler.measured(by, bind(null, scope));
  const select = selectionOf(filter);
  return {
    code: (frame, budget) => {
      const value = of(frame, budget);
      return isNil(value) ? null : select(value, frame, budget);
    },
    tag: 'any',
  };
}

type Selection = (value: unknown, frame: Frame, budget: Budget) => unknown;

function selectionOf({ code, tag, parts }: Compiled & { readonly parts: number }): Selection {
  const asked = (frame: Frame, budget: Budget): unknown => {
    budget.spend(parts);
    return code({ value: NOTHING, up: frame }, budget);
  };
  const kept = (list: readonly unknown[], frame: Frame, budget: Budget): unknown[] =>
    list.filter((element) => {
      budget.spend(parts);
      const result = code({ value: element, up: frame }, budget);
      return (
        (result instanceof FeelRange || result instanceof Test ? passes(result, element, budget) : result) === true
      );
    });
  switch (tag) {
    case 'number':
    case 'boolean':
    case 'any':
      return (value, frame, budget) => {
        const list = isList(value) ? value : [value];
        const result = asked(frame, budget);
        if (typeof result === 'number') return at(list, result);
        if (tag === 'boolean') return result === true ? value : [];
        // Without an element it is no position: it is asked of each.
        const found = kept(list, frame, budget);
        return result === true && found.length === list.length ? value : found;
      };
    case 'test':
      return (value, frame, budget) => kept(isList(value) ? value : [value], frame, budget);
    case 'string':
      return (value, frame, budget) => {
        const list = isList(value) ? value : [value];
        const result = asked(frame, budget);
        budget.spend(list.length);
        return list.filter((element) => element === result);
      };
    default:
      return () => null;
  }
}

/** Positions count from 1, negative ones from the end. */
const at = (list: readonly unknown[], position: number): unknown =>
  list[position < 0 ? list.length + position : position - 1] ?? null;

interface Walk {
  /** A frame for every combination of the sources' elements; null when a source is none. */
  readonly frames: (frame: Frame, budget: Budget) => Frame[] | null;
  readonly scope: Scope | null;
}

function compileSources(compiler: Compiler, sources: readonly Source[], scope: Scope | null): Walk {
  let inner = scope;
  const codes = sources.map(({ name, of, high }) => {
    const { code, parts } = compiler.measured(of, inner);
    const end = high && compiler.code(high, inner);
    inner = bind(name, inner);
    return { elements: end ? counted(code, end) : walked(code), parts };
  });
  return {
    scope: inner,
    frames: (frame, budget) => {
      let frames: Frame[] = [frame];
      for (const { elements, parts } of codes) {
        const next: Frame[] = [];
        for (const up of frames) {
          budget.spend(parts);
          const list = elements(up, budget);
          if (list === null) return budget.fault('notAList');
          budget.spend(list.length);
          for (const value of list) next.push({ value, up });
        }
        frames = next;
      }
      return frames;
    },
  };
}

type Elements = (frame: Frame, budget: Budget) => readonly unknown[] | null;

function walked(code: Code): Elements {
  return (frame, budget) => {
    const value = code(frame, budget);
    if (isList(value)) return value;
    return value instanceof FeelRange ? elementsOf(value, budget) : null;
  };
}

const counted =
  (low: Code, high: Code): Elements =>
  (frame, budget) => {
    const [from, to] = [low(frame, budget), high(frame, budget)];
    if (isNil(to)) return isList(from) ? from : null;
    return typeof from === 'number' && typeof to === 'number'
      ? numbers({ from, to }, budget)
      : letters({ from, to, fromIn: true, toIn: true });
  };

/** The whole steps of a range of numbers, or its letters; other ranges are not walked. */
function elementsOf(range: FeelRange, budget: Budget): readonly unknown[] | null {
  const { start, end } = range as { readonly start: unknown; readonly end: unknown };
  if (start === null && end === null) return [];
  const [fromIn, toIn] = [range['start included'], range['end included']];
  if (typeof start !== 'number' || typeof end !== 'number') return letters({ from: start, to: end, fromIn, toIn });
  const all = numbers({ from: start, to: end }, budget);
  return all.filter((n) => (fromIn || n !== start) && (toIn || n !== end));
}

function numbers({ from, to }: { readonly from: number; readonly to: number }, budget: Budget): number[] {
  const step = from > to ? -1 : 1;
  const found: number[] = [];
  for (let n = from; step > 0 ? n <= to : n >= to; n += step) {
    budget.spend(1);
    found.push(n);
  }
  return found;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

interface LetterRange {
  readonly from: unknown;
  readonly to: unknown;
  readonly fromIn: boolean;
  readonly toIn: boolean;
}

function letters({ from, to, fromIn, toIn }: LetterRange): string[] | null {
  if (typeof from !== 'string' || typeof to !== 'string' || from.length !== 1 || to.length !== 1) return null;
  const [start, end] = [LETTERS.indexOf(from), LETTERS.indexOf(to)];
  if (start < 0 || end < 0) return null;
  const step = start > end ? -1 : 1;
  const [first, last] = [fromIn ? start : start + step, toIn ? end : end - step];
  return Array.from(LETTERS.slice(Math.min(first, last), Math.max(first, last) + 1));
}

export function compileFor(compiler: Compiler, { sources, body }: ExprOf<'for'>, scope: Scope | null): Compiled {
  const { frames, scope: inner } = compileSources(compiler, sources, scope);
  const { code, parts } = compiler.measured(body, { name: 'partial', growing: true, up: inner });
  return {
    code: (frame, budget) => {
      const rounds = frames(frame, budget);
      if (rounds === null) return null;
      const results: unknown[] = [];
      for (const up of rounds) {
        budget.spend(parts);
        results.push(code({ value: results, up }, budget));
      }
      return results;
    },
    tag: 'other',
  };
}

export function compileQuantified(compiler: Compiler, expr: ExprOf<'quantified'>, scope: Scope | null): Compiled {
  const { frames, scope: inner } = compileSources(compiler, expr.sources, scope);
  const { code, parts } = compiler.measured(expr.test, inner);
  return {
    code: (frame, budget) => {
      const rounds = frames(frame, budget);
      if (rounds === null) return null;
      const passed = (up: Frame): boolean => {
        budget.spend(parts);
        return holds(code(up, budget));
      };
      return expr.some ? rounds.some(passed) : rounds.every(passed);
    },
    tag: 'test',
  };
}
