/** Functions of lists (DMN 1.5, 10.3.4.4). Positions count from 1, negative ones from the end. */
import { equals } from '../compare.ts';
import type { Budget } from '../budget.ts';
import { isList, kindOf } from '../values.ts';
import { builtin, listBuiltin, type Builtin } from './builtin.ts';

type List = readonly unknown[];
const LIST = 'list';

/** Each kept once, where it comes first. */
function distinct(lists: readonly List[], budget: Budget): unknown[] {
  const found: unknown[] = [];
  const plain = new Set<unknown>();
  const others: unknown[] = [];
  for (const list of lists) {
    for (const value of list) {
      const among = isPlain(value) ? others : found;
      budget.spend(1 + among.length);
      if (plain.has(value) || among.some((one) => equals(value, one, budget) === true)) continue;
      (isPlain(value) ? plain : { add: (one: unknown) => others.push(one) }).add(value);
      found.push(value);
    }
  }
  return found;
}

/** Equal when identical. */
function isPlain(value: unknown): boolean {
  const kind = kindOf(value);
  return kind === 'string' || kind === 'boolean' || kind === 'null' || (kind === 'number' && !Number.isNaN(value));
}

/** Values that contain each other are met as often as they occur. */
function flattened(list: List, budget: Budget): unknown[] {
  const found: unknown[] = [];
  const open: { readonly list: List; next: number }[] = [{ list, next: 0 }];
  for (let at = open.at(-1); at; at = open.at(-1)) {
    budget.spend(1);
    const element = at.list[at.next];
    at.next += 1;
    if (at.next > at.list.length) open.pop();
    else if (isList(element)) open.push({ list: element, next: 0 });
    else found.push(element);
  }
  return found;
}

/** Yes or no when one of them decides, null when something else is among the rest. */
const decided =
  (deciding: boolean) =>
  (list: List): boolean | null => {
    if (list.includes(deciding)) return deciding;
    return list.every((value) => typeof value === 'boolean') ? !deciding : null;
  };

const total = (list: readonly number[]): number | null =>
  list.length === 0 ? null : list.reduce((sum, value) => sum + value);

const NUMBER = { gives: 'number' } as const;
const BOOLEAN = { gives: 'boolean' } as const;
const A_LIST = { gives: LIST } as const;

const paid = (list: List, budget: Budget): List => {
  budget.spend(1 + list.length);
  return list;
};

export const LISTS: readonly Builtin[] = [
  builtin<readonly [List, unknown]>('list contains', {
    takes: ['list: list', 'element?: any'],
    ...BOOLEAN,
    does: ([list, element], budget) => paid(list, budget).some((one) => one === element),
  }),
  builtin<readonly [List]>('count', { takes: ['list: list'], ...NUMBER, does: ([list]) => list.length }),
  listBuiltin<number>('min', 'number', {
    ...NUMBER,
    does: (list) => (list.length === 0 ? null : list.reduce((a, b) => Math.min(a, b))),
  }),
  listBuiltin<number>('max', 'number', {
    ...NUMBER,
    does: (list) => (list.length === 0 ? null : list.reduce((a, b) => Math.max(a, b))),
  }),
  listBuiltin<number>('sum', 'number', { ...NUMBER, does: total }),
  listBuiltin<number>('mean', 'number', {
    ...NUMBER,
    does: (list) => {
      const sum = total(list);
      return sum === null ? null : sum / list.length;
    },
  }),
  listBuiltin<number>('product', 'number', {
    ...NUMBER,
    does: (list) => (list.length === 0 ? null : list.reduce((a, b) => a * b, 1)),
  }),
  listBuiltin<unknown>('all', 'any', { ...BOOLEAN, does: decided(false) }),
  listBuiltin<unknown>('any', 'any', { ...BOOLEAN, does: decided(true) }),
  builtin<readonly [List, number, number | null | undefined]>('sublist', {
    takes: ['list: list', 'start: number', 'length?: number'],
    ...A_LIST,
    does: ([list, start, length], budget) => {
      const from = start < 0 ? list.length + start : start - 1;
      const all = paid(list, budget);
      return length === undefined ? all.slice(from) : all.slice(from, from + (length ?? 0));
    },
  }),
  {
    name: 'append',
    parameters: [
      { name: 'list', kind: LIST, optional: false },
      { name: 'item', kind: 'any', optional: true },
    ],
    variadic: true,
    result: LIST,
    call: ([list, ...items], budget) => {
      if (list === undefined || list === null) return null;
      const all = isList(list) ? list : [list];
      budget.spend(1 + all.length + items.length);
      return [...all, ...items];
    },
  },
  {
    name: 'concatenate',
    parameters: [{ name: 'list', kind: 'any', optional: false }],
    variadic: true,
    result: LIST,
    call: (args, budget) => {
      if (args.length === 0) return null;
      const found: unknown[] = [];
      for (const value of args) {
        const list = isList(value) ? paid(value, budget) : [value];
        for (const element of list) found.push(element);
      }
      return found;
    },
  },
  builtin<readonly [List]>('reverse', {
    takes: ['list: list'],
    ...A_LIST,
    does: ([list], budget) => paid(list, budget).slice().reverse(),
  }),
  builtin<readonly [List, unknown]>('index of', {
    takes: ['list: list', 'match: any'],
    gives: { kind: 'list', of: 'number' },
    does: ([list, match], budget) => paid(list, budget).flatMap((one, index) => (one === match ? [index + 1] : [])),
  }),
  listBuiltin<List>('union', LIST, { ...A_LIST, does: distinct }),
  builtin<readonly [List]>('distinct values', {
    takes: ['list: list'],
    ...A_LIST,
    does: ([list], budget) => distinct([list], budget),
  }),
  builtin<readonly [List]>('flatten', {
    takes: ['list: list'],
    ...A_LIST,
    does: ([list], budget) => flattened(list, budget),
  }),
];
