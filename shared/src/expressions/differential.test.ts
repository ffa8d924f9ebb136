/**
 * Our closures and feelin give the same for the same text and values. Where they do not, DMN is on our side, and the
 * second half of this file says so case by case.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileFeel, type CompileOptions } from './index.ts';
import { contexts, entries, expressions, feelin, shown } from './testing.ts';

function ours(text: string, context: Record<string, unknown>, options: CompileOptions = {}): string {
  const compiled = compileFeel(text, options);
  if (!compiled.ok) return JSON.stringify(compiled.problems);
  const result = compiled.evaluate(context);
  return result.ok ? shown(result.value) : result.code;
}

describe('our closures and feelin', () => {
  it('give the same for every kind of expression', () => {
    let compared = 0;
    fc.assert(
      fc.property(expressions, contexts, (text, context) => {
        const theirs = feelin(text, context, 'expression');
        // Parsed with the same names in sight, since some hold spaces.
        const names = { ...Object.fromEntries(Object.keys(context).map((name) => [name, 'any' as const])) };
        const mine = ours(text, context, {
          names: { ...names, c: { kind: 'context', entries: { x: 'any', 'y z': 'any' } } },
        });
        // What it throws at, it has no value for.
        if ('threw' in theirs) return;
        compared += 1;
        expect(mine, text).toBe(theirs.value);
      }),
      { numRuns: 2000 },
    );
    expect(compared).toBeGreaterThan(1900);
  });

  it('test values alike', () => {
    fc.assert(
      fc.property(entries, contexts, ({ text, value }, context) => {
        const given = { ...context, '?': value };
        const theirs = feelin(text, given, 'unaryTests');
        if ('threw' in theirs) return;
        expect(ours(text, given, { mode: 'unaryTests' }), text).toBe(theirs.value);
      }),
      { numRuns: 1500 },
    );
  });
});

/** What feelin gives, what we give, and the place in DMN 1.5 that we follow. */
const DEVIATIONS: readonly {
  readonly text: string;
  readonly theirs: string;
  readonly ours: string;
  readonly why: string;
}[] = [
  { text: '1e3', theirs: '1', ours: '1000', why: '10.3.1.2 grammar rule 37: numbers may have an exponent' },
  { text: '- 5', theirs: 'NaN', ours: '-5', why: '10.3.1.2 rule 22: a sign may stand apart' },
  { text: '"7" >= 5', theirs: 'true', ours: 'null', why: 'table 54: values of different kinds have no order' },
  { text: '"x" in [1..5]', theirs: 'true', ours: 'null', why: 'table 54, through 10.3.2.7' },
  { text: '{a: [1..2] in [1.."x"]}', theirs: 'threw', ours: '{"a": null}', why: '10.3.2.3: what has no value is null' },
  { text: '(for i in 3..0 return i)', theirs: 'null', ours: '[3, 2, 1, 0]', why: '10.3.2.14: both ends count' },
  {
    text: '["ab", "c"][contains(item, "a")]',
    theirs: '[]',
    ours: '["ab"]',
    why: '10.3.2.5: a filter is asked of each element, whatever it is made of',
  },
  { text: '[true, false][item = false]', theirs: '[]', ours: '[false]', why: '10.3.2.5: what passes is kept' },
  { text: '[1, null][item = null]', theirs: '[]', ours: '[null]', why: '10.3.2.5: what passes is kept' },
  { text: 'substring("𠮷野家", -1)', theirs: '""', ours: '"家"', why: '10.3.4.3: positions count characters' },
  { text: 'duration("P1D") * 2', theirs: 'null', ours: 'FeelDuration P2D', why: 'table 57' },
  { text: 'duration("P1Y") / duration("P6M")', theirs: 'NaN', ours: '2', why: 'table 57' },
  { text: '-duration("P1D")', theirs: 'null', ours: 'FeelDuration -P1D', why: '10.3.2.15 on durations' },
  { text: 'date("2026-01-01").value', theirs: 'other', ours: 'null', why: 'no expression sees the machinery' },
  { text: 'date("2026-01-01").iso', theirs: '"2026-01-01"', ours: 'null', why: 'no expression sees the machinery' },
  { text: '[[1, 2]].length', theirs: '[2]', ours: '[null]', why: 'no expression sees the machinery' },
  { text: '(function(x) x).parameterNames', theirs: '["x"]', ours: 'null', why: 'no expression sees the machinery' },
];

describe('where feelin and DMN part', () => {
  it.each(DEVIATIONS)('$text is $ours ($why)', ({ text, theirs, ours: mine }) => {
    const found = feelin(text, {}, 'expression');
    expect('threw' in found ? 'threw' : found.value).toBe(theirs);
    expect(ours(text, {})).toBe(mine);
  });
});
