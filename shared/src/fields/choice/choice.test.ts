import { expect, test } from 'vitest';
import { checkValue, formatValue } from '../index.ts';

const options = { b: { id: 'b', order: 'a1', name: '乙' }, a: { id: 'a', order: 'a0', name: '甲' } };
const one = { kind: 'choice', display: 'radio', options } as const;
const several = { kind: 'choice', display: 'multiple', options: Object.values(options).reverse() } as const;

test('an offered option is taken and shown by its name, whether options are a record or a list', () => {
  expect(checkValue(one, 'a')).toEqual([]);
  expect(checkValue(several, ['b', 'a'])).toEqual([]);
  expect(formatValue(one, 'b')).toBe('乙');
  expect(formatValue({ ...one, display: 'multiple' }, ['b', 'a'])).toBe('甲、乙');
});

test('an option that is no longer offered is refused but still shown', () => {
  expect(checkValue(one, 'c')).toEqual([{ code: 'unknownOption', params: { option: 'c' } }]);
  expect(formatValue(one, 'c')).toBe('c');
});

test('one where several are asked, several where one is asked, and one twice are refused', () => {
  expect(checkValue(several, 'a')).toEqual([{ code: 'wrongKind', params: { kind: 'choice' } }]);
  expect(checkValue(one, ['a'])).toEqual([{ code: 'wrongKind', params: { kind: 'choice' } }]);
  expect(checkValue(several, ['a', 'a'])).toEqual([{ code: 'repeatedOption' }]);
});
