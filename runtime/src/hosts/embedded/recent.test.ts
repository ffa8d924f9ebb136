import { expect, it } from 'vitest';
import { Recent } from './recent.ts';

it('keeps as many as it may, and those in use rather than those that are not', () => {
  const recent = new Recent<number>(3);
  for (let n = 0; n < 4; n += 1) recent.set(`k${n}`, n);
  for (let n = 4; n < 20; n += 1) {
    expect(recent.get('k3')).toBe(3);
    recent.set(`k${n}`, n);
  }
  const kept = Array.from({ length: 20 }, (_, n) => recent.get(`k${n}`)).filter((value) => value !== undefined);
  expect(kept).toHaveLength(3);
  expect(kept).toContain(3);
  expect(kept).toContain(19);
});

it('tells the newest value, and none of what was deleted or cleared', () => {
  const recent = new Recent<string>(2);
  recent.set('a', 'first');
  recent.set('a', 'second');
  expect(recent.get('a')).toBe('second');
  recent.delete('a');
  expect(recent.get('a')).toBeUndefined();
  recent.set('b', 'third');
  recent.clear();
  expect(recent.get('b')).toBeUndefined();
});
