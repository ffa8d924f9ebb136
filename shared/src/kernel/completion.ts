/**
 * Completion rules of `many`, by name and version. A released rule never changes; a new one gets a new version.
 * A rule gets the votes given so far and everyone who takes part, and says how the whole came out, or null while it
 * is open. A rule that may decide early does so as soon as nothing that is still open can change its answer.
 */
import type { CompletionParams, Outcome } from '../definition/types.ts';

export interface Vote {
  /** Outcome id. */
  readonly outcome: string;
  readonly weight: number;
}
export interface CompletionInput {
  readonly declared: readonly Outcome[];
  /** Of elements that are done, in the order in which they were done. */
  readonly votes: readonly Vote[];
  /** Weights of all elements of this round, done or not. */
  readonly weights: readonly number[];
  readonly params: CompletionParams;
}
export type CompletionRule = (input: CompletionInput) => Outcome | null;

const complete = ({ votes, weights }: CompletionInput): boolean => votes.length >= weights.length;
const taken = ({ declared, votes }: CompletionInput): Outcome[] =>
  declared.filter((outcome) => votes.some((vote) => vote.outcome === outcome.id));
const negativeOf = (outcomes: readonly Outcome[]): Outcome | undefined =>
  outcomes.find((outcome) => outcome.tone === 'negative');
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** Everyone is done: a negative outcome wins, otherwise the first declared one among those chosen. */
const all1: CompletionRule = (input) => {
  if (!complete(input)) return null;
  const chosen = taken(input);
  return negativeOf(chosen) ?? chosen[0] ?? input.declared[0] ?? null;
};

/** 或签: the first who is done decides for all. */
const any1: CompletionRule = ({ declared, votes }) =>
  declared.find((outcome) => outcome.id === votes[0]?.outcome) ?? null;

/** One negative outcome ends it at once; else when everyone is done. */
const firstRejection1: CompletionRule = (input) => negativeOf(taken(input)) ?? all1(input);

/** Results are shown as they come, nobody's decides for the others: the first declared one among those chosen. */
const arrive1: CompletionRule = (input) => (complete(input) ? (taken(input)[0] ?? input.declared[0] ?? null) : null);

/**
 * n of m: n outcomes that are not negative pass (the first declared among them); when so many are negative that n
 * cannot be reached any more, the negative one. Without a negative outcome to choose, n of any kind.
 */
const atLeast1: CompletionRule = (input) => {
  const n = input.params.n ?? input.weights.length;
  return byShare({ ...input, votes: input.votes.map((vote) => ({ ...vote, weight: 1 })) }, n, input.weights.length);
};

/** 票签: as n of m, by weight: `threshold` is the share of all weights that must not be negative. */
const vote1: CompletionRule = (input) => {
  const all = sum(input.weights);
  return byShare(input, all * (input.params.threshold ?? 1), all);
};

/** Rounding of shares like 2/3 must not ask for a vote more than there are. */
const EPSILON = 1e-9;

function byShare(input: CompletionInput, needed: number, all: number): Outcome | null {
  const { declared, votes } = input;
  const toneOf = (id: string): Outcome['tone'] => declared.find((outcome) => outcome.id === id)?.tone ?? 'neutral';
  const against = sum(votes.filter((vote) => toneOf(vote.outcome) === 'negative').map((vote) => vote.weight));
  const given = sum(votes.map((vote) => vote.weight));
  const chosen = taken(input);
  const positive = chosen.filter((outcome) => outcome.tone !== 'negative');
  if (given - against >= needed - EPSILON && positive[0]) return positive[0];
  if (all - against < needed - EPSILON) return negativeOf(chosen) ?? null;
  return complete(input) ? all1(input) : null;
}

/** 一审一核、报批: a negative outcome at any level is the outcome; else that of the last level. */
const levels1: CompletionRule = (input) => {
  const refused = negativeOf(taken(input));
  if (refused) return refused;
  if (!complete(input)) return null;
  const last = input.votes.at(-1)?.outcome;
  return input.declared.find((outcome) => outcome.id === last) ?? input.declared[0] ?? null;
};

const rules: Readonly<Record<string, CompletionRule>> = {
  'all@1': all1,
  'any@1': any1,
  'firstRejection@1': firstRejection1,
  'arrive@1': arrive1,
  'atLeast@1': atLeast1,
  'vote@1': vote1,
  'levels@1': levels1,
};

export function completionRule(name: string): CompletionRule {
  const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
  if (!rule) throw new Error(`Expected a completion rule of ${Object.keys(rules).join(', ')} but found "${name}"`);
  return rule;
}
