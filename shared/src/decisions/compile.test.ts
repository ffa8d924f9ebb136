import { describe, expect, it } from 'vitest';
import type { ValueRules } from '../fields/kind.ts';
import { compileDecisionTable } from './compile.ts';
import type { DecisionTable } from './schema.ts';
import { decide, sketch, sketchTypes, type TableSketch } from './testing.ts';

const risk: TableSketch = {
  inputs: [{}],
  outputs: [{ values: ['"high"', '"middle"', '"low"'] }],
  rules: ['> 10 -> "low"', '> 20 -> "high"', '> 30 -> "middle"'],
};
const numbers: TableSketch = { inputs: [{}], outputs: [{}], rules: ['> 10 -> 3', '> 20 -> 1', '> 30 -> 2'] };

describe('hit policies', () => {
  it('U: the one rule; two at once are a fault', () => {
    const table = sketch({ ...risk, policy: 'U' });
    expect(decide(table, { i0: 15 })).toEqual({ ok: true, outputs: { o0: 'low' }, fields: {}, rules: ['r1'] });
    expect(decide(table, { i0: 25 })).toEqual({ ok: false, code: 'severalRules', at: null, rules: ['r1', 'r2'] });
    expect(decide(table, { i0: 1 })).toEqual({ ok: true, outputs: { o0: null }, fields: {}, rules: [] });
  });

  it('A: several rules that agree; a fault when they differ', () => {
    const table = sketch({
      inputs: [{}],
      outputs: [{}],
      policy: 'A',
      rules: ['> 10 -> 1', '> 20 -> 2 - 1', '> 30 -> 2'],
    });
    expect(decide(table, { i0: 25 })).toMatchObject({ outputs: { o0: 1 }, rules: ['r1', 'r2'] });
    expect(decide(table, { i0: 35 })).toMatchObject({ ok: false, code: 'rulesDiffer', rules: ['r1', 'r2', 'r3'] });
  });

  it('P: the value listed first wins, whatever the order of the rules', () => {
    const table = sketch({ ...risk, policy: 'P' });
    expect(decide(table, { i0: 35 })).toMatchObject({ outputs: { o0: 'high' }, rules: ['r2'] });
    expect(decide(table, { i0: 15 })).toMatchObject({ outputs: { o0: 'low' }, rules: ['r1'] });
  });

  it('P with several outputs: the first column decides, then the next', () => {
    const table = sketch({
      policy: 'P',
      inputs: [{}],
      outputs: [{ values: ['"a"', '"b"'] }, { values: ['1', '2', '3'] }],
      rules: ['- -> "b" | 1', '- -> "a" | 3', '- -> "a" | 2'],
    });
    expect(decide(table, { i0: 0 })).toMatchObject({ outputs: { o0: 'a', o1: 2 }, rules: ['r3'] });
  });

  it('F: the first rule, and no rule after it is asked', () => {
    expect(decide(sketch({ ...risk, policy: 'F' }), { i0: 35 })).toMatchObject({
      outputs: { o0: 'low' },
      rules: ['r1'],
    });
  });

  it('R: every result, in the order of the rules', () => {
    expect(decide(sketch({ ...risk, policy: 'R' }), { i0: 35 })).toMatchObject({
      outputs: { o0: ['low', 'high', 'middle'] },
      rules: ['r1', 'r2', 'r3'],
    });
    expect(decide(sketch({ ...risk, policy: 'R' }), { i0: 0 })).toMatchObject({ outputs: { o0: [] }, rules: [] });
  });

  it('O: every result, in the order of the listed values', () => {
    expect(decide(sketch({ ...risk, policy: 'O' }), { i0: 35 })).toMatchObject({
      outputs: { o0: ['high', 'middle', 'low'] },
      rules: ['r2', 'r3', 'r1'],
    });
  });

  it.each([
    ['C', [3, 1, 2]],
    ['C+', 6],
    ['C<', 1],
    ['C>', 3],
    ['C#', 3],
  ])('%s of 3, 1, 2', (policy, result) => {
    expect(decide(sketch({ ...numbers, policy }), { i0: 35 })).toMatchObject({ ok: true, outputs: { o0: result } });
  });

  it.each([
    ['C', []],
    ['C+', null],
    ['C<', null],
    ['C>', null],
    ['C#', 0],
  ])('%s of nothing', (policy, result) => {
    expect(decide(sketch({ ...numbers, policy }), { i0: 0 })).toMatchObject({ ok: true, outputs: { o0: result } });
  });

  it('C< and C> of texts and dates, and no sum of them', () => {
    const days = { inputs: [{}], outputs: [{}], rules: ['- -> @"2026-05-01"', '- -> @"2026-01-31"'] };
    const found = decide(sketch({ ...days, policy: 'C<' }), { i0: 0 });
    expect(found.ok && String(found.outputs['o0'])).toBe('2026-01-31');
    const words = { inputs: [{}], outputs: [{}], rules: ['- -> "b"', '- -> "a"'] };
    expect(decide(sketch({ ...words, policy: 'C>' }), { i0: 0 })).toMatchObject({ outputs: { o0: 'b' } });
    expect(decide(sketch({ ...words, policy: 'C+' }), { i0: 0 })).toMatchObject({ ok: false, code: 'notAggregable' });
  });

  it('the default stands in where no rule matches', () => {
    const table = (policy: string): DecisionTable =>
      sketch({ policy, inputs: [{}], outputs: [{ default: '0' }, {}], rules: ['> 10 -> 1 | 2'] });
    expect(decide(table('U'), { i0: 0 })).toMatchObject({ outputs: { o0: 0, o1: null }, rules: [] });
    expect(decide(table('R'), { i0: 0 })).toMatchObject({ outputs: { o0: [0], o1: [null] } });
    const sum = sketch({ policy: 'C+', inputs: [{}], outputs: [{ default: '7' }], rules: ['> 10 -> 1'] });
    expect(decide(sum, { i0: 0 })).toMatchObject({ outputs: { o0: 7 } });
  });
});

