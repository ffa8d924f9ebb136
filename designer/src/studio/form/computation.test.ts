import { describe, expect, it } from 'vitest';
import { computedValue } from '@tongban/shared/expressions';
import { dropIndex, sideOf } from './drop.ts';
import { computationOf, computationToFeel, OPERATIONS } from './questions/computation.ts';

describe('how a field is worked out', () => {
  it('is read back as it was chosen', () => {
    for (const operation of OPERATIONS) {
      const fields = operation === 'copy' ? ['f_a'] : ['f_a', 'odd-id', 'f_c'];
      const chosen = { operation, fields };
      expect(computationOf(computationToFeel(chosen))).toEqual(chosen);
    }
  });

  it('gives the figure that the choice promises', () => {
    const data: Record<string, number> = { f_a: 12, 'odd-id': 3 };
    const context = { field: (id: string) => data[id], decision: () => undefined };
    const value = (operation: (typeof OPERATIONS)[number]) =>
      computedValue(computationToFeel({ operation, fields: ['f_a', 'odd-id'] }), context);
    expect([value('sum'), value('difference'), value('product'), value('quotient'), value('copy')]).toEqual([
      15, 9, 36, 4, 12,
    ]);
  });

  it('leaves a formula written elsewhere alone', () => {
    expect(computationOf('if form.a > 1 then 2 else 3')).toBeNull();
    expect(computationOf('form.a + form.b * form.c')).toBeNull();
  });
});

describe('dropping a field', () => {
  const half = { left: 100, top: 0, width: 200, height: 60 };
  it('lands beside a field of half a row, above or below one of a whole row', () => {
    expect(sideOf(half, 150, 50, 420)).toBe('before');
    expect(sideOf(half, 250, 10, 420)).toBe('after');
    expect(sideOf({ ...half, width: 420 }, 450, 10, 420)).toBe('before');
    expect(sideOf({ ...half, width: 420 }, 110, 50, 420)).toBe('after');
  });

  it('counts places without the field that moves', () => {
    expect(dropIndex(2, 'before', null)).toBe(2);
    expect(dropIndex(2, 'after', null)).toBe(3);
    expect(dropIndex(2, 'before', 0)).toBe(1);
    expect(dropIndex(0, 'after', 3)).toBe(1);
  });
});
