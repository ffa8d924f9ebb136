import { expect, test } from 'vitest';
import { checkValue, normaliseValue, usccCheckDigit } from '../index.ts';

const code = { kind: 'uscc' } as const;

test.each(['91350100M000100Y43', '91110108551385082Q', '91331022MA21000250'])('%s is valid', (value) => {
  expect(checkValue(code, value)).toEqual([]);
});

test('a sum that 31 divides has the check character 0', () => {
  expect(usccCheckDigit('91331022MA2100025')).toBe('0');
});

test('a wrong character is noticed, and letters that the alphabet lacks are a wrong form', () => {
  expect(checkValue(code, '91350100M000100Y44')).toEqual([{ code: 'usccCheckDigit' }]);
  expect(checkValue(code, '91350100O000100Y43')).toEqual([{ code: 'usccForm', params: { length: 18 } }]);
  expect(checkValue(code, '91350100M000100Y4')).toEqual([{ code: 'usccForm', params: { length: 17 } }]);
});

test('codes that begin with a letter are checked like any other', () => {
  const first17 = 'N2990001MF0000001';
  expect(checkValue(code, first17 + usccCheckDigit(first17))).toEqual([]);
});

test('small letters and blanks are one spelling', () => {
  expect(normaliseValue(code, ' 91350100m000100y43 ')).toBe('91350100M000100Y43');
});
