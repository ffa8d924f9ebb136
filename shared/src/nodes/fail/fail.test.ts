import { describe, expect, it } from 'vitest';
import { Drawn, flow, primOf } from '../testing.ts';

describe('fail', () => {
  const drawing = () =>
    flow()
      .node('group', 'part')
      .task('look', { group: 'part', decides: ['ok', '-no'] })
      .node('fail', 'unsafe', { group: 'part', code: 'unsafe' })
      .node('end', 'safe', { group: 'part' })
      .edge('look', 'safe', { decision: 'ok' })
      .edge('look', 'unsafe', { decision: 'no' })
      .chain('start', 'part', 'end');

  it('throws its code', () => {
    expect(primOf(drawing(), 'unsafe')).toMatchObject({ what: { type: 'error', code: 'unsafe' }, out: null });
  });

  it('ends the case as failed when nobody catches it', () => {
    const drawn = new Drawn(drawing());
    drawn.done('look', 'no');
    expect(drawn.result).toBe('failed');
  });

  it('goes to the attachment of its code before the one that catches all', () => {
    const drawn = new Drawn(
      drawing()
        .node('onError', 'any', { attachedTo: 'part' })
        .node('onError', 'mine', { attachedTo: 'part', code: 'unsafe' })
        .task('repair')
        .task('other')
        .chain('any', 'other', 'end')
        .chain('mine', 'repair', 'end'),
    );
    drawn.done('look', 'no');
    expect(drawn.open).toEqual(['repair']);
  });
});
