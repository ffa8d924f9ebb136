import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMPARISONS, type Condition } from '../document/index.ts';
import type { Value } from '../kernel/types.ts';
import { evaluateCondition } from './conditions.ts';
import { conditionToFeel } from './feel-text.ts';
import { checkFeel, computedValue, evaluateFeel, type ExpressionContext } from './feel.ts';
import { readsOf } from './reads.ts';

const FIELDS = ['a', 'b', 'if', 'x-1', '项目'];
const STEPS = ['s', 's-2'];

function context(
  values: Readonly<Record<string, Value>>,
  decisions: Readonly<Record<string, string>>,
): ExpressionContext {
  return { field: (id) => values[id], decision: (id) => decisions[id] };
}

const words = fc.constantFrom('', 'a', 'b', 'ab', 'A', '中', '国', '2026-11-22', '2026-12-01', 'q"\\\n\t', '5');
const numbers = fc.constantFrom(0, 1, -1, 5, 5.5, 1e-7, 1e21, -0.1, 5000);
const scalar = fc.oneof(words, numbers, fc.boolean());
const value: fc.Arbitrary<Value> = fc.oneof(
  scalar,
  fc.constant(null),
  fc.array(words, { maxLength: 3 }),
  fc.constant([{ id: 'f1', name: 'plan.pdf', bytes: 3 }]),
);
const left = fc.oneof(
  fc.constantFrom(...FIELDS).map((id) => ({ type: 'field' as const, id })),
  fc.constantFrom(...STEPS).map((node) => ({ type: 'decision' as const, node })),
);
const compare = fc.record(
  {
    type: fc.constant('compare' as const),
    left,
    op: fc.constantFrom(...COMPARISONS),
    right: fc.oneof(scalar, fc.array(scalar, { maxLength: 3 })),
  },
  { requiredKeys: ['type', 'left', 'op'] },
);
const free = fc.constantFrom('form.a = form.b // same', 'steps.s.outcome = "ok"', 'form.a > 3', 'count(form.b) > 1');
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    compare,
    free.map((text) => ({ type: 'feel' as const, text })),
    fc.record({
      type: fc.constantFrom('all' as const, 'any' as const),
      of: fc.array(tie('condition'), { maxLength: 3 }),
    }),
  ),
}));

describe('a sentence and its FEEL text', () => {
  it('hold for the same cases', () => {
    fc.assert(
      fc.property(
        condition,
        fc.dictionary(fc.constantFrom(...FIELDS), value),
        fc.dictionary(fc.constantFrom(...STEPS), words),
        (rule, values, decisions) => {
          const ctx = context(values, decisions);
          const text = conditionToFeel(rule);
          expect(checkFeel(text), text).toEqual({ ok: true });
          expect(evaluateFeel(text, ctx) === true, text).toBe(evaluateCondition(rule, ctx));
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('read the same data', () => {
    fc.assert(
      fc.property(condition, (rule) => {
        const direct = readsOf(rule);
        const viaText = readsOf({ type: 'feel', text: conditionToFeel(rule) });
        for (const id of viaText.fields) expect(direct.fields).toContain(id);
        for (const id of viaText.decisions) expect(direct.decisions).toContain(id);
      }),
    );
  });
});

describe('conditions', () => {
  const ctx = context({ amount: 6000, kind: ['north'], note: '', done: false }, { review: 'refuse' });
  const field = (id: string) => ({ type: 'field' as const, id });

  it.each([
    ['a number above a limit', { type: 'compare', left: field('amount'), op: 'gt', right: 5000 }, true],
    ['a list that holds an option', { type: 'compare', left: field('kind'), op: 'contains', right: 'north' }, true],
    ['an empty text is not filled', { type: 'compare', left: field('note'), op: 'filled' }, false],
    ['no is an answer', { type: 'compare', left: field('done'), op: 'filled' }, true],
    ['what nobody wrote is empty', { type: 'compare', left: field('later'), op: 'empty' }, true],
    ['a decision', { type: 'compare', left: { type: 'decision', node: 'review' }, op: 'eq', right: 'refuse' }, true],
    [
      'a step not yet decided',
      { type: 'compare', left: { type: 'decision', node: 'x' }, op: 'eq', right: 'ok' },
      false,
    ],
    ['text against number', { type: 'compare', left: field('amount'), op: 'eq', right: '6000' }, false],
    ['free text that is broken holds never', { type: 'feel', text: 'form.amount >' }, false],
  ] satisfies [string, Condition, boolean][])('%s', (_, rule, holds) => {
    expect(evaluateCondition(rule, ctx)).toBe(holds);
  });
});

describe('FEEL', () => {
  it('points to where a text stops making sense', () => {
    expect(checkFeel('form.a + form.b')).toEqual({ ok: true });
    expect(checkFeel('form.a + ')).toEqual({ ok: false, code: 'syntax', position: 9 });
    expect(checkFeel('')).toEqual({ ok: false, code: 'syntax', position: 0 });
  });

  it('computes a field from others', () => {
    const ctx = context({ paid: 800, top: 1000, day: '2026-11-22' }, {});
    expect(computedValue('min(form.paid, form.top)', ctx)).toBe(800);
    expect(computedValue('string(date(form.day) + duration("P1D"))', ctx)).toBe('2026-11-23');
    expect(computedValue('date(form.day)', ctx)).toBe('2026-11-22');
    expect(computedValue('form.paid / 0', ctx)).toBeNull();
    expect(computedValue('form.none + 1', ctx)).toBeNull();
  });

  it('tells what a text reads, and takes no comment or quotation for a read', () => {
    const text = 'form.a + get value(form, "x-1") = 2 and steps.s.outcome = "form.q" // form.z';
    expect(readsOf({ type: 'feel', text })).toEqual({ fields: ['a', 'x-1'], decisions: ['s'] });
  });
});
