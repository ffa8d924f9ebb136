/** What a design's FEEL texts get wrong: the code, the place, and a sentence in both languages. */
import { describe, expect, it } from 'vitest';
import { sketch } from '../decisions/testing.ts';
import type { Design } from '../document/index.ts';
import { FEEL_PROBLEMS } from '../expressions/index.ts';
import { diagnosticSentence } from '../words/diagnostics.ts';
import { compile } from './compile.ts';
import { linearDesign, OPEN_CATALOG, when } from './testing.ts';
import type { Diagnostic } from './types.ts';

const fields = () =>
  linearDesign({ review: 2 })
    .field('n', { kind: 'number', access: { start: 'write' } })
    .field('s', { access: { start: 'write' } })
    .field('yes', { kind: 'yesNo', access: { start: 'write' } })
    .field('day', { kind: 'date', access: { start: 'write' } })
    .field('files', { kind: 'file', access: { start: 'write' } });

const quiet = ['time.noPromise', 'time.noDeadline', 'field.neverWritten'];
const about = (found: readonly Diagnostic[]): Diagnostic[] =>
  found.filter(({ element, code }) => element.kind === 'field' && !quiet.includes(code));

/** Of a field that is shown under the condition. */
const asCondition = (text: string): Diagnostic[] => {
  const visible = when({ type: 'feel', text });
  return about(compile(fields().field('x', { rules: { visible } }).build(), OPEN_CATALOG).diagnostics);
};
const asFormula = (feel: string, kind: 'number' | 'text' | 'date' = 'number'): Diagnostic[] =>
  about(
    compile(
      fields()
        .field('x', { kind, source: { type: 'computed', feel } })
        .build(),
      OPEN_CATALOG,
    ).diagnostics,
  );

const CONDITIONS: readonly (readonly [string, string, number, string, string])[] = [
  ['amount > 1', 'feel.unknownName', 1, '没有叫“amount”的数据', 'nothing is called "amount"'],
  [
    'form.s.size = 1',
    'feel.unknownEntry',
    8,
    '没有“size”这一项（前面是文字）',
    'no "size" here (what stands before is a text)',
  ],
  ['sise(form.s)', 'feel.unknownFunction', 1, '没有叫“sise”的函数', 'no function "sise"'],
  ['form.s instance of word', 'feel.unknownType', 20, '没有叫“word”的类型', 'no type "word"'],
  [
    'contains(form.s)',
    'feel.argumentCount',
    1,
    '“contains”要 2 个值，这里给了 1 个',
    '"contains" takes 2 values, but 1 are given',
  ],
  ['starts with(string: form.s, start: "a")', 'feel.argumentName', 29, '参数', 'parameter "start"'],
  [
    'contains(form.n, "1")',
    'feel.argumentType',
    10,
    '第 1 个值要文字，这里是数字',
    'value 1 of "contains" is to be a text, but this is a number',
  ],
  ['form.n = "1"', 'feel.operands', 1, '“=”不能用于数字和文字', '"=" does not take a number and a text'],
  ['form.yes and form.n', 'feel.operand', 14, '“and”不能用于数字', '"and" does not take a number'],
  [
    'if form.n then true else false',
    'feel.condition',
    4,
    '“if”要判断是/否，这里是数字',
    '"if" asks for a yes or no, but this is a number',
  ],
  ['some x in form.n satisfies x > 1', 'feel.notAList', 11, '却是数字', 'but this is a number'],
  ['form.n(1)', 'feel.notAFunction', 1, '数字不能当函数调用', 'a number cannot be called'],
  ['form.n + 1', 'feel.result', 1, '结果是数字，这里要是/否', 'the result is a number, but a yes or no is needed'],
  ['date("2026-13-01") = null', 'feel.moment', 6, '“2026-13-01”不是日期', '"2026-13-01" is no date'],
  ['matches(form.s, "(")', 'feel.pattern', 17, '“(”不能作为匹配规则', '"(" cannot be used as a pattern'],
  ['date(form.day) < today()', 'feel.noClock', 18, '不能用“today”', '"today" cannot be used'],
  [`${'('.repeat(300)}true${')'.repeat(300)}`, 'feel.tooDeep', 201, '套了超过 200 层', 'nested deeper than 200 levels'],
  [`{${'k: 1, '.repeat(300)}l: 1} = null`, 'feel.tooManyNames', 1, '自定的名称超过 250 个', 'more than 250 names'],
  ['function(a) external {a: 1}', 'feel.external', 13, '不能使用外部函数', 'functions from outside'],
  ['form.n >', 'condition.syntax', 9, '第 9 个字符处看不懂', 'makes no sense at character 9'],
];

