/**
 * One expression, evaluated again and again with other values each time: ours, compiled once, beside feelin as its
 * users call it, text and context. What both give is summed, so that nothing of it can be left out, and compared.
 */
import { compileFeel } from '@tongban/shared/expressions';
import { evaluate } from 'feelin';
import { type Bench, perSecond } from './bench.ts';

const TEXT = 'if a > 5 and b = "x" then c * 2 else d';
const OURS = 2_000_000;
const THEIRS = 4_000;

interface Values extends Record<string, unknown> {
  readonly a: number;
  readonly b: string;
  readonly c: number;
  readonly d: number;
}

/** Values so that both ways are taken; fresh objects, as each evaluation of a case has its own. */
const values = (i: number): Values => ({ a: i % 11, b: i % 3 === 0 ? 'x' : 'y', c: i, d: i % 7 });

export const expressionsClosure: Bench = {
  name: 'expressions.closure',
  unit: 'evaluations/s',
  yardstick: 'feelin, evaluate(text, context)',
  bar: 100,
  rounds: 5,
  start() {
    const compiled = compileFeel(TEXT);
    if (!compiled.ok) throw new Error('expected the expression to compile');
    const ours = (context: Values): number => {
      const result = compiled.evaluate(context);
      return result.ok ? (result.value as number) : Number.NaN;
    };
    const theirs = (context: Values): number => evaluate(TEXT, context).value as number;
    const sum = (count: number, one: (context: Values) => number): number => {
      let total = 0;
      for (let i = 0; i < count; i += 1) total += one(values(i));
      return total;
    };
    const expected = new Map([OURS, THEIRS].map((count) => [count, sum(count, byHand)]));
    const run = (count: number, one: (context: Values) => number): Promise<number> =>
      perSecond(count, () => {
        const total = sum(count, one);
        if (total !== expected.get(count)) throw new Error(`wrong sum: ${total}`);
      });
    return Promise.resolve({
      ours: () => run(OURS, ours),
      yardstick: () => run(THEIRS, theirs),
      stop: () => Promise.resolve(),
    });
  },
};

const byHand = ({ a, b, c, d }: Values): number => (a > 5 && b === 'x' ? c * 2 : d);
