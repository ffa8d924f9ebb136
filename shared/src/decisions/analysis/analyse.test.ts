import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ValueRules } from '../../fields/kind.ts';
import { compileDecisionTable, evaluateDecisionTable } from '../compile.ts';
import type { TableTypes } from '../types.ts';
import { sketch, sketchTypes, type TableSketch } from '../testing.ts';
import { analyseTable } from './analyse.ts';
import type { Box, Shown, Side } from './box.ts';

const area: ValueRules = {
  kind: 'choice',
  options: ['north', 'south', 'west'].map((id) => ({ id, name: id.toUpperCase() })),
};
const fields: Record<string, ValueRules> = {
  whole: { kind: 'number', decimals: 0, min: 0, max: 6 },
  any: { kind: 'number' },
  day: { kind: 'date' },
  area,
  flag: { kind: 'yesNo' },
  word: { kind: 'text' },
};
const types: TableTypes = sketchTypes(fields);
const on = (field: string) => ({ source: { type: 'field' as const, field } });
const table = (policy: string, inputs: readonly string[], rules: readonly string[]): TableSketch => ({
  policy,
  inputs: inputs.map(on),
  outputs: [{ values: ['1', '2', '3'] }],
  rules,
});
const analyse = (policy: string, inputs: readonly string[], rules: readonly string[]) =>
  analyseTable(sketch(table(policy, inputs, rules)), types);

const said = (side: Side): string =>
  side.type === 'values'
    ? `${side.except ? 'not ' : ''}${side.values.join('|')}`
    : side.intervals
        .map(
          ({ low, high, lowIn, highIn }) => `${lowIn ? '[' : '('}${String(low)}..${String(high)}${highIn ? ']' : ')'}`,
        )
        .join(' ');
const shown = (box: Box): string => box.sides.map((side) => `${side.input} ${said(side)}`).join(', ');

describe('gaps', () => {
  it('of numbers: open ends, single points, and what the field allows', () => {
    expect(analyse('U', ['any'], ['< 0 -> 1', '(0..5) -> 2', '(5..8] -> 3']).gaps.map(shown)).toEqual([
      'i0 [0..0] [5..5] (8..null)',
    ]);
    expect(analyse('U', ['whole'], ['< 2 -> 1', '> 3 -> 2']).gaps.map(shown)).toEqual(['i0 [2..3]']);
    expect(analyse('U', ['whole'], ['[0..3] -> 1', '[4..6] -> 2']).gaps).toEqual([]);
  });

  it('of days: one ends where the next begins', () => {
    const rules = ['<= @"2026-06-30" -> 1', '>= date("2026-07-01") -> 2'];
    expect(analyse('U', ['day'], rules).gaps).toEqual([]);
    expect(analyse('U', ['day'], ['< @"2026-06-30" -> 1', '> @"2026-07-02" -> 2']).gaps.map(shown)).toEqual([
      'i0 [2026-06-30..2026-07-02]',
    ]);
  });

  it('of options, yes and no, and texts', () => {
    expect(analyse('U', ['area'], ['"north" -> 1']).gaps.map(shown)).toEqual(['i0 south|west']);
    expect(analyse('U', ['flag'], ['true -> 1']).gaps.map(shown)).toEqual(['i0 false']);
    const words = analyse('U', ['word'], ['"a", "b" -> 1']);
    expect(words.gaps.map(shown)).toEqual(['i0 not a|b']);
    expect(words.gaps[0]?.example).toEqual({ i0: '?' });
    expect(analyse('U', ['word'], ['"a" -> 1', 'not("a") -> 2']).gaps).toEqual([]);
  });

  it('of several inputs together', () => {
    const rules = ['< 3 | "north" -> 1', '>= 3 | - -> 2', '< 3 | "south" -> 3'];
    expect(analyse('U', ['whole', 'area'], rules).gaps.map(shown)).toEqual(['i0 [0..2], i1 west']);
  });

  it('none where the table has a default, and where many results are wanted', () => {
    const open = { inputs: [on('any')], rules: ['> 1 -> 1'] };
    const gaps = (policy: string, output: object): number =>
      analyseTable(sketch({ ...open, policy, outputs: [output] }), types).gaps.length;
    expect([gaps('U', {}), gaps('U', { default: '0' }), gaps('R', {}), gaps('C+', {}), gaps('F', {})]).toEqual([
      1, 0, 0, 0, 1,
    ]);
  });

  it('everything, when there is no rule', () => {
    expect(analyse('U', ['any', 'flag'], []).gaps).toEqual([{ sides: [], example: { i0: 0, i1: true } }]);
  });
});

