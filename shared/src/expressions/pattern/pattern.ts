/** The functions of FEEL that take a pattern. A pattern that cannot be used gives null. */
import type { Budget } from '../budget.ts';
import { matchAt, next, search, type Match } from './match.ts';
import { programOf, type PatternSource, type Program } from './program.ts';

/** Patterns in use; long programs are made again each time, which is paid for. */
const KEPT = 200;
const KEPT_INSTRUCTIONS = 1000;
const kept = new Map<string, Program | null>();

export const isPattern = (pattern: PatternSource): boolean => programOf(pattern) !== null;

function compiled(pattern: PatternSource, budget: Budget): Program | null {
  const key = `${pattern.flags}/${pattern.source}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  budget.spend(pattern.source.length);
  const program = programOf(pattern);
  budget.spend(program?.instructions.length ?? 0);
  if ((program?.instructions.length ?? 0) <= KEPT_INSTRUCTIONS) {
    if (kept.size >= KEPT) kept.clear();
    kept.set(key, program);
  }
  return program;
}

export function matchesPattern(pattern: PatternSource, input: string, budget: Budget): boolean | null {
  const program = compiled(pattern, budget);
  return program && search(program, input, 0, budget) !== null;
}

export interface Replacement {
  readonly input: string;
  /** `$0` or `$&` is the whole, `$1` and on a group, `$<name>` a named one, `$$` a dollar. */
  readonly replacement: string;
}

export function replacePattern(
  pattern: PatternSource,
  { input, replacement }: Replacement,
  budget: Budget,
): string | null {
  const program = compiled(pattern, budget);
  if (!program) return null;
  const parts: string[] = [];
  let done = 0;
  const put = (text: string): void => {
    budget.spendText(text.length);
    parts.push(text);
  };
  for (let from = 0; from <= input.length;) {
    const match = search(program, input, from, budget);
    if (!match) break;
    const [start = 0, end = 0] = match;
    put(input.slice(done, start));
    parts.push(expand(replacement, { program, input, match }, budget));
    done = end;
    from = end > start ? end : next(input, end);
  }
  put(input.slice(done));
  return parts.join('');
}

const REFERENCE = /\$(?:([$&`'])|(\d\d?)|<([^>]*)>)/g;

interface Found {
  readonly program: Program;
  readonly input: string;
  readonly match: Match;
}

function expand(replacement: string, { program, input, match }: Found, budget: Budget): string {
  const [start = 0, end = 0] = match;
  const paid = (text: string): string => {
    budget.spendText(text.length);
    return text;
  };
  const group = (number: number): string => paid(input.slice(match[number * 2] ?? -1, match[number * 2 + 1] ?? -1));
  paid(replacement);
  return replacement.replace(REFERENCE, (whole, sign?: string, digits?: string, name?: string) => {
    if (sign !== undefined) {
      if (sign === '$') return '$';
      if (sign === '&') return group(0);
      return paid(sign === '`' ? input.slice(0, start) : input.slice(end));
    }
    if (digits !== undefined) return numbered(digits, program, group) ?? whole;
    if (program.names.size === 0) return whole;
    const number = program.names.get(name ?? '');
    return number === undefined ? '' : group(number);
  });
}

/** Two digits where there are so many groups, else one digit and the other as it stands. */
function numbered(digits: string, { groups }: Program, group: (number: number) => string): string | null {
  const [first = '', second = ''] = digits;
  if (first !== '0' && Number(digits) < groups) return group(Number(digits));
  return Number(first) < groups ? group(Number(first)) + second : null;
}

export function splitByPattern(pattern: PatternSource, input: string, budget: Budget): unknown[] | null {
  const program = compiled(pattern, budget);
  if (!program) return null;
  if (input === '') return matchAt(program, input, 0, budget) ? [] : [''];
  const parts: unknown[] = [];
  let done = 0;
  for (let at = 0; at < input.length;) {
    budget.spend(1);
    const match = matchAt(program, input, at, budget);
    const end = match?.[1] ?? done;
    if (!match || end === done) {
      at = next(input, at);
      continue;
    }
    parts.push(input.slice(done, at), ...groupsOf(match, input));
    done = end;
    at = end;
  }
  parts.push(input.slice(done));
  return parts;
}

function groupsOf(match: Match, input: string): unknown[] {
  const found: unknown[] = [];
  for (let i = 2; i < match.length; i += 2) {
    const from = match[i] ?? -1;
    found.push(from < 0 ? null : input.slice(from, match[i + 1]));
  }
  return found;
}
