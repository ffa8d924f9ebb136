/** What a condition or a FEEL text reads: field ids, and steps whose decision it asks for. */
import type { Condition } from '../document/index.ts';

export interface Reads {
  readonly fields: readonly string[];
  readonly decisions: readonly string[];
}

/** Each id once, in order of first appearance. */
export function readsOf(condition: Condition): Reads {
  const fields = new Set<string>();
  const decisions = new Set<string>();
  collect(condition, fields, decisions);
  return { fields: [...fields], decisions: [...decisions] };
}

export function readsOfFeel(text: string): Reads {
  return readsOf({ type: 'feel', text });
}

function collect(condition: Condition, fields: Set<string>, decisions: Set<string>): void {
  if (condition.type === 'compare') {
    if (condition.left.type === 'field') fields.add(condition.left.id);
    else decisions.add(condition.left.node);
  } else if (condition.type === 'feel') {
    const code = condition.text;
    for (const match of code.matchAll(FORM)) fields.add(match[1] ?? unquote(match[2] ?? ''));
    for (const match of code.matchAll(STEPS)) decisions.add(match[1] ?? unquote(match[2] ?? ''));
  } else {
    for (const part of condition.of) collect(part, fields, decisions);
  }
}

const FORM = /\bform\s*\.\s*([\p{L}_][\p{L}\p{N}_]*)|\bget value\s*\(\s*form\s*,\s*("(?:[^"\\]|\\.)*")\s*\)/gu;
const STEPS = /\bsteps\s*\.\s*([\p{L}_][\p{L}\p{N}_]*)|\bget value\s*\(\s*steps\s*,\s*("(?:[^"\\]|\\.)*")\s*\)/gu;
const unquote = (text: string): string => text.slice(1, -1).replace(/\\(.)/gu, '$1');