describe('rules that meet', () => {
  it('are a fault under U, with a box', () => {
    const { overlaps } = analyse('U', ['any', 'area'], ['<= 5 | "north", "west" -> 1', '>= 5 | not("south") -> 2']);
    expect(overlaps.map(({ rules, box }) => [rules, shown(box)])).toEqual([[['r1', 'r2'], 'i0 [5..5], i1 north|west']]);
    expect(analyse('U', ['any'], ['< 5 -> 1', '>= 5 -> 1']).overlaps).toEqual([]);
  });

  it('are a fault under A only where they differ', () => {
    const { overlaps } = analyse('A', ['any'], ['< 5 -> 1', '> 1 -> 2 - 1', '> 4 -> 2']);
    expect(overlaps.map(({ rules }) => rules)).toEqual([
      ['r1', 'r3'],
      ['r2', 'r3'],
    ]);
  });

  it('are wanted under F, P, R, O and C', () => {
    for (const policy of ['F', 'P', 'R', 'O', 'C', 'C#']) {
      expect(analyse(policy, ['any'], ['- -> 1', '> 1 -> 2']).overlaps).toEqual([]);
    }
  });
});

describe('rules that never decide', () => {
  it('F: behind others that take all of it', () => {
    expect(analyse('F', ['any'], ['< 5 -> 1', '>= 5 -> 2', '[1..9] -> 3']).masked).toEqual(['r3']);
    expect(analyse('F', ['any'], ['< 5 -> 1', '> 5 -> 2', '[1..9] -> 3']).masked).toEqual([]);
  });

  it('P: behind others of higher priority, wherever they stand', () => {
    expect(analyse('P', ['any'], ['[1..9] -> 3', '< 5 -> 1', '>= 5 -> 2']).masked).toEqual(['r1']);
    expect(analyse('P', ['any'], ['[1..9] -> 1', '< 5 -> 2', '>= 5 -> 3']).masked).toEqual([]);
  });

  it('whose own cells exclude each other', () => {
    expect(
      analyse('R', ['whole', 'area'], ['> 6 | - -> 1', '- | "east" -> 1', '? > 3 and ? < 2 | - -> 1']).impossible,
    ).toEqual(['r1', 'r2', 'r3']);
  });
});

describe('what cannot be told', () => {
  it('is said, and the rest is told all the same', () => {
    const found = analyse(
      'U',
      ['any', 'any'],
      ['> form.limit | < 1 -> 1', '<= 5 | < 1 -> 2', '> 9 | > 5 -> 3', '< 10 | > 4 -> 1'],
    );
    expect(found.unclear).toEqual([{ rule: 'r1', input: 'i0' }]);
    expect(found.overlaps.map(({ rules }) => rules)).toEqual([['r3', 'r4']]);
    expect(found.gaps.map(shown)).toContain('i0 [10..null), i1 [1..5]');
    expect(analyse('F', ['any'], ['> form.limit -> 1', '> 5 -> 2', '> 5 -> 3']).masked).toEqual(['r3']);
  });

  it('a table that is too large is not looked at for ever', () => {
    const many = Array.from({ length: 14 }, (_, at) => on(`n${at}`));
    const wide = sketchTypes(Object.fromEntries(many.map((_, at) => [`n${at}`, { kind: 'number' as const }])));
    const rules = Array.from({ length: 60 }, (_, rule) =>
      many
        .map((_, at) => `[${(rule * 7 + at * 3) % 40}..${((rule * 7 + at * 3) % 40) + 25}]`)
        .join(' | ')
        .concat(' -> 1'),
    );
    expect(analyseTable(sketch({ inputs: many, outputs: [{}], rules }), wide).complete).toBe(false);
  });
});

// ---------------------------------------------------------------- against trying every value

/** Values between and on all ends that cells of the tests have. */
const GRID: Readonly<Record<string, readonly Exclude<Shown, null>[]>> = {
  whole: [0, 1, 2, 3, 4, 5, 6],
  any: Array.from({ length: 17 }, (_, at) => at / 2 - 1),
  day: [
    '2025-12-31',
    '2026-01-01',
    '2026-01-02',
    '2026-01-03',
    '2026-01-04',
    '2026-01-05',
    '2026-01-06',
    '2026-01-07',
    '2026-01-08',
  ],
  area: ['north', 'south', 'west'],
  flag: [true, false],
  word: ['a', 'b', 'other'],
};

