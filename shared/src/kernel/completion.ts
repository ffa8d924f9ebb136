/**
 * Completion rules of `many`, by name and version. A released rule never changes; a new one gets a new version.
 * A rule gets the outcomes chosen so far and says how the whole came out, or null while it is open.
 */
import type { Outcome } from '../definition/types.ts';

export interface CompletionInput {
  readonly declared: readonly Outcome[];
  /** Outcome id per element that is done. */
  readonly chosen: readonly string[];
  /** Elements of this round. */
  readonly expected: number;
}
export type CompletionRule = (input: CompletionInput) => Outcome | null;

/** Everyone is done: a negative outcome wins, otherwise the first declared one among those chosen. */
const all1: CompletionRule = ({ declared, chosen, expected }) => {
  if (chosen.length < expected) return null;
  const taken = declared.filter((outcome) => chosen.includes(outcome.id));
  return taken.find((outcome) => outcome.tone === 'negative') ?? taken[0] ?? declared[0] ?? null;
};

const rules: Readonly<Record<string, CompletionRule>> = { 'all@1': all1 };

export function completionRule(name: string): CompletionRule {
  const rule = rules[name];
  if (!rule) throw new Error(`Expected a completion rule of ${Object.keys(rules).join(', ')} but found "${name}"`);
  return rule;
}
