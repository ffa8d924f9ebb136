/**
 * Conditions hold or do not hold; there is no third answer. A comparison with nothing, or of different kinds of
 * values, does not hold (`ne` holds for nothing). A list of one element compares as that element. Sentences become
 * closures, once per condition object; only free text goes to the FEEL engine.
 */
import type { ComparisonClause, Condition } from '../document/index.ts';
import type { Value } from '../kernel/types.ts';
import { evaluateFeel, type ExpressionContext } from './feel.ts';

type Test = (context: ExpressionContext) => boolean;

const tests = new WeakMap<Condition, Test>();

export function evaluateCondition(condition: Condition, context: ExpressionContext): boolean {
  return testOf(condition)(context);
}

function testOf(condition: Condition): Test {
  const known = tests.get(condition);
  if (known) return known;
  const test = build(condition);
  tests.set(condition, test);
  return test;
}

function build(condition: Condition): Test {
  if (condition.type === 'feel') return (context) => evaluateFeel(condition.text, context) === true;
  if (condition.type === 'compare') {
    const { left } = condition;
    const test = comparison(condition);
    return left.type === 'field'
      ? (context) => test(context.field(left.id))
      : (context) => test(context.decision(left.node));
  }
  const parts = condition.of.map(build);
  return condition.type === 'all'
    ? (context) => parts.every((part) => part(context))
    : (context) => parts.some((part) => part(context));
}

function comparison({ op, right }: ComparisonClause): (value: Value | undefined) => boolean {
  if (op === 'filled') return (value) => !isEmpty(value);
  if (op === 'empty') return isEmpty;
  if (op === 'in') {
    const list: readonly unknown[] = Array.isArray(right) ? right : right === undefined ? [] : [right];
    return (value) =>
      isList(value) ? value.some((part) => list.includes(part)) : isPresent(value) && list.includes(value);
  }
  if (right === undefined || Array.isArray(right)) return () => false;
  if (op === 'contains') {
    return (value) => {
      if (isList(value)) return value.some((part) => part === right) || holdsText(single(value), right);
      return holdsText(value, right) || (isPresent(value) && value === right);
    };
  }
  if (op === 'eq') return (value) => single(value) === right;
  if (op === 'ne') {
    return (value) => {
      const one = single(value);
      return !isPresent(one) || (typeof one === typeof right && one !== right);
    };
  }
  return ordering(op, right);
}

function ordering(op: 'gt' | 'ge' | 'lt' | 'le', right: string | number | boolean): (value: unknown) => boolean {
  if (typeof right === 'boolean') return () => false;
  const holds = (a: string | number, b: string | number): boolean =>
    op === 'gt' ? a > b : op === 'ge' ? a >= b : op === 'lt' ? a < b : a <= b;
  return (value) => {
    if (typeof right === 'number') return typeof value === 'number' && holds(value, right);
    return typeof value === 'string' && holds(value, right);
  };
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const isPresent = (value: unknown): boolean => value !== undefined && value !== null;
const isEmpty = (value: unknown): boolean =>
  !isPresent(value) || single(value) === '' || (isList(value) && value.length === 0);
const single = (value: unknown): unknown => (isList(value) && value.length === 1 ? value[0] : value);
const holdsText = (value: unknown, part: unknown): boolean =>
  typeof value === 'string' && typeof part === 'string' && value.includes(part);
