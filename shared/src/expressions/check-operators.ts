/** Types of operators: what they give for what they take, or null where they take no such thing. */
import type { ArithmeticOperator } from './ast.ts';
import { isDurationType, nameOf, overlap } from './relations.ts';
import type { FeelType } from './types.ts';

const isMoment = (type: FeelType): boolean => type === 'date' || type === 'time' || type === 'date and time';
const unknown = (type: FeelType): boolean => type === 'any' || type === 'null';

/** A date moved by hours becomes a date and time. */
function moved(moment: FeelType, by: FeelType): FeelType {
  return moment === 'date' && by !== 'years and months duration' ? 'any' : moment;
}

/** Type of `left operator right`; null when no values of these types have a result. */
export function arithmeticType(operator: ArithmeticOperator, left: FeelType, right: FeelType): FeelType | null {
  if (nameOf(left) === 'list' || nameOf(right) === 'list') return null;
  if (unknown(left) && unknown(right)) return operator === '**' ? 'number' : 'any';
  if (unknown(left)) return guess(operator, right);
  if (unknown(right)) return guess(operator, left);
  if (left === 'number' && right === 'number') return 'number';
  switch (operator) {
    case '+':
      if (left === 'string' && right === 'string') return 'string';
      if (isDurationType(left) && isDurationType(right)) return left === right ? left : null;
      if (isMoment(left) && isDurationType(right)) return moved(left, right);
      return isDurationType(left) && isMoment(right) ? moved(right, left) : null;
    case '-':
      if (isDurationType(left) && isDurationType(right)) return left === right ? left : null;
      if (isMoment(left) && isDurationType(right)) return moved(left, right);
      return isMoment(left) && isMoment(right) && (left === 'time') === (right === 'time')
        ? 'days and time duration'
        : null;
    case '*':
      if (left === 'number' && isDurationType(right)) return right;
      return isDurationType(left) && right === 'number' ? left : null;
    case '/':
      if (isDurationType(left) && left === right) return 'number';
      return isDurationType(left) && right === 'number' ? left : null;
    case '**':
      return null;
  }
}

/** One side known: what the other has to be, if there is anything. */
function guess(operator: ArithmeticOperator, known: FeelType): FeelType | null {
  if (known === 'number') return operator === '*' || operator === '/' ? 'any' : 'number';
  if (operator === '**') return null;
  if (known === 'string') return operator === '+' ? 'string' : null;
  if (isDurationType(known)) return 'any';
  return isMoment(known) && (operator === '+' || operator === '-') ? 'any' : null;
}

export const signType = (type: FeelType): FeelType | null =>
  unknown(type) || type === 'number' || isDurationType(type) ? type : null;

/** A condition takes yes and no; nothing counts as no. */
export const isCondition = (type: FeelType): boolean => overlap(type, 'boolean');
