import { describe, expect, it } from 'vitest';
import { compileFeel, type CompileOptions } from './index.ts';

function valueOf(text: string, context: Record<string, unknown> = {}, options: CompileOptions = {}): unknown {
  const compiled = compileFeel(text, options);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  const result = compiled.evaluate(context);
  return result.ok ? result.value : result.code;
}

describe('a compiled text', () => {
  it('is evaluated with values again and again', () => {
    const text = 'if a > 5 and b = "x" then c * 2 else d';
    expect(valueOf(text, { a: 6, b: 'x', c: 4, d: 1 })).toBe(8);
    expect(valueOf(text, { a: 5, b: 'x', c: 4, d: 1 })).toBe(1);
  });

  it('knows names with spaces when they are given', () => {
    const names = {
      'Loan Amount': 'number',
      Applicant: { kind: 'context', entries: { 'first name': 'string' } },
    } as const;
    expect(valueOf('Loan Amount * 2', { 'Loan Amount': 4 }, { names })).toBe(8);
    expect(valueOf('Applicant.first name', { Applicant: { 'first name': 'Li' } }, { names })).toBe('Li');
  });

  it('tests a value in the manner of a decision table', () => {
    const test = (text: string, value: unknown): unknown =>
      valueOf(text, { '?': value }, { mode: 'unaryTests', names: { '?': 'any' } });
    expect([test('< 5', 4), test('[1..3]', 4), test('"a", "b"', 'b'), test('not("a")', 'a'), test('-', 1)]).toEqual([
      true,
      false,
      true,
      false,
      true,
    ]);
    expect(test('? > 3 and ? < 6', 5)).toBe(true);
  });

  it('that cannot be read has a problem with its place', () => {
    expect(compileFeel('a + ')).toMatchObject({ ok: false, problems: [{ code: 'syntax', from: 4 }] });
    expect(compileFeel('')).toMatchObject({ ok: false, problems: [{ code: 'syntax', from: 0 }] });
  });
});
