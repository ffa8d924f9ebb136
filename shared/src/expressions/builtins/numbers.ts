/** Functions of numbers (DMN 1.5, 10.3.4.5). Numbers are IEEE doubles, as they are wherever this runs. */
import { isDuration } from '../temporal.ts';
import { FeelDuration } from '../values.ts';
import { builtin } from './builtin.ts';

type Round = (n: number) => number;

/** To `scale` decimals; a number too large to have that many stays. */
function rounded(round: Round, n: number, scale: number): number {
  const result = round(n * 10 ** scale) / 10 ** scale;
  return Number.isNaN(result) ? n : result;
}

/** Halves go to the even neighbour. */
const halfEven: Round = (n) => {
  const below = Math.floor(n);
  if (n - below !== 0.5) return Math.round(n);
  return below % 2 === 0 ? below : below + 1;
};

const awayFromZero: Round = (n) => (n > 0 ? Math.ceil(n) : Math.floor(n));
const towardsZero: Round = (n) => (n > 0 ? Math.floor(n) : Math.ceil(n));
/** Halves by `half`, everything else to the nearest. */
const nearest =
  (half: Round): Round =>
  (n) =>
    Math.abs(n % 1) === 0.5 ? half(n) : Math.round(n);

const rounding = (name: string, round: Round) =>
  builtin<readonly [number, number]>(name, {
    takes: ['n: number', 'scale: number'],
    gives: 'number',
    does: ([n, scale]) => rounded(round, n, scale),
  });

/** To whole numbers, or to `scale` decimals. */
const whole = (name: string, round: Round) =>
  builtin<readonly [number, number | null | undefined]>(name, {
    takes: ['n: number', 'scale?: number'],
    gives: 'number',
    does: ([n, scale]) => {
      if (scale === null) return null;
      const factor = 10 ** (scale ?? 0);
      return round(n * factor) / factor;
    },
  });

const of = (name: string, does: (n: number) => number | null) =>
  builtin<readonly [number]>(name, { takes: ['number: number'], gives: 'number', does: ([n]) => does(n) });

const parity = (name: string, rest: 0 | 1) =>
  builtin<readonly [number]>(name, {
    takes: ['number: number'],
    gives: 'boolean',
    does: ([n]) => Math.abs(n) % 2 === rest,
  });

/** Nine decimals: what remains after a division carries its rounding errors. */
const REMAINDER_PRECISION = 1e9;

export const NUMBERS = [
  rounding('decimal', halfEven),
  rounding('round up', awayFromZero),
  rounding('round down', towardsZero),
  rounding('round half up', nearest(awayFromZero)),
  rounding('round half down', nearest(towardsZero)),
  whole('floor', Math.floor),
  whole('ceiling', Math.ceil),
  builtin<readonly [unknown]>('abs', {
    takes: ['n: any'],
    gives: 'any',
    does: ([value], budget) => {
      if (typeof value === 'number') return Math.abs(value);
      budget.spendCalendar();
      return isDuration(value) ? magnitude(value) : null;
    },
  }),
  builtin<readonly [number, number]>('modulo', {
    takes: ['dividend: number', 'divisor: number'],
    gives: 'number',
    does: ([dividend, divisor]) => {
      if (divisor === 0 || Number.isNaN(divisor)) return null;
      const remainder = ((dividend % divisor) + divisor) % divisor;
      return Math.round(remainder * REMAINDER_PRECISION) / REMAINDER_PRECISION;
    },
  }),
  of('sqrt', (n) => (n < 0 ? null : Math.sqrt(n))),
  of('log', (n) => (n <= 0 ? null : Math.log(n))),
  of('exp', Math.exp),
  parity('odd', 1),
  parity('even', 0),
];

const magnitude = (duration: FeelDuration): FeelDuration =>
  new FeelDuration(duration.unwrap().abs(), duration.yearsMonths);
