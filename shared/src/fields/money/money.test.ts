import { expect, test } from 'vitest';
import { checkValue, formatValue, newField } from '../index.ts';

const amount = { kind: 'money', min: 0 } as const;

test('money reads with thousands and cents', () => {
  expect(formatValue(amount, 1234567.5)).toBe('1,234,567.50');
  expect(formatValue(amount, 0)).toBe('0.00');
  expect(formatValue({ ...amount, decimals: 0 }, 1000)).toBe('1,000');
});

test('parts of a cent and negative amounts are refused', () => {
  expect(checkValue(amount, 0.005)).toEqual([{ code: 'tooManyDecimals', params: { decimals: 2 } }]);
  expect(checkValue(amount, -0.01)).toEqual([{ code: 'tooSmall', params: { min: 0 } }]);
  expect(checkValue(amount, true)).toEqual([{ code: 'wrongKind', params: { kind: 'money' } }]);
  expect(checkValue(amount, 1e14)).toEqual([{ code: 'tooLarge', params: { max: 1e13 } }]);
});

test('a new money field is in yuan and not negative', () => {
  const field = newField({ id: 'f', order: 'a0', section: 's', kind: 'money', name: '金额' });
  expect(field).toMatchObject({ unit: '元', min: 0, decimals: 2, source: { type: 'manual' } });
});
