/**
 * What the rules that matched amount to (DMN 1.3, 8.2.10 and 8.2.11). Pure over values; no FEEL text in here.
 *
 * One result (U, A, P, F) is a row of values, one per output; several (R, O, C) are rows; an aggregation makes one
 * value of the rows. No match: the default outputs, if the table has any; else no row (null), no rows, a count of 0.
 */
import type { Aggregation, HitPolicy } from './schema.ts';
import { compareFeelValues, sameFeelValue } from './values.ts';

export interface PolicyOutput {
  /** The allowed values in order of priority; null where the table lists none. */
  readonly priorities: readonly unknown[] | null;
}

export interface Policy {
  readonly hitPolicy: HitPolicy;
  readonly aggregation: Aggregation;
  readonly outputs: readonly PolicyOutput[];
}

/** A rule that matched, with the values of its entries in the order of the outputs. */
export interface Hit {
  readonly rule: string;
  readonly values: readonly unknown[];
}

/** Rows that count, and the rules they come from in that order. */
export type Outcome =
  | { readonly kind: 'one'; readonly row: readonly unknown[] | null; readonly rules: readonly string[] }
  | { readonly kind: 'many'; readonly rows: readonly (readonly unknown[])[]; readonly rules: readonly string[] }
  | { readonly kind: 'aggregate'; readonly value: unknown; readonly rules: readonly string[] };

export const POLICY_FAULTS = ['severalRules', 'rulesDiffer', 'outputNotAllowed', 'notAggregable'] as const;
/**
 * severalRules: unique, and more than one matches. rulesDiffer: any, and the rows are not the same.
 * outputNotAllowed: a value outside the output's list, which therefore has no priority.
 * notAggregable: sum of what is no number, least or greatest of what cannot be compared.
 */
export type PolicyFault = (typeof POLICY_FAULTS)[number];

export type PolicyResult =
  | { readonly ok: true; readonly outcome: Outcome }
  | { readonly ok: false; readonly code: PolicyFault; readonly rules: readonly string[] };

/** `fallback`: the default row, null where the table has none. */
export function applyHitPolicy(
  policy: Policy,
  hits: readonly Hit[],
  fallback: readonly unknown[] | null,
): PolicyResult {
  const fault = (code: PolicyFault): PolicyResult => ({ ok: false, code, rules: ruleIds(hits) });
  if (hits.length === 0) return { ok: true, outcome: nothingMatched(policy, fallback) };
  const one = ({ values, rule }: Hit, rules = [rule]): PolicyResult => ({
    ok: true,
    outcome: { kind: 'one', row: values, rules },
  });
  const many = (rows: readonly Hit[]): PolicyResult => ({
    ok: true,
    outcome: { kind: 'many', rows: rows.map(({ values }) => values), rules: ruleIds(rows) },
  });
  const [first] = hits as readonly [Hit];
  switch (policy.hitPolicy) {
    case 'unique':
      return hits.length > 1 ? fault('severalRules') : one(first);
    case 'any':
      return hits.every(({ values }) => sameRow(values, first.values))
        ? one(first, ruleIds(hits))
        : fault('rulesDiffer');
    case 'first':
      return one(first);
    case 'ruleOrder':
      return many(hits);
    case 'priority':
    case 'outputOrder': {
      const ranked = byPriority(policy.outputs, hits);
      if (!ranked) return fault('outputNotAllowed');
      return policy.hitPolicy === 'priority' ? one(ranked[0] as Hit) : many(ranked);
    }
    case 'collect': {
      if (policy.aggregation === 'list') return many(hits);
      const value = aggregate(
        policy.aggregation,
        hits.map(({ values }) => values[0]),
      );
      if (value === undefined) return fault('notAggregable');
      return { ok: true, outcome: { kind: 'aggregate', value, rules: ruleIds(hits) } };
    }
  }
}

const ruleIds = (hits: readonly Hit[]): string[] => hits.map(({ rule }) => rule);

const sameRow = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.every((value, at) => sameFeelValue(value, b[at]));

export const givesList = ({ hitPolicy, aggregation }: Pick<Policy, 'hitPolicy' | 'aggregation'>): boolean =>
  hitPolicy === 'ruleOrder' || hitPolicy === 'outputOrder' || (hitPolicy === 'collect' && aggregation === 'list');

function nothingMatched(policy: Policy, fallback: readonly unknown[] | null): Outcome {
  if (givesList(policy)) return { kind: 'many', rows: fallback ? [fallback] : [], rules: [] };
  if (policy.hitPolicy !== 'collect') return { kind: 'one', row: fallback, rules: [] };
  const none = policy.aggregation === 'count' ? 0 : null;
  return { kind: 'aggregate', value: fallback ? (fallback[0] ?? null) : none, rules: [] };
}

/**
 * The hits, highest priority first: by the first output that lists values, then by the next. Equal ones keep the order
 * of the rules. Null when a value has no place in its list.
 */
function byPriority(outputs: readonly PolicyOutput[], hits: readonly Hit[]): readonly Hit[] | null {
  const ranked: { readonly hit: Hit; readonly ranks: readonly number[] }[] = [];
  for (const hit of hits) {
    const ranks = outputs.flatMap(({ priorities }, at) =>
      priorities ? [priorities.findIndex((value) => sameFeelValue(value, hit.values[at]))] : [],
    );
    if (ranks.includes(-1)) return null;
    ranked.push({ hit, ranks });
  }
  ranked.sort((a, b) => {
    const at = a.ranks.findIndex((rank, index) => rank !== b.ranks[index]);
    return at < 0 ? 0 : (a.ranks[at] ?? 0) - (b.ranks[at] ?? 0);
  });
  return ranked.map(({ hit }) => hit);
}

/** undefined: cannot be aggregated. */
function aggregate(how: Exclude<Aggregation, 'list'>, values: readonly unknown[]): unknown {
  if (how === 'count') return values.length;
  if (how === 'sum') {
    let sum = 0;
    for (const value of values) {
      if (typeof value !== 'number') return undefined;
      sum += value;
    }
    return sum;
  }
  let best: unknown = values[0];
  if (compareFeelValues(best, best) === undefined) return undefined;
  for (const value of values.slice(1)) {
    const order = compareFeelValues(value, best);
    if (order === undefined) return undefined;
    if (how === 'min' ? order < 0 : order > 0) best = value;
  }
  return best;
}
