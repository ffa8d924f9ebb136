import { expect, test } from 'vitest';
import { checkValue, formatValue } from '../index.ts';

const day = { kind: 'date' } as const;

test('real days are taken, leap days included', () => {
  for (const value of ['2026-11-22', '2024-02-29', '2000-02-29']) expect(checkValue(day, value)).toEqual([]);
  expect(formatValue(day, '2026-11-22')).toBe('2026-11-22');
});

test('days that do not exist or are written otherwise are refused', () => {
  for (const value of [
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '20261122',
    '2026/11/22',
  ]) {
    expect(checkValue(day, value)).toEqual([{ code: 'badDate' }]);
  }
  expect(checkValue(day, 20261122)).toEqual([{ code: 'wrongKind', params: { kind: 'date' } }]);
});
