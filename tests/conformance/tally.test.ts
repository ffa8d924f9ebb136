import { describe, expect, it } from 'vitest';
import { Tally } from './tally.ts';

function tally(passed: number, failed: number): Tally {
  const made = new Tally();
  const add = (ok: boolean): void => made.add({ group: 'level', name: '', ok, detail: '' });
  for (let at = 0; at < passed; at++) add(true);
  for (let at = 0; at < failed; at++) add(false);
  return made;
}

describe('what a suite is held against', () => {
  const baseline = { level: { passed: 9, total: 10 } };

  it('the bar and what passed before', () => {
    expect(tally(9, 1).falls(baseline, { level: 0.9 })).toEqual([]);
    expect(tally(8, 2).falls(baseline, {})).toMatchObject([{ group: 'level', least: 9, because: 'baseline' }]);
    expect(tally(9, 1).falls(baseline, { level: 1 })).toMatchObject([{ least: 10, because: 'bar' }]);
  });

  it('a part of the suite is counted and not judged', () => {
    expect(tally(3, 2).falls(baseline, { level: 1 })).toEqual([]);
    expect(tally(3, 2).sum).toEqual({ passed: 3, total: 5 });
  });
});
