import { describe, expect, it } from 'vitest';
import { Drawn, flow, primOf } from '../testing.ts';

const drawing = () =>
  flow()
    .node('set', 'compute', {
      sets: {
        second: { id: 'second', order: 'a1', field: 'tax', feel: 'form.double / 10' },
        first: { id: 'first', order: 'a0', field: 'double', feel: 'form.sum * 2' },
      },
    })
    .task('last')
    .chain('start', 'compute', 'last', 'end')
    .field('sum', { kind: 'number' })
    .field('double', { kind: 'number', access: { start: 'hidden' } })
    .field('tax', { kind: 'number', access: { start: 'hidden' } });

describe('set', () => {
  it('sets its fields in their order, each seeing what came before', () => {
    expect(primOf(drawing(), 'compute')).toMatchObject({
      type: 'compute',
      table: null,
      sets: [{ field: 'double' }, { field: 'tax' }],
      out: 'compute>last',
    });
    const drawn = new Drawn(drawing(), { sum: 50 });
    expect([drawn.value('double'), drawn.value('tax')]).toEqual([100, 10]);
  });
});
