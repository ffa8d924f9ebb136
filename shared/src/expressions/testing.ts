/** Texts and values for the tests that hold our closures against feelin. */
import { evaluate, unaryTest } from 'feelin';
import fc from 'fast-check';
import { FeelDate, FeelDateTime, FeelDuration, FeelRange, FeelTime, parseDate, parseDuration } from './index.ts';

export type Outcome = { readonly value: string } | { readonly threw: string };

/** What feelin makes of a text; it throws for texts and values that it does not take. */
export function feelin(text: string, context: Record<string, unknown>, mode: 'expression' | 'unaryTests'): Outcome {
  try {
    return { value: shown((mode === 'expression' ? evaluate : unaryTest)(text, context).value) };
  } catch (error) {
    return { threw: error instanceof Error ? error.message : String(error) };
  }
}

/** A value with its kind, as text; no value and not-a-number are each one thing however they come about. */
export function shown(value: unknown): string {
  if (value === undefined || value === null) return 'null';
  if (typeof value === 'number') return Object.is(value, -0) ? '0' : String(value);
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(shown).join(', ')}]`;
  for (const [name, kind] of Object.entries({ FeelDate, FeelTime, FeelDateTime, FeelDuration })) {
    if (value instanceof kind) return `${name} ${String(value)}`;
  }
  if (value instanceof FeelRange) {
    const { start, end } = value as { start: unknown; end: unknown };
    return `range ${String(value['start included'])} ${shown(start)} ${shown(end)} ${String(value['end included'])}`;
  }
  if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    return `{${Object.entries(value)
      .map(([key, entry]) => `${JSON.stringify(key)}: ${shown(entry)}`)
      .join(', ')}}`;
  }
  return typeof value === 'boolean' ? String(value) : 'other';
}

const TEXTS = ['', 'a', 'ab', 'Ab-c', '𠮷野家', 'x😀y', 'ß', '2026-11-22', '10', 'a,b;c', 'null'];
const NUMBERS = [0, 1, -1, 2, 3, 10, 0.1, 0.2, 2.5, -2.5, 1.005, 100, 1000000, -0.5];
const DAYS = ['2026-11-22', '2026-01-31', '2024-02-29', '2025-12-31', '1999-03-01'];
const SPANS = ['P1D', 'P30D', '-P1D', 'P1M', 'P1Y', 'P14M', '-P2M', 'PT36H', 'PT0S'];

const nullable = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: 5, arbitrary: of }, fc.constant(null));

const plainRecord = <T extends object>(of: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> =>
  fc.record<T>(of, { noNullPrototype: true });

/** What stands in the context; `gone` never does. */
export const contexts = plainRecord({
  n: nullable(fc.constantFrom(...NUMBERS)),
  m: nullable(fc.oneof(fc.constantFrom(...NUMBERS), fc.double({ min: -1e6, max: 1e6, noNaN: true }))),
  s: nullable(fc.constantFrom(...TEXTS)),
  t: nullable(fc.oneof(fc.constantFrom(...TEXTS), fc.string({ unit: 'grapheme', maxLength: 4 }))),
  b: nullable(fc.boolean()),
  d: nullable(fc.constantFrom(...DAYS).map(parseDate)),
  u: nullable(fc.constantFrom(...SPANS).map(parseDuration)),
  ns: nullable(fc.array(fc.constantFrom(...NUMBERS), { maxLength: 4 })),
  ss: nullable(fc.array(nullable(fc.constantFrom(...TEXTS)), { maxLength: 3 })),
  cs: nullable(fc.array(plainRecord({ x: fc.constantFrom(1, 2, 3), k: fc.constantFrom('p', 'q') }), { maxLength: 3 })),
  c: plainRecord({ x: nullable(fc.constantFrom(...NUMBERS)), 'y z': nullable(fc.constantFrom(...TEXTS)) }),
  'two words': nullable(fc.constantFrom(...NUMBERS)),
});

const quoted = (text: string): string => JSON.stringify(text);
const written = (n: number): string => String(n);

/** Template texts: every `$kind` becomes a part of that kind. */
const SHAPES = {
  number: [
    '$number + $number',
    '$number - $number',
    '$number * $number',
    '$number / $number',
    '$number ** 2',
    '-$number',
    '($number)',
    'if $bool then $number else $number',
    'string length($text)',
    'count($numbers)',
    'sum($numbers)',
    'sum($number, $number)',
    'min($numbers)',
    'max($number, $number, $number)',
    'mean($numbers)',
    'product($numbers)',
    'median($numbers)',
    'abs($number)',
    'floor($number)',
    'ceiling($number)',
    'floor($number, 1)',
    'decimal($number, 2)',
    'decimal($number, 0)',
    'round up($number, 1)',
    'round down($number, 1)',
    'round half up($number, 1)',
    'round half down($number, 0)',
    'modulo($number, $number)',
    'sqrt($number)',
    'exp(0)',
    'log($number)',
    'number($text)',
    'number("1 000,5", " ", ",")',
    '$numbers[1]',
    '$numbers[-1]',
    '$numbers[2]',
    // A position that is none gives a list, which has no order.
    '(for i in [$numbers[$number]] return if i instance of number then i else null)[1]',
    '$context.x',
    'cs.x[1]',
    '$day.year',
    '$day.weekday',
    '$span.days',
    '$span.months',
    'get value($context, "x")',
    '{a: $number, b: a + 1}.b',
    '(function(p, q) p - q)($number, $number)',
    '(function(p, q) p - q)(q: $number, p: $number)',
    'index of($numbers, $number)[1]',
  ],
  text: [
    '$text + $text',
    '($text)',
    'if $bool then $text else $text',
    'substring($text, 1)',
    'substring($text, 2)',
    'substring($text, 2, 1)',
    'substring("abc", -2)',
    'substring("abc", -2, 1)',
    'upper case($text)',
    'lower case($text)',
    'substring before($text, $text)',
    'substring after($text, $text)',
    'replace($text, "[a-c]", "$0-")',
    'replace($text, "(a)(b)?", "[$2$1]")',
    'string($number)',
    'string($bool)',
    'string($numbers)',
    'string($texts)',
    'string([1, [$numbers, {x: $text}]])',
    'string($context)',
    'string($day)',
    'string join($texts, "-")',
    'string join($texts)',
    '$texts[1]',
    '$context.y z',
    'day of week($day)',
  ],
  bool: [
    '$number > $number',
    '$number >= $number',
    '$number < $number',
    '$number <= $number',
    '$text < $text',
    '$text >= $text',
    '$day < $day',
    '$span <= $span',
    '$any = $any',
    '$any != $any',
    '$bool and $bool',
    '$bool or $bool',
    '$bool and $bool and $bool',
    '$bool or $any',
    '$any and $bool',
    'not($bool)',
    'not($any)',
    '($bool)',
    'if $bool then $bool else $bool',
    'if $any then $bool else $bool',
    '$number between $number and $number',
    '$day between $day and $day',
    '$number in [$number..$number]',
    '$number in ($number..$number]',
    '$number in (> $number, $number)',
    '$number in ($number, $number)',
    '$number in $numbers',
    '$text in ($text, $text)',
    '$text in $texts',
    '$any in ($number, $text)',
    'contains($text, $text)',
    'starts with($text, $text)',
    'ends with($text, $text)',
    'matches($text, "^a+b?$")',
    'matches($text, "A", "i")',
    'list contains($numbers, $number)',
    'list contains($texts, $text)',
    'some i in $numbers satisfies i > $number',
    'every i in $numbers satisfies i > $number',
    'some i in $numbers, j in $numbers satisfies i = j',
    'every e in cs satisfies e.x > $number',
    'all($bool, $bool)',
    'any([$bool, $bool])',
    'odd($number)',
    'even($number)',
    '$any instance of number',
    '$any instance of string',
    '$any instance of list<number>',
    '$any instance of context<x: number>',
    '$any instance of days and time duration',
    'is($any, $any)',
    'before($number, 3)',
    'includes([1..3], $number)',
    'overlaps([1..3], [3..5])',
  ],
  day: [
    '$day + $span',
    '$day - $span',
    '$span + $day',
    'if $bool then $day else $day',
    'date("2026-02-28")',
    'date(2026, 2, 29)',
    'date($text)',
    'date("2026-11-22") + duration("P1M")',
    '@"2026-11-22"',
  ],
  span: [
    '$span + $span',
    '$span - $span',
    '$day - $day',
    'if $bool then $span else $span',
    'duration("P1Y2M")',
    'duration($text)',
    '@"PT90M"',
    'abs($span)',
    'years and months duration($day, $day)',
  ],
  numbers: [
    '[$number, $number]',
    '[$number]',
    '[]',
    '$numbers[item > $number]',
    '$numbers[item = 1 or item > $number]',
    '$numbers[> $number]',
    'for i in $numbers return i * $number',
    'for i in 1..3 return i + $number',
    'for i in 3..1 return i',
    'for i in [1..3] return i',
    'for i in $numbers, j in $numbers return i - j',
    'for i in 1..4 return if i = 1 then 1 else sum(partial)',
    'for e in cs return e.x',
    'cs.x',
    'cs[x > $number].x',
    'cs[k = "p" and x < 3].x',
    'append($numbers, $number)',
    'concatenate($numbers, $numbers)',
    'insert before([1, 2], 2, $number)',
    'remove([1, 2, 3], 2)',
    'reverse($numbers)',
    'sublist($numbers, 1)',
    'sublist($numbers, -1)',
    'sublist($numbers, 2, 1)',
    'distinct values($numbers)',
    'union($numbers, $numbers)',
    'flatten([$numbers, [1, [$numbers]]])',
    'index of($numbers, $number)',
    'sort($numbers, function(p, q) p < q)',
    'mode($numbers)',
  ],
  texts: [
    '[$text, $text]',
    '[$text]',
    'split($text, "[,;]")',
    'split($text, "")',
    'for i in $texts return upper case(i)',
  ],
  context: [
    '{x: $number, y z: $text}',
    '{x: $number}',
    'context put(c, "x", $number)',
    'cs[1]',
    'context merge([c, {x: $number}])',
  ],
};

const LEAVES: Readonly<Record<Kind, readonly string[]>> = {
  number: [...NUMBERS.map(written), 'n', 'm', 'c.x', 'two words', 'null', 'gone'],
  text: [...TEXTS.map(quoted), 's', 't', 'c.y z', 'null', '"\\u4e2d"', '"\\"q\\\\"'],
  bool: ['true', 'false', 'b', 'null'],
  day: [...DAYS.map((day) => `date("${day}")`), 'd', 'null'],
  span: [...SPANS.map((span) => `duration("${span}")`), 'u', 'null'],
  numbers: ['ns', 'null', '[1, 2, 3]', '[null, 1]'],
  texts: ['ss', 'null', '["a", null]'],
  context: ['c', '{}', 'null'],
};

type Kind = keyof typeof SHAPES;
const KINDS = Object.keys(SHAPES) as Kind[];
const PLACE = new RegExp(`\\$(${[...KINDS, 'any'].join('|')})\\b`, 'g');

/** Expressions of every kind, nested; parts are of the kind that is asked for, or where a value of any kind may be. */
export const expressions: fc.Arbitrary<string> = fc.letrec<Record<Kind | 'any', string>>((tie) => {
  const part = (name: string): fc.Arbitrary<string> => tie(name as Kind | 'any') as fc.Arbitrary<string>;
  /** In parentheses: each part stays what it is, whatever stands around it. */
  const fillIn = (shape: string): fc.Arbitrary<string> =>
    fc.tuple(...[...shape.matchAll(PLACE)].map(([, name = '']) => part(name))).map((parts) => {
      let next = 0;
      return shape.replace(PLACE, () => `(${parts[next++] ?? ''})`);
    });
  const kinds = KINDS.map((name) => [
    name,
    fc.oneof(
      { maxDepth: 3, depthIdentifier: 'expression', withCrossShrink: true },
      fc.constantFrom(...LEAVES[name]),
      ...SHAPES[name].map(fillIn),
    ),
  ]);
  return {
    ...(Object.fromEntries(kinds) as Record<Kind, fc.Arbitrary<string>>),
    any: fc.oneof(...KINDS.map(part)),
  };
}).any;

const entriesOf = (tests: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(fc.array(tests, { minLength: 1, maxLength: 3 }), fc.boolean())
    .map(([parts, not]) => (not ? `not(${parts.join(', ')})` : parts.join(', ')));

/** Entries of decision tables, with values to hold against them: of one kind where there is an order. */
export const entries: fc.Arbitrary<{ readonly text: string; readonly value: unknown }> = fc.oneof(
  fc.record({
    text: entriesOf(
      fc.oneof(
        fc.constantFrom(...NUMBERS.map(written), '[1..3]', '(1..3)', ']1..3[', '? > 1', '? = n', 'ns', 'null'),
        fc.tuple(fc.constantFrom('<', '<=', '>', '>='), fc.constantFrom(...NUMBERS)).map(([op, n]) => `${op} ${n}`),
      ),
    ),
    value: fc.constantFrom(0, 1, 2, 2.5, 3, null),
  }),
  fc.record({
    text: entriesOf(
      fc.constantFrom(...TEXTS.map(quoted), '1', 'true', 'false', 'null', 's', 'ss', 'b', 'contains(?, "a")', '? = s'),
    ),
    value: fc.constantFrom('', 'a', 'ab', 1, true, false, null),
  }),
  fc.record({ text: fc.constant('-'), value: fc.constantFrom(1, null) }),
);

const words = fc.constantFrom(
  ...['a', 'b c', 'form', '.', ',', '(', ')', '[', ']', '{', '}', '"x"', '1', '2.5', '-', '+', '*', '/', '**', '..'],
  ...['<', '>=', '=', '!=', 'and', 'or', 'not', 'if', 'then', 'else', 'for', 'in', 'return', 'some', 'every', '?', ':'],
  ...[
    'satisfies',
    'between',
    'instance of',
    'function',
    'date',
    'time',
    'duration',
    '@"P1D"',
    'null',
    'true',
    ';',
    '\n',
  ],
  ...[
    'count',
    'string length',
    'list<number>',
    '// c',
    '/* c */',
    '__proto__',
    'external',
    '\ud800',
    '中文',
    '"\\u{1}"',
  ],
);
/** The language's words in any order. */
export const soups: fc.Arbitrary<string> = fc.array(words, { maxLength: 14 }).map((parts) => parts.join(' '));
