/** The operators of arithmetic on values (DMN 1.5, tables 55 to 57). What an operator does not take gives null. */
import type { ArithmeticOperator } from './ast.ts';
import type { Budget } from './budget.ts';
import { addDurations, between, isDuration, isMoment, ratio, scale, shift } from './temporal.ts';
import { FeelDuration } from './values.ts';

export type Arithmetic = (a: unknown, b: unknown, budget: Budget) => unknown;

type Operands = readonly [unknown, unknown];

/** Dates and durations are left to the calendar, which is paid for. */
function onCalendar([a, b]: Operands, budget: Budget, work: () => unknown): unknown {
  if (!isDuration(a) && !isDuration(b) && !isMoment(a)) return null;
  budget.spendCalendar();
  return work();
}

const add: Arithmetic = (a, b, budget) => {
  if (typeof a === 'number' && typeof b === 'number') return a + b;
  if (typeof a === 'string' && typeof b === 'string') {
    budget.spendText(a.length + b.length);
    return a + b;
  }
  return onCalendar([a, b], budget, () => {
    if (!isDuration(b)) return isDuration(a) && isMoment(b) ? shift(b, a, 1) : null;
    if (isMoment(a)) return shift(a, b, 1);
    return isDuration(a) ? addDurations(a, b, 1) : null;
  });
};

const subtract: Arithmetic = (a, b, budget) => {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return onCalendar([a, b], budget, () => {
    if (!isDuration(b)) return isMoment(a) && isMoment(b) ? between(a, b) : null;
    if (isMoment(a)) return shift(a, b, -1);
    return isDuration(a) ? addDurations(a, b, -1) : null;
  });
};

const multiply: Arithmetic = (a, b, budget) => {
  if (typeof a === 'number' && typeof b === 'number') return a * b;
  return onCalendar([a, b], budget, () => {
    if (isDuration(a)) return typeof b === 'number' ? scale(a, b) : null;
    return typeof a === 'number' && isDuration(b) ? scale(b, a) : null;
  });
};

const divide: Arithmetic = (a, b, budget) => {
  if (typeof b === 'number' && (b === 0 || Number.isNaN(b))) return null;
  if (typeof a === 'number' && typeof b === 'number') return a / b;
  return onCalendar([a, b], budget, () => {
    if (!isDuration(a)) return null;
    if (typeof b === 'number') return scale(a, 1 / b);
    return isDuration(b) ? ratio(a, b) : null;
  });
};

const raise: Arithmetic = (a, b) => (typeof a === 'number' && typeof b === 'number' ? a ** b : null);

export const ARITHMETIC: Readonly<Record<ArithmeticOperator, Arithmetic>> = {
  '+': add,
  '-': subtract,
  '*': multiply,
  '/': divide,
  '**': raise,
};

export function signed(operator: '+' | '-', value: unknown, budget: Budget): unknown {
  // From zero, so that there is no negative zero.
  if (typeof value === 'number') return operator === '-' ? 0 - value : 0 + value;
  if (!isDuration(value)) return null;
  budget.spendCalendar();
  return operator === '-' ? new FeelDuration(value.unwrap().negated(), value.yearsMonths) : value;
}
