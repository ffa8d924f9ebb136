import { describe, expect, it } from 'vitest';
import { Drawn, flow, primOf } from '../testing.ts';

describe('signal', () => {
  const drawing = (throws: unknown) =>
    flow()
      .node('parallel', 'fork')
      .node('wait', 'w', { on: { type: 'signal', name: 'go' } })
      .task('after')
      .task('before')
      .node('signal', 's', { throws })
      .task('next')
      .node('parallel', 'join')
      .chain('start', 'fork', 'w', 'after', 'join', 'end')
      .chain('fork', 'before', 's', 'next', 'join')
      .field('sum');

  it('throws a signal, a message or an escalation, and goes on', () => {
    expect(primOf(drawing({ type: 'signal', name: 'go' }), 's')).toEqual({
      type: 'throw',
      id: 's',
      name: 's',
      what: { type: 'signal', name: 'go' },
      out: 's>next',
    });
    const values = { m: { id: 'm', order: 'a0', field: 'sum', name: 'amount' } };
    expect(primOf(drawing({ type: 'message', name: 'paid', values }), 's')).toMatchObject({
      what: { type: 'message', name: 'paid', values: [{ field: 'sum', name: 'amount' }] },
    });
    expect(primOf(drawing({ type: 'escalation', code: 'late' }), 's')).toMatchObject({
      what: { type: 'escalation', code: 'late' },
    });
  });

  it('wakes what waits for it', () => {
    const drawn = new Drawn(drawing({ type: 'signal', name: 'go' }));
    expect(drawn.open).toEqual(['before']);
    drawn.done('before');
    expect(drawn.open).toEqual(['after', 'next']);
  });
});