describe('cells', () => {
  const choice: ValueRules = {
    kind: 'choice',
    options: [
      { id: 'north', name: '北' },
      { id: 'south', name: '南' },
    ],
  };

  it('ask about fields, dates among them, and about expressions', () => {
    const table = sketch({
      inputs: [{}, {}, { source: { type: 'feel', text: 'form.a + form.b', kind: 'number' } }],
      outputs: [{}],
      rules: ['< @"2026-07-01" | "north" | [1..10] -> "first"', '>= @"2026-07-01" | not("north") | - -> "second"'],
    });
    const types = sketchTypes({ i0: { kind: 'date' }, i1: choice });
    expect(decide(table, { i0: '2026-06-30', i1: 'north', a: 4, b: 6 }, types)).toMatchObject({
      outputs: { o0: 'first' },
    });
    expect(decide(table, { i0: '2026-06-30', i1: 'north', a: 5, b: 6 }, types)).toMatchObject({
      outputs: { o0: null },
    });
    expect(decide(table, { i0: '2026-07-01', i1: 'south' }, types)).toMatchObject({ outputs: { o0: 'second' } });
  });

  it('may use the rest of the case and the value under test', () => {
    const table = sketch({
      inputs: [{}],
      outputs: [{}],
      rules: ['> form.limit -> i', '? * 2 <= form.limit -> form.limit * 10'],
    });
    table.rules['r1'] = { ...table.rules['r1'], then: { o0: 'form.limit' } } as DecisionTable['rules'][string];
    expect(decide(table, { i0: 5, limit: 4 })).toMatchObject({ outputs: { o0: 4 } });
    expect(decide(table, { i0: 2, limit: 4 })).toMatchObject({ outputs: { o0: 40 } });
  });

  it('results go to fields as a case stores them', () => {
    const table = sketch({
      inputs: [{}],
      outputs: [{ field: 'due' }, { field: 'area' }, {}],
      rules: ['- -> date("2026-01-31") + duration("P1D") | "north" | 1'],
    });
    const types = sketchTypes({ due: { kind: 'date' }, area: choice });
    expect(decide(table, { i0: 1 }, types)).toMatchObject({ ok: true, fields: { due: '2026-02-01', area: 'north' } });
  });

  it('a value outside the allowed ones, or of another kind, is a fault with its place', () => {
    const table = sketch({
      inputs: [{ allowed: '[0..100]' }],
      outputs: [{ field: 'area' }],
      rules: ['< 50 -> form.area', '>= 50 -> form.i0'],
    });
    const types = sketchTypes({ area: choice });
    expect(decide(table, { i0: 101 }, types)).toEqual({ ok: false, code: 'inputNotAllowed', at: 'i0', rules: [] });
    expect(decide(table, { i0: 1, area: 'west' }, types)).toEqual({
      ok: false,
      code: 'outputNotAllowed',
      at: 'o0',
      rules: ['r1'],
    });
    expect(decide(table, { i0: 60 }, types)).toEqual({ ok: false, code: 'failed', at: 'r2', rules: ['r2'] });
    expect(decide(table, { i0: 'x' }, types)).toEqual({ ok: false, code: 'failed', at: 'i0', rules: [] });
  });
});

