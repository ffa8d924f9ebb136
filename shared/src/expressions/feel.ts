/**
 * Free FEEL over a case. A text is compiled once, over `form` and `steps`, and kept. One that cannot be read, or goes
 * over its limits, has the value null.
 */
import type { Value } from '../kernel/types.ts';
import { check } from './check.ts';
import { compileParsed, type FeelProgram } from './compile.ts';
import { parseFeel, type Parsed } from './parse.ts';
import type { FeelProblem } from './problem.ts';
import { readsOfFeel, type Reads } from './reads.ts';
import type { FeelType, FeelTypes } from './types.ts';
import { setEntry } from './values.ts';

/** What expressions may ask of a case. `decision` gives the outcome's id of the last time the step was done. */
export interface ExpressionContext {
  field(id: string): Value | undefined;
  decision(node: string): string | undefined;
}

export type FeelCheck =
  { readonly ok: true } | { readonly ok: false; readonly code: FeelProblem['code']; readonly position: number };

type Kept = { readonly program: FeelProgram; readonly reads: Reads } | { readonly problem: FeelProblem | undefined };

/** Characters of texts that are kept: what is made of them takes some hundred times as many bytes. */
const KEPT_CHARACTERS = 300_000;

class Store<T> {
  private readonly texts = new Map<string, T>();
  private characters = 0;

  get(text: string, make: (text: string) => T): T {
    const known = this.texts.get(text);
    if (known !== undefined) return known;
    const made = make(text);
    if (this.characters + text.length > KEPT_CHARACTERS) {
      this.texts.clear();
      this.characters = 0;
    }
    this.texts.set(text, made);
    this.characters += text.length;
    return made;
  }
}

/** A design is checked at every stroke of a key, and most of its texts are as they were. */
const trees = new Store<Parsed>();
const parsedOf = (text: string): Parsed => trees.get(text, (fresh) => parseFeel(fresh, 'expression'));

const programs = new Store<Kept>();
const keep = (text: string): Kept =>
  programs.get(text, (fresh) => {
    const compiled = compileParsed(parsedOf(fresh));
    return compiled.ok ? { program: compiled, reads: readsOfFeel(fresh) } : { problem: compiled.problems[0] };
  });

/** Can the text be read? Position counts characters from 0 to where it stops making sense. */
export function checkFeel(text: string): FeelCheck {
  const found = keep(text);
  if ('program' in found) return { ok: true };
  return { ok: false, code: found.problem?.code ?? 'syntax', position: found.problem?.from ?? 0 };
}

/** What is wrong with a text over `form` and `steps` of these types (see caseTypes), that is to give one of `expects`. */
export function feelProblems(text: string, names: FeelTypes, expects: readonly FeelType[]): readonly FeelProblem[] {
  const parsed = parsedOf(text);
  return parsed.ok ? check(parsed.tree, { names, expects, clock: false }).problems : [parsed.problem];
}

/** Value of a FEEL text; null when it has none. Numbers, texts, yes/no, lists, as FEEL gives them. */
export function evaluateFeel(text: string, context: ExpressionContext): unknown {
  const found = keep(text);
  if (!('program' in found)) return null;
  const { program, reads } = found;
  const form: Record<string, unknown> = {};
  for (const id of reads.fields) setEntry(form, id, context.field(id) ?? null);
  const steps: Record<string, unknown> = {};
  for (const id of reads.decisions) setEntry(steps, id, { outcome: context.decision(id) ?? null });
  const result = program.evaluate({ form, steps });
  return result.ok ? result.value : null;
}

/** A computed field's value in the form that the case stores: text, number, yes/no, list of texts, or null. */
export function computedValue(text: string, context: ExpressionContext): Value {
  const value = evaluateFeel(text, context);
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (Array.isArray(value) && value.every((part): part is string => typeof part === 'string')) return value;
  return value !== null && typeof value === 'object' && 'toString' in value && !Array.isArray(value)
    ? isoText(String(value))
    : null;
}

/** FEEL's dates print as ISO texts; other objects have no value here. */
const isoText = (text: string): string | null => (/^\d{4}-\d{2}-\d{2}/.test(text) ? text : null);
