/** The operators of arithmetic on values (DMN 1.5, tables 55 to 57). What an operator does not take gives null. */
import type { ArithmeticOperator } from './ast.ts';
import type { Budget } from './budget.ts';
import { addDurations, between, isDuration, isMoment, ratio, scale, shift } from './temporal.ts';
import { FeelDuration } from './values.ts';

export type Arithmetic = (a: unknown, b: unknown, budget: Budget) => unknown;

const add: Arithmetic = (a, b, budget) => {
  if (typeof a === 'number' && typeof b === 'number') return a + b;
  if (typeof a === 'string' && typeof b === 'string') {
    budget.spendText(a.length + b.length);
    return a + b;
  }
  if (isDuration(b)) {
    if (isMoment(a)) return shift(a, b, 1);
    return isDuration(a) ? addDurations(a, b, 1) : null;
  }
  return isDuration(a) && isMoment(b) ? shift(b, a, 1) : null;
};

const subtract: Arithmetic = (a, b) => {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (isDuration(b)) {
    if (isMoment(a)) return shift(a, b, -1);
    return isDuration(a) ? addDurations(a, b, -1) : null;
  }
  return isMoment(a) && isMoment(b) ? between(a, b) : null;
};

const multiply: Arithmetic = (a, b) => {
  if (typeof a === 'number') return typeof b === 'number' ? a * b : isDuration(b) ? scale(b, a) : null;
  return isDuration(a) && typeof b === 'number' ? scale(a, b) : null;
};

const divide: Arithmetic = (a, b) => {
  if (typeof b === 'number') {
    if (b === 0 || Number.isNaN(b)) return null;
    return typeof a === 'number' ? a / b : isDuration(a) ? scale(a, 1 / b) : null;
  }
  return isDuration(a) && isDuration(b) ? ratio(a, b) : null;
};

const raise: Arithmetic = (a, b) => (typeof a === 'number' && typeof b === 'number' ? a ** b : null);

export const ARITHMETIC: Readonly<Record<ArithmeticOperator, Arithmetic>> = {
  '+': add,
  '-': subtract,
  '*': multiply,
  '/': divide,
  '**': raise,
};

export function signed(operator: '+' | '-', value: unknown): unknown {
  // From zero, so that there is no negative zero.
  if (typeof value === 'number') return operator === '-' ? 0 - value : 0 + value;
  if (!isDuration(value)) return null;
  return operator === '-' ? new FeelDuration(value.unwrap().negated(), value.yearsMonths) : value;
}