describe('what is wrong with a table', () => {
  const problems = (sketched: TableSketch, fields: Record<string, ValueRules> = {}): unknown[] => {
    const compiled = compileDecisionTable(sketch(sketched), sketchTypes(fields));
    return compiled.ok ? [] : compiled.problems.map(({ code, at }) => ({ code, ...at }));
  };
  const plain = { inputs: [{}], outputs: [{}], rules: ['- -> 1'] };

  it.each([
    ['nothing', plain, []],
    ['no outputs', { ...plain, outputs: [] }, [{ code: 'noOutputs', part: 'table' }]],
    [
      'a field that is gone',
      { ...plain, inputs: [{ source: { type: 'field' as const, field: 'gone' } }] },
      [{ code: 'unknownField', part: 'input', id: 'i0' }],
    ],
    [
      'an input without a question',
      { ...plain, inputs: [{ source: { type: 'feel' as const, text: ' ', kind: 'any' as const } }] },
      [{ code: 'noExpression', part: 'input', id: 'i0' }],
    ],
    ['a test', { ...plain, rules: ['> -> 1'] }, [{ code: 'feel', part: 'cell', rule: 'r1', column: 'i0' }]],
    ['an entry', { ...plain, rules: ['- -> 1 +'] }, [{ code: 'feel', part: 'cell', rule: 'r1', column: 'o0' }]],
    [
      'an entry of another kind',
      { ...plain, outputs: [{ kind: 'number' as const }], rules: ['- -> "a"'] },
      [{ code: 'wrongKind', part: 'cell', rule: 'r1', column: 'o0' }],
    ],
    [
      'an entry outside the list',
      { ...plain, outputs: [{ values: ['1', '[5..9]'] }], rules: ['1 -> 6', '2 -> 2'] },
      [{ code: 'notAllowed', part: 'cell', rule: 'r2', column: 'o0' }],
    ],
    ['priority of what', { ...plain, policy: 'P' }, [{ code: 'noPriorities', part: 'table' }]],
    [
      'a sum of several',
      { ...plain, policy: 'C+', outputs: [{}, {}], rules: ['- -> 1 | 2'] },
      [{ code: 'aggregateSeveral', part: 'table' }],
    ],
    [
      'a sum of texts',
      { ...plain, policy: 'C+', outputs: [{ kind: 'text' as const }], rules: ['- -> "a"'] },
      [{ code: 'aggregateKind', part: 'output', id: 'o0' }],
    ],
    [
      'a list for one value',
      { ...plain, policy: 'C', outputs: [{ field: 'i1' }] },
      [{ code: 'listIntoField', part: 'output', id: 'o0' }],
    ],
    [
      'one field twice',
      { ...plain, outputs: [{ field: 'i1' }, { field: 'i1' }], rules: ['- -> 1 | 2'] },
      [{ code: 'fieldTwice', part: 'output', id: 'o1' }],
    ],
  ])('%s', (_, sketched, expected) => {
    expect(problems(sketched)).toEqual(expected);
  });

  it('a note is nothing to ask about', () => {
    expect(problems(plain, { i0: { kind: 'note' } })).toEqual([{ code: 'fieldHoldsNothing', part: 'input', id: 'i0' }]);
  });

  it('a rule that speaks of columns that are gone still holds', () => {
    expect(problems({ ...plain, rules: ['- | > 5 -> 1 | 2'] })).toEqual([]);
  });
});
