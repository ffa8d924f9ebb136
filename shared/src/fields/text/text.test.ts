import { expect, test } from 'vitest';
import { checkValue, formatValue, normaliseValue } from '../index.ts';

const name = { kind: 'text', maxLength: 4 } as const;

test('text within its length is taken, and blanks around it are dropped', () => {
  expect(checkValue(name, '林一二三')).toEqual([]);
  expect(normaliseValue(name, '  林一 ')).toBe('林一');
  expect(formatValue(name, '林一')).toBe('林一');
});

test('text that is too long says by how much', () => {
  expect(checkValue(name, '林一二三四')).toEqual([{ code: 'tooLong', params: { max: 4, length: 5 } }]);
  expect(checkValue({ kind: 'text' }, '字'.repeat(201))).toEqual([
    { code: 'tooLong', params: { max: 200, length: 201 } },
  ]);
});

test('a number or a second line in a text field is refused', () => {
  expect(checkValue(name, 3)).toEqual([{ code: 'wrongKind', params: { kind: 'text' } }]);
  expect(checkValue(name, 'a\nb')).toEqual([{ code: 'lineBreak' }]);
});
