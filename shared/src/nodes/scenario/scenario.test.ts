import { describe, expect, it } from 'vitest';
import { Drawn, flow, primOf } from '../testing.ts';

const map = (field: string, name: string) => ({ m: { id: 'm', order: 'a0', field, name } });
const drawing = () =>
  flow()
    .node('scenario', 'child', {
      scenario: 'open-account',
      inputs: map('who', 'owner'),
      outputs: map('account', 'number'),
    })
    .task('good')
    .task('bad')
    .chain('start', 'child')
    .edge('child', 'good', { decision: 'approved' })
    .edge('child', 'bad')
    .chain('good', 'end')
    .chain('bad', 'end')
    .field('who')
    .field('account', { access: { start: 'hidden' } });

describe('scenario', () => {
  it('has a way for every result: its own, else the one without a result', () => {
    const prim = primOf(drawing(), 'child');
    expect(prim).toMatchObject({
      type: 'case',
      scenario: 'open-account',
      inputs: [{ field: 'who', name: 'owner' }],
      outputs: [{ field: 'account', name: 'number' }],
    });
    if (prim.type !== 'case') throw new Error('Expected a nested case');
    expect(prim.outcomes.map(({ id, edge }) => [id, edge])).toEqual([
      ['approved', 'child>approved>good'],
      ['refused', 'child>bad'],
      ['finished', 'child>bad'],
      ['rejected', 'child>bad'],
      ['terminated', 'child>bad'],
      ['failed', 'child>bad'],
    ]);
  });

  it('takes the way of the result, with what the other case gives back', () => {
    for (const [result, next] of [
      ['approved', 'good'],
      ['rejected', 'bad'],
    ] as const) {
      const drawn = new Drawn(drawing(), { who: 'Ann' });
      const asked = drawn.play.events.find((event) => event.type === 'childRequested');
      if (asked?.type !== 'childRequested') throw new Error('Expected another case to be asked for');
      expect(asked.inputs).toEqual({ owner: 'Ann' });
      const { activity, child } = asked;
      drawn.play.do('system', { type: 'childEnded', activity, child, result, values: { number: '42' } });
      expect(drawn.open).toEqual([next]);
      expect(drawn.value('account')).toBe('42');
    }
  });
});
