import { expect, test } from 'vitest';
import { checkValue } from '../index.ts';

const reason = { kind: 'longText', maxLength: 10 } as const;

test('several lines are fine up to the length', () => {
  expect(checkValue(reason, '一\n二')).toEqual([]);
  expect(checkValue(reason, '一二三四五六七八九十一')).toEqual([{ code: 'tooLong', params: { max: 10, length: 11 } }]);
  expect(checkValue(reason, ['一'])).toEqual([{ code: 'wrongKind', params: { kind: 'longText' } }]);
});
