/** A value as `string()` writes it: texts bare, and quoted inside of lists and contexts. */
import type { Budget } from '../budget.ts';
import { isContext, isList, kindOf } from '../values.ts';

export function textOf(value: unknown, budget: Budget): string {
  const text = typeof value === 'string' ? value : write(value, budget);
  budget.spendText(text.length);
  return text;
}

function write(value: unknown, budget: Budget): string {
  if (typeof value === 'string') return `"${value.replace(/["\\]/g, '\\$&')}"`;
  if (isList(value)) {
    budget.spend(1 + value.length);
    return `[${value.map((element) => written(element, budget)).join(', ')}]`;
  }
  if (isContext(value)) {
    const entries = Object.entries(value);
    budget.spend(1 + entries.length);
    return `{${entries.map(([key, entry]) => `${writeKey(key)}: ${written(entry, budget)}`).join(', ')}}`;
  }
  const kind = kindOf(value);
  if (kind === 'null') return 'null';
  return kind === 'range' || kind === 'function' || kind === 'test' ? `<${kind}>` : String(value);
}

/** Every level pays for what it copies from the level below. */
function written(value: unknown, budget: Budget): string {
  const text = write(value, budget);
  budget.spendText(text.length);
  return text;
}

const writeKey = (key: string): string => (/\W/.test(key) ? `"${key.replace(/["\\]/g, '\\$&')}"` : key);
