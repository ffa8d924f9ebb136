/**
 * Free FEEL behind one door. A text is parsed once: it becomes the body of a FEEL function of `form` and `steps`,
 * and the function is kept. A text that cannot be parsed, or fails while it runs, has the value null.
 */
import { FeelFunction, SyntaxError as FeelSyntaxError, evaluate } from 'feelin';
import type { Value } from '../kernel/types.ts';
import { readsOfFeel, type Reads } from './reads.ts';

/** What expressions may ask of a case. `decision` gives the outcome's id of the last time the step was done. */
export interface ExpressionContext {
  field(id: string): Value | undefined;
  decision(node: string): string | undefined;
}

export type FeelCheck =
  { readonly ok: true } | { readonly ok: false; readonly code: 'syntax'; readonly position: number };

type Parsed = { readonly run: FeelFunction; readonly reads: Reads } | { readonly error: number };

const PREFIX = 'function(form, steps) ';
const CACHE_SIZE = 2000;
const cache = new Map<string, Parsed>();

/** Position counts characters from 0 to where the text stops making sense. */
export function checkFeel(text: string): FeelCheck {
  const parsed = parse(text);
  return 'run' in parsed ? { ok: true } : { ok: false, code: 'syntax', position: parsed.error };
}

/** Value of a FEEL text; null when it has none. Numbers, texts, yes/no, lists, as FEEL gives them. */
export function evaluateFeel(text: string, context: ExpressionContext): unknown {
  const parsed = parse(text);
  if (!('run' in parsed)) return null;
  const form: Record<string, unknown> = {};
  for (const id of parsed.reads.fields) form[id] = context.field(id) ?? null;
  const steps: Record<string, unknown> = {};
  for (const id of parsed.reads.decisions) steps[id] = { outcome: context.decision(id) ?? null };
  try {
    const value: unknown = parsed.run.invoke([form, steps]);
    return value ?? null;
  } catch {
    // Data of a kind that the expression did not expect: no value, as FEEL says of errors.
    return null;
  }
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

function parse(text: string): Parsed {
  const known = cache.get(text);
  if (known) return known;
  const parsed = parseFresh(text);
  if (cache.size >= CACHE_SIZE) cache.clear();
  cache.set(text, parsed);
  return parsed;
}

function parseFresh(text: string): Parsed {
  if (text.trim() === '') return { error: 0 };
  try {
    const { value } = evaluate(PREFIX + text);
    return value instanceof FeelFunction ? { run: value, reads: readsOfFeel(text) } : { error: 0 };
  } catch (error) {
    if (!(error instanceof FeelSyntaxError)) throw error;
    return { error: Math.max(0, Math.min(text.length, error.position.from - PREFIX.length)) };
  }
}
