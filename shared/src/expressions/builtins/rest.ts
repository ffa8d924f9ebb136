/**
 * The built-ins that are feelin's own: taken from it by name and given checked, counted arguments. Functions among
 * them pay from the budget of the evaluation that goes on.
 */
import { evaluate } from 'feelin';
import { FeelFailure, type Budget } from '../budget.ts';
import { bound } from '../functions.ts';
import { isMoment } from '../temporal.ts';
import type { FeelType } from '../types.ts';
import { admit, FeelFunction, isContext, isList } from '../values.ts';
import type { Builtin, Parameter, ParameterKind } from './builtin.ts';

type Theirs = (...args: unknown[]) => unknown;

interface Rest {
  readonly takes: readonly string[];
  readonly gives: FeelType;
}

const SAME_RANGES: Rest = { takes: ['range1: range', 'range2: range'], gives: 'boolean' };
const OF_DAY = (gives: FeelType): Rest => ({ takes: ['date: date time'], gives });
const OF_NUMBERS = (gives: FeelType): Rest => ({ takes: ['...list: number'], gives });

const REST: Readonly<Record<string, Rest>> = {
  date: { takes: ['year?: any', 'month?: number', 'day?: number', 'from?: any'], gives: 'date' },
  time: {
    takes: ['hour?: any', 'minute?: number', 'second?: number', 'offset?: any', 'from?: any'],
    gives: 'time',
  },
  'list replace': { takes: ['list: list', 'position?: any', 'newItem: any', 'match?: function'], gives: 'list' },
  'insert before': { takes: ['list: list', 'position: number', 'newItem?: any'], gives: 'list' },
  remove: { takes: ['list: list', 'position: number'], gives: 'list' },
  sort: { takes: ['list: list', 'precedes: function'], gives: 'list' },
  median: OF_NUMBERS('number'),
  stddev: OF_NUMBERS('number'),
  mode: OF_NUMBERS({ kind: 'list', of: 'number' }),
  before: { takes: ['a: any', 'b: any'], gives: 'boolean' },
  after: { takes: ['a: any', 'b: any'], gives: 'boolean' },
  meets: SAME_RANGES,
  'met by': SAME_RANGES,
  overlaps: SAME_RANGES,
  'day of year': OF_DAY('number'),
  'day of week': OF_DAY('string'),
  'month of year': OF_DAY('string'),
  'week of year': OF_DAY('number'),
  context: { takes: ['...entries: context'], gives: 'context' },
  'context merge': { takes: ['...contexts: context'], gives: 'context' },
  'context put': { takes: ['context: context', 'keys?: list', 'value: any', 'key?: string'], gives: 'context' },
};

export const THE_REST: readonly Builtin[] = Object.entries(REST).map(([name, { takes, gives }]) => {
  const { value } = evaluate(name);
  if (typeof value !== 'function') throw new Error(`Expected feelin to know ${name}`);
  return {
    name,
    parameters: takes.map(parameter),
    variadic: takes.at(-1)?.startsWith('...') === true,
    result: gives,
    call: (args, budget) => budget.valued(call(value as Theirs, args, budget), 'argumentType', name),
  };
});

function parameter(written: string): Parameter {
  const [name = '', kind = 'any'] = written.split(': ');
  return { name: name.replace(/[.?]/g, ''), kind: kind as ParameterKind, optional: name.endsWith('?') };
}

/** What feelin's own looking at the arguments takes, in steps. */
const A_CALL = 50;

function call(theirs: Theirs, args: readonly unknown[], budget: Budget): unknown {
  budget.spend(A_CALL);
  const given = args.map((value) => {
    if (isMoment(value)) budget.spendCalendar();
    budget.spend(1 + sizeOf(value));
    return value instanceof FeelFunction ? bound(value, budget) : value;
  });
  try {
    return admit(theirs(...given));
  } catch (error) {
    if (error instanceof FeelFailure) throw error;
    // What it does not take, and what it does not have, it throws.
    return null;
  }
}

const sizeOf = (value: unknown): number => {
  if (isList(value)) return value.length;
  return isContext(value) ? Object.keys(value).length : 1;
};
