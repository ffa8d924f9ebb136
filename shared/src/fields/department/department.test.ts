import { expect, test } from 'vitest';
import { checkValue, formatValue } from '../index.ts';

const options = [
  { id: 'fire', name: '消防' },
  { id: 'water', name: '水利' },
];

test('ticked departments are a list of ids, shown by name', () => {
  expect(checkValue({ kind: 'department', options }, ['water', 'fire'])).toEqual([]);
  expect(formatValue({ kind: 'department', options }, ['water', 'fire'])).toBe('消防、水利');
});

test('without options of its own the list is taken as the dispatch knows it', () => {
  expect(checkValue({ kind: 'department', options: [] }, ['any'])).toEqual([]);
  expect(checkValue({ kind: 'department', options: [] }, ['any', 'any'])).toEqual([{ code: 'repeatedOption' }]);
});

test('a department that cannot be ticked, or a single id, is refused', () => {
  expect(checkValue({ kind: 'department', options }, ['mine'])).toEqual([
    { code: 'unknownOption', params: { option: 'mine' } },
  ]);
  expect(checkValue({ kind: 'department', options }, 'fire')).toEqual([
    { code: 'wrongKind', params: { kind: 'department' } },
  ]);
});
