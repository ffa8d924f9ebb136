/**
 * Most texts know plain names only: words without spaces or signs, no keywords. For them the parser need not follow
 * what every name stands for, which takes most of its time; the tree is the same.
 */
import { ContextTracker, type InputStream } from '@lezer/lr';
import { parser } from 'lezer-feel';
import type { FeelType, FeelTypes } from './types.ts';

const KEYWORDS = new Set(
  'and or not in if then else for some every return satisfies between instance of true false null function external date time duration list context days years months'.split(
    ' ',
  ),
);
const WORD = /^[\p{L}_][\p{L}\p{N}_]*$/u;
/** What could bring names along: contexts, named arguments, functions and loops. */
const BRINGS_NAMES = /[{:]|\b(?:function|for|some|every)\b/;

export const isPlainText = (text: string, names: FeelTypes): boolean => !BRINGS_NAMES.test(text) && arePlain(names);

function arePlain(names: FeelTypes): boolean {
  return Object.entries(names).every(([name, type]) => WORD.test(name) && !KEYWORDS.has(name) && isPlain(type));
}

function isPlain(type: FeelType): boolean {
  if (typeof type === 'string') return true;
  if (type.kind === 'context') return type.byId === true || arePlain(type.entries);
  return type.kind !== 'list' || isPlain(type.of);
}

/** What the tokenizer asks for: the words of the name that is being read, and the names that are known. */
interface Reading {
  readonly tokens: readonly string[];
  contextCache(): typeof NOTHING_KNOWN;
}
const NOTHING_KNOWN = { keys: new Set<string>(), prefixes: new Set<string>(), originalMap: new Map<string, string>() };
const reading = (tokens: readonly string[]): Reading => ({ tokens, contextCache: () => NOTHING_KNOWN });
const BETWEEN_NAMES = reading([]);

const termsOf = (...names: readonly string[]): ReadonlySet<number> =>
  new Set(parser.nodeSet.types.filter(({ name }) => names.includes(name)).map(({ id }) => id));
const PART_OF_NAME = termsOf('Identifier');
const WHOLE_NAME = termsOf('VariableName', 'PathName', 'Name');

const tracker = new ContextTracker<Reading>({
  start: BETWEEN_NAMES,
  reduce(at, term, stack, input) {
    if (PART_OF_NAME.has(term)) return reading([...at.tokens, written(input, stack.pos)]);
    return WHOLE_NAME.has(term) ? BETWEEN_NAMES : at;
  },
});

/** From where the input stands to `end`. */
function written(input: InputStream, end: number): string {
  let text = '';
  for (let at = 0; input.pos + at < end; at += 1) text += String.fromCharCode(input.peek(at));
  return text;
}

const configured = (top: string) => parser.configure({ top, contextTracker: tracker });
const PARSERS = { expression: configured('Expression'), unaryTests: configured('UnaryTests') };

export const plainParser = (mode: keyof typeof PARSERS): (typeof PARSERS)[keyof typeof PARSERS] => PARSERS[mode];
