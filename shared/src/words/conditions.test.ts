import { describe, expect, it } from 'vitest';
import { DesignBuilder, when } from '../compiler/testing.ts';
import { conditionSentence } from './conditions.ts';

describe('a condition as a sentence', () => {
  const names = new DesignBuilder()
    .task('review', { decides: ['pass', '-fail'] })
    .field('sum', { kind: 'number', name: '总投资', unit: '万元' })
    .field('day', { kind: 'date', name: '开工日期' })
    .field('kind', { kind: 'choice', name: '类型', options: { n: { id: 'n', order: 'a0', name: '新建' } } })
    .field('urgent', { kind: 'yesNo', name: '加急' })
    .build();
  const field = (id: string, op: string, right?: unknown) => ({
    type: 'compare',
    left: { type: 'field', id },
    op,
    right,
  });

  it.each([
    [field('sum', 'gt', 5000), '总投资 大于 5000 万元', '总投资 is more than 5000 万元'],
    [field('day', 'lt', '2026-11-22'), '开工日期 早于 2026-11-22', '开工日期 is before 2026-11-22'],
    [field('kind', 'eq', 'n'), '类型 等于 “新建”', '类型 is "新建"'],
    [field('urgent', 'eq', true), '加急 等于 是', '加急 is Yes'],
    [field('sum', 'empty'), '总投资 未填写', '总投资 is empty'],
    [field('gone', 'filled'), '已删去的项 已填写', 'something removed is filled in'],
    [
      { type: 'compare', left: { type: 'decision', node: 'review' }, op: 'in', right: ['pass', 'fail'] },
      'review的结果 是以下之一 “pass”、“fail”',
      'review result is one of "pass", "fail"',
    ],
    [
      {
        type: 'all',
        of: [field('sum', 'ge', 1), { type: 'any', of: [field('urgent', 'eq', false), field('day', 'filled')] }],
      },
      '总投资 不小于 1 万元 并且 （加急 等于 否 或者 开工日期 已填写）',
      '总投资 is at least 1 万元 and (加急 is No or 开工日期 is filled in)',
    ],
    [{ type: 'feel', text: ' form.sum > 1 ' }, 'form.sum > 1', 'form.sum > 1'],
  ])('%#', (condition, zh, en) => {
    expect(conditionSentence(when(condition), names, 'zh')).toBe(zh);
    expect(conditionSentence(when(condition), names, 'en')).toBe(en);
  });
});
