import { expect, test } from 'vitest';
import { checkValue, fieldKind } from '../index.ts';

test('a note is shown, never filled in', () => {
  expect(fieldKind('note').holdsValue).toBe(false);
  expect(checkValue({ kind: 'note' }, '写在这里')).toEqual([{ code: 'noValue' }]);
});