describe('a condition or formula in FEEL', () => {
  it.each(CONDITIONS)('%s', (text, code, position, zh, en) => {
    const [first, ...others] = asCondition(text);
    expect(others).toEqual([]);
    expect(first).toMatchObject({ code, severity: 'error', element: { kind: 'field', id: 'x' }, params: { position } });
    const sentences = (['zh', 'en'] as const).map((language) => diagnosticSentence(first as Diagnostic, language));
    expect(sentences[0]).toContain(zh);
    expect(sentences[1]).toContain(en);
    for (const sentence of sentences) expect(sentence).not.toMatch(/[{}]|undefined/);
  });

  it('has an example here for every code', () => {
    const seen = new Set(CONDITIONS.map(([, code]) => code.replace(/^\w+\./, '')));
    // A text of a document is shorter than what the language takes.
    expect(Object.keys(FEEL_PROBLEMS).filter((code) => !seen.has(code))).toEqual(['tooLong']);
  });

  it('is told where it begins and ends', () => {
    expect(asCondition('form.yes and form.n > "a" + 1')[0]?.params).toMatchObject({ position: 23, end: 29 });
  });

  it('gives what its field holds; a day may be given as one', () => {
    expect(asFormula('form.s')).toMatchObject([{ code: 'feel.result', params: { found: 'string', wanted: 'number' } }]);
    expect(asFormula('form.n * 2')).toEqual([]);
    expect(asFormula('string(form.n)', 'text')).toEqual([]);
    expect(asFormula('date(form.day) + duration("P1D")', 'date')).toEqual([]);
    expect(asFormula('date(form.day).year', 'date')).toMatchObject([{ code: 'feel.result' }]);
    expect(diagnosticSentence(asFormula('form.s')[0] as Diagnostic, 'zh')).toContain('计算公式');
  });

  it('is checked wherever a design has one: on a way, in a step that sets a field, in a table', () => {
    const at = (design: Design, kind: string): string[] =>
      compile(design, OPEN_CATALOG).diagnostics.flatMap(({ code, element }) =>
        element.kind === kind && code.startsWith('feel.') ? [code] : [],
      );
    const wrong = 'form.n + form.s > 1';
    const branched = fields()
      .node('exclusive', 'x')
      .edge('review', 'x')
      .edge('x', 'end', { condition: when({ type: 'feel', text: wrong }) })
      .build();
    expect(at(branched, 'edge')).toEqual(['feel.operands']);
    const sets = { one: { id: 'one', order: 'a0', field: 'n', feel: 'form.s' } };
    expect(at(fields().node('set', 'put', { sets }).build(), 'node')).toEqual(['feel.result']);
    const table = {
      ...sketch({ inputs: [{ source: { type: 'feel', text: wrong, kind: 'any' } }], outputs: [{}], rules: [] }),
      name: 'T',
    };
    const withTable = fields()
      .with((design) => ({ ...design, tables: { [table.id]: table } }))
      .build();
    expect(at(withTable, 'table')).toContain('feel.operands');
  });

  it('names what is gone once, as what it is', () => {
    const found = asCondition('form.gone > 1 and steps.left.outcome = "ok"');
    expect(found.map(({ code }) => code)).toEqual(['condition.unknownField', 'condition.unknownStep']);
  });

  it('reaches nothing that every object has', () => {
    for (const name of ['constructor', '__proto__', 'toString']) {
      expect(asCondition(`form.${name} = null`), name).not.toEqual([]);
      expect(asCondition(`${name} = null`), name).not.toEqual([]);
    }
  });
});
