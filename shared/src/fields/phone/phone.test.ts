import { expect, test } from 'vitest';
import { checkValue, maskValue } from '../index.ts';

const phone = { kind: 'phone' } as const;

test.each(['13800001234', '0999-8600001', '099986000012', '010-66000000-8012'])('%s can be called', (value) => {
  expect(checkValue(phone, value)).toEqual([]);
});

test.each(['1380000123', '12800001234', '8600001', 'abc', '138 0000 1234'])('%s cannot', (value) => {
  expect(checkValue(phone, value)).toEqual([{ code: 'phoneForm' }]);
});

test('others see the first three and the last four digits', () => {
  expect(maskValue(phone, '13800001234')).toBe('138****1234');
});
