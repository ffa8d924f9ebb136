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
    for (const [, context, plain, called, quoted] of condition.text.matchAll(ACCESS)) {
      const id = plain ?? unquote(quoted ?? '');
      if ((context ?? called) === 'form') fields.add(id);
      else if ((context ?? called) === 'steps') decisions.add(id);
    }
  } else {
    for (const part of condition.of) collect(part, fields, decisions);
  }
}

const STRING = String.raw`"(?:[^"\\]|\\.)*"`;
/** Comments and quotations are matched too, so that nothing inside them is taken for a read. */
const ACCESS = new RegExp(
  [
    String.raw`\/\/[^\n]*`,
    String.raw`\/\*[\s\S]*?\*\/`,
    String.raw`(?<![\p{L}\p{N}_.])(form|steps)\s*\.\s*([\p{L}_][\p{L}\p{N}_]*)`,
    String.raw`get value\s*\(\s*(form|steps)\s*,\s*(${STRING})\s*\)`,
    STRING,
  ].join('|'),
  'gu',
);
const unquote = (text: string): string => text.slice(1, -1).replace(/\\(.)/gu, '$1');
