import { expect, test } from 'vitest';
import { checkValue, formatValue } from '../index.ts';

const years = { kind: 'number', min: 0, max: 60, decimals: 1 } as const;

test('a number inside its range and decimals is taken, both ends included', () => {
  for (const value of [0, 60, 37.5]) expect(checkValue(years, value)).toEqual([]);
});

test('out of range and too many decimals are told apart, and both at once', () => {
  expect(checkValue(years, -1)).toEqual([{ code: 'tooSmall', params: { min: 0 } }]);
  expect(checkValue(years, 60.25)).toEqual([
    { code: 'tooLarge', params: { max: 60 } },
    { code: 'tooManyDecimals', params: { decimals: 1 } },
  ]);
});

test('digits as text are not a number, and neither is infinity', () => {
  expect(checkValue(years, '12')).toEqual([{ code: 'wrongKind', params: { kind: 'number' } }]);
  expect(checkValue(years, Number.POSITIVE_INFINITY)).toEqual([{ code: 'wrongKind', params: { kind: 'number' } }]);
});

test('numbers in exponent form are counted by their decimals', () => {
  expect(checkValue({ kind: 'number' }, 1e-7)).toEqual([{ code: 'tooManyDecimals', params: { decimals: 6 } }]);
  expect(checkValue({ kind: 'number', decimals: 0 }, 1e12)).toEqual([]);
});

test('thousands are set apart', () => {
  expect(formatValue(years, 1234567.5)).toBe('1,234,567.5');
  expect(formatValue(years, -1234)).toBe('-1,234');
});
