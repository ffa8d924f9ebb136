import { describe, expect, it } from 'vitest';
import { Drawn, flow, lowered, primOf } from '../testing.ts';

const after = { type: 'timer', after: { amount: 7, unit: 'day' } };
const drawing = (on: unknown, more: object = {}) =>
  flow()
    .node('wait', 'w', { on, ...more })
    .task('last')
    .chain('start', 'w', 'last', 'end')
    .field('sum', { kind: 'number' })
    .field('day', { kind: 'date' });

describe('wait', () => {
  it('has one arm for its event', () => {
    expect(primOf(drawing(after, { outsideClock: true }), 'w')).toEqual({
      type: 'wait',
      id: 'w',
      name: 'w',
      lane: null,
      boundaries: [],
      arms: [
        { id: 'w', name: 'w', on: { type: 'timer', when: { from: 'start', after: after.after } }, edge: 'w>last' },
      ],
      outsideClock: true,
    });
    const armOf = (on: unknown) => {
      const prim = primOf(drawing(on), 'w');
      return prim.type === 'wait' ? prim.arms[0]?.on : null;
    };
    expect(armOf({ type: 'date', field: 'day' })).toEqual({ type: 'timer', when: { from: 'field', field: 'day' } });
    expect(armOf({ type: 'signal', name: 'go' })).toEqual({ type: 'signal', name: 'go' });
    const condition = { type: 'compare', left: { type: 'field', id: 'sum' }, op: 'gt', right: 5 };
    expect(armOf({ type: 'condition', condition })).toEqual({
      type: 'condition',
      when: { source: condition, reads: ['sum'] },
    });
  });

  it('goes on when the time is over', () => {
    const drawn = new Drawn(drawing(after));
    expect(drawn.open).toEqual([]);
    drawn.fire('w', 'w');
    expect(drawn.open).toEqual(['last']);
  });

  it('goes on with a message of its name and keeps what it brought', () => {
    const into = { m: { id: 'm', order: 'a0', field: 'sum', name: 'paid' } };
    const drawn = new Drawn(drawing({ type: 'message', name: 'paid', into }));
    drawn.message('paid', { paid: 12 });
    expect(drawn.open).toEqual(['last']);
    expect(drawn.value('sum')).toBe(12);
  });
});

describe('the first of several events', () => {
  const race = () =>
    flow()
      .node('firstEvent', 'race')
      .node('wait', 'soon', { on: after, outsideClock: true })
      .node('wait', 'called', { on: { type: 'message', name: 'call', into: {} } })
      .task('late')
      .task('answered')
      .chain('start', 'race', 'soon', 'late', 'end')
      .chain('race', 'called', 'answered', 'end');

  it('is one wait with an arm for each', () => {
    const { prims, edges } = lowered(race());
    expect(prims['race']).toMatchObject({
      type: 'wait',
      arms: [
        { id: 'soon', edge: 'soon>late' },
        { id: 'called', edge: 'called>answered' },
      ],
      outsideClock: false,
    });
    expect(prims['soon']).toBeUndefined();
    expect(edges['soon>late']).toEqual({ id: 'soon>late', from: 'race', to: 'late' });
    expect(edges['race>soon']).toBeUndefined();
  });

  it('decides the way, and the others no longer count', () => {
    const drawn = new Drawn(race());
    drawn.message('call');
    expect(drawn.open).toEqual(['answered']);
    const late = new Drawn(race());
    late.fire('race', 'soon');
    expect(late.open).toEqual(['late']);
    expect(late.play.refused('system', { type: 'deliverMessage', name: 'call', values: {} }).code).toBe('nobodyWaits');
  });
});