const n = fc.integer({ min: 0, max: 6 });
const CELLS: Readonly<Record<string, fc.Arbitrary<string>>> = (() => {
  const ordered = (write: (at: number) => string): fc.Arbitrary<string> => {
    const point = n.map(write);
    const simple = fc.oneof(
      fc.constant('-'),
      point,
      fc.tuple(fc.constantFrom('<', '<=', '>', '>=', '!='), point).map((parts) => parts.join(' ')),
      fc
        .tuple(fc.constantFrom('[', '('), n, n, fc.constantFrom(']', ')'))
        .map(([open, a, b, close]) => `${open}${write(a)}..${write(b)}${close}`),
      fc.tuple(point, point).map(([a, b]) => `? > ${a} and ? <= ${b}`),
      fc.tuple(point, point).map(([a, b]) => `not(? between ${a} and ${b})`),
    );
    return fc.oneof(
      simple,
      fc.tuple(point, point).map(([a, b]) => `not(< ${a}, > ${b})`),
      fc.tuple(point, point).map((two) => two.join(', ')),
    );
  };
  const named = (names: readonly string[]): fc.Arbitrary<string> => {
    const list = fc
      .uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 2 })
      .map((some) => some.join(', '));
    return fc.oneof(
      fc.constant('-'),
      list,
      list.map((some) => `not(${some})`),
      list.map((some) => `? in (${some})`),
    );
  };
  return {
    whole: ordered(String),
    any: ordered(String),
    day: ordered((at) => `@"2026-01-0${at + 1}"`),
    area: named(['"north"', '"south"', '"west"']),
    flag: named(['true', 'false']),
    word: named(['"a"', '"b"']),
  };
})();

const random = fc.uniqueArray(fc.constantFrom(...Object.keys(GRID)), { minLength: 1, maxLength: 3 }).chain((inputs) =>
  fc.record({
    inputs: fc.constant(inputs),
    rules: fc.array(
      fc
        .tuple(fc.tuple(...inputs.map((input) => CELLS[input] ?? fc.constant('-'))), fc.constantFrom('1', '2', '3'))
        .map(([cells, result]) => `${cells.join(' | ')} -> ${result}`),
      { maxLength: 6 },
    ),
  }),
);

function points(inputs: readonly string[]): Record<string, Shown>[] {
  return inputs.reduce<Record<string, Shown>[]>(
    (found, input) => found.flatMap((point) => (GRID[input] ?? []).map((value) => ({ ...point, [input]: value }))),
    [{}],
  );
}

function isInside(box: Box, inputs: readonly string[], point: Readonly<Record<string, Shown>>): boolean {
  return box.sides.every((side) => {
    const value = point[inputs[Number(side.input.slice(1))] ?? ''] ?? '';
    if (side.type === 'values') return side.values.includes(value as string) !== side.except;
    return side.intervals.some(
      ({ low, high, lowIn, highIn }) =>
        (low === null || value > low || (lowIn && value === low)) &&
        (high === null || value < high || (highIn && value === high)),
    );
  });
}

describe('the analysis', () => {
  it('agrees with trying every value', () => {
    fc.assert(
      fc.property(random, ({ inputs, rules }) => {
        const compiled = compileDecisionTable(sketch(table('R', inputs, rules)), types);
        if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
        const matching = (point: Readonly<Record<string, Shown>>): readonly string[] => {
          const result = evaluateDecisionTable(compiled.table, { field: (id) => point[id], decision: () => undefined });
          if (!result.ok) throw new Error(`${result.code} at ${String(result.at)}`);
          return result.rules;
        };
        const exampleOf = (box: Box): Record<string, Shown> =>
          Object.fromEntries(inputs.map((input, at) => [input, box.example[`i${at}`] ?? '']));

        const unique = analyse('U', inputs, rules);
        const first = analyse('F', inputs, rules);
        expect(unique).toMatchObject({ complete: true, unclear: [] });
        for (const gap of unique.gaps) expect(matching(exampleOf(gap))).toEqual([]);
        for (const { rules: pair, box } of unique.overlaps) {
          expect(matching(exampleOf(box))).toEqual(expect.arrayContaining([...pair]));
        }

        const meet = new Set<string>();
        const deciding = new Set<string>();
        for (const point of points(inputs)) {
          const matched = matching(point);
          expect(unique.gaps.some((gap) => isInside(gap, inputs, point))).toBe(matched.length === 0);
          for (const one of matched) for (const other of matched) if (one < other) meet.add(`${one} ${other}`);
          if (matched[0] !== undefined) deciding.add(matched[0]);
        }
        expect(new Set(unique.overlaps.map(({ rules: pair }) => pair.join(' ')))).toEqual(meet);
        const silent = rules.map((_, at) => `r${at + 1}`).filter((rule) => !deciding.has(rule));
        expect([...first.masked, ...first.impossible].sort()).toEqual(silent);
      }),
      { numRuns: 150 },
    );
  });
});
