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

describe('what has no value', () => {
  const faults = (text: string, context: Record<string, unknown> = {}): string[] => {
    const told: string[] = [];
    const compiled = compileFeel(text);
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
    compiled.evaluate(context, { onFault: ({ code, subject }) => told.push(`${code} ${subject}`.trim()) });
    return told;
  };

  it.each([
    ['a + 1', 'unknownName a', 'operands +'],
    ['-"x"', 'operand -'],
    ['1 > "x"', 'operands >'],
    ['1 between null and 2', 'operands between'],
    ['1 in null', 'operands in'],
    ['true and 5', 'condition and'],
    ['{b: 1}.c', 'unknownEntry c'],
    ['abs("x")', 'argumentType abs'],
    ['abs(1, 2)', 'argumentCount abs'],
    ['abs(m: 1)', 'argumentName abs'],
    ['sqrt(-1)', 'argumentType sqrt'],
    ['date("never")', 'argumentType date'],
    ['@"never"', 'moment never'],
    ['(5)(1)', 'notAFunction'],
    ['for i in 5 return i', 'notAList'],
    ['[1.."x"]', 'operands ..'],
  ])('%s: told each time it is asked', (text, ...told) => {
    expect(faults(text)).toEqual(told);
    expect(faults(text)).toEqual(told);
  });

  it('nothing is told of what is null by right, nor of parts that are not asked', () => {
    for (const text of ['null', 'a', 'a = null', 'true and null', 'if true then 1 else abs("x")', 'min([])']) {
      expect(faults(text, { a: null })).toEqual([]);
    }
    expect(faults('get value(a, "b")', { a: {} })).toEqual([]);
  });
});
