import { describe, expect, it } from 'vitest';
import { tableTypes } from '../decisions/index.ts';
import { sketch, sketchTypes, type TableSketch } from '../decisions/testing.ts';
import { caseTypes } from '../expressions/index.ts';
import { diagnosticSentence } from '../words/diagnostics.ts';
import { checkTables } from './check-tables.ts';
import type { Diagnostic } from './types.ts';

const types = sketchTypes({
  age: { kind: 'number', decimals: 0, min: 0 },
  area: {
    kind: 'choice',
    options: [
      { id: 'n', name: '北区' },
      { id: 's', name: '南区' },
    ],
  },
  flag: { kind: 'yesNo' },
  word: { kind: 'text' },
  note: { kind: 'note' },
});
const column = (name: string, field: string) => ({ name, source: { type: 'field' as const, field } });
const said = (sketched: TableSketch): readonly Diagnostic[] => {
  const table = { ...sketch(sketched), name: '分级' };
  return checkTables({ table }, types);
};
const plain = { inputs: [column('年龄', 'age')], outputs: [{ name: '等级' }] };

describe('what is said of a table', () => {
  it.each([
    ['table.noOutputs', { ...plain, outputs: [], rules: [] }],
    ['table.unknownField', { ...plain, inputs: [column('年龄', 'gone')], rules: [] }],
    ['table.fieldHoldsNothing', { ...plain, inputs: [column('年龄', 'note')], rules: [] }],
    ['table.noExpression', { ...plain, inputs: [{ source: { type: 'feel', text: '', kind: 'any' } }], rules: [] }],
    ['table.wrongKind', { ...plain, outputs: [{ kind: 'number' }], rules: ['- -> "a"'] }],
    ['table.fieldTwice', { ...plain, outputs: [{ field: 'age' }, { field: 'age' }], rules: ['- -> 1 | 2'] }],
    ['table.noPriorities', { ...plain, policy: 'P', rules: ['- -> 1'] }],
    ['table.aggregateSeveral', { ...plain, policy: 'C+', outputs: [{}, {}], rules: ['- -> 1 | 1'] }],
    ['table.aggregateKind', { ...plain, policy: 'C+', outputs: [{ kind: 'text' }], rules: ['- -> "a"'] }],
    ['table.listIntoField', { ...plain, policy: 'R', outputs: [{ field: 'age' }], rules: ['- -> 1'] }],
    ['table.notAllowed', { ...plain, outputs: [{ values: ['1'] }], rules: ['- -> 2'] }],
    ['table.unreadable', { ...plain, rules: ['> -> 1'] }],
    ['table.gap', { ...plain, rules: ['> 3 -> 1'] }],
    ['table.overlap', { ...plain, rules: ['- -> 1', '> 3 -> 1'] }],
    ['table.conflict', { ...plain, policy: 'A', rules: ['- -> 1', '> 3 -> 2'] }],
    ['table.masked', { ...plain, policy: 'F', rules: ['- -> 1', '> 3 -> 2'] }],
    ['table.impossible', { ...plain, rules: ['- -> 1', '< 0 -> 2'] }],
    ['table.unclear', { ...plain, rules: ['> form.limit -> 1'] }],
  ] satisfies [string, TableSketch][])('%s, in both languages and nothing else', (code, sketched) => {
    const found = said(sketched);
    expect(found.map((one) => one.code)).toEqual([code]);
    for (const language of ['zh', 'en'] as const) {
      for (const one of found) expect(diagnosticSentence(one, language)).not.toMatch(/[{}]/);
    }
  });

  it('table.tooLarge, where not all of it can be looked at', () => {
    const inputs = Array.from({ length: 14 }, (_, at) => column(`c${at}`, 'age'));
    const rules = Array.from({ length: 60 }, (_, rule) =>
      inputs
        .map((_, at) => `[${(rule * 7 + at * 3) % 40}..${((rule * 7 + at * 3) % 40) + 25}]`)
        .join(' | ')
        .concat(' -> 1'),
    );
    expect(said({ inputs, outputs: [{}], rules }).map(({ code }) => code)).toContain('table.tooLarge');
  });

  it('types, where the names around the table are known', () => {
    const fields = { age: { kind: 'number' }, word: { kind: 'text' } } as const;
    const table = { ...sketch({ ...plain, rules: ['> form.word -> form.gone'] }), name: '分级' };
    const found = checkTables({ table }, tableTypes(fields, caseTypes(fields, [])));
    expect(found.map(({ code }) => code)).toEqual(['feel.operands', 'feel.unknownEntry']);
    const [first] = found.map((one) => (['zh', 'en'] as const).map((language) => diagnosticSentence(one, language)));
    expect(first).toEqual([
      '“分级”的第 1 行“年龄”列第 1 个字符处，“=”不能用于数字和文字范围，结果总是空。两边换成同一种值。',
      'In the rule 1, column "年龄" of "分级", at character 1: "=" does not take a number and a range (a text); the result is always nothing. Use values of one kind.',
    ]);
  });

  it('names the case as a clerk would', () => {
    const sentences = (sketched: TableSketch, language: 'zh' | 'en'): string[] =>
      said(sketched).map((one) => diagnosticSentence(one, language));
    const inputs = [column('年龄', 'age'), column('地区', 'area'), column('已婚', 'flag'), column('代码', 'word')];
    const gap = {
      inputs,
      outputs: [{}],
      rules: ['[18..60) | "n", "s" | - | - -> 1', '< 18 | - | - | - -> 1', '>= 60 | "n" | true | not("a", "b") -> 1'],
    };
    expect(sentences(gap, 'zh')).toEqual([
      '决策表“分级”没有规则管这种情况：年龄 ≥ 60，地区 = 北区，已婚 = 是，代码 = a 或 b。补一条规则，或给结果设默认值。',
      '决策表“分级”没有规则管这种情况：年龄 ≥ 60，地区 = 北区，已婚 = 否。补一条规则，或给结果设默认值。',
      '决策表“分级”没有规则管这种情况：年龄 ≥ 60，地区 = 南区。补一条规则，或给结果设默认值。',
    ]);
    const overlap = {
      inputs,
      outputs: [{}],
      rules: ['- | "n" | - | not("x") -> 1', '[18..60) | - | - | - -> 1', '- | "s" | - | - -> 1'],
    };
    expect(sentences(overlap, 'en').at(-2)).toBe(
      'Rules 1 and 2 of "分级" hold at once: 18 ≤ 年龄 ≤ 59, 地区 = 北区, 代码 ≠ x. Change one of them, or the hit policy.',
    );
    expect(sentences({ ...plain, rules: ['> -> 1'] }, 'en')).toEqual([
      'In "分级", rule 1, column "年龄": it makes no sense at character 2. Correct it.',
    ]);
    expect(sentences({ ...plain, rules: [] }, 'en')).toEqual([
      'No rule of "分级" covers this: whatever the inputs are. Add a rule, or give the outputs a default.',
    ]);
  });
});
