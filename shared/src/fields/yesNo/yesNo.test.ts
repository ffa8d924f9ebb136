import { expect, test } from 'vitest';
import { checkValue, formatValue, isEmpty } from '../index.ts';

const answer = { kind: 'yesNo' } as const;

test('no is an answer, in both languages', () => {
  expect(isEmpty(false)).toBe(false);
  expect(checkValue(answer, false)).toEqual([]);
  expect(formatValue(answer, false)).toBe('否');
  expect(formatValue(answer, true, 'en')).toBe('Yes');
});

test('the word for yes is not yes', () => {
  expect(checkValue(answer, '是')).toEqual([{ code: 'wrongKind', params: { kind: 'yesNo' } }]);
});
