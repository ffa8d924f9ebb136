import { describe, expect, it } from 'vitest';
import { compile } from '../../compiler/compile.ts';
import { OPEN_CATALOG } from '../../compiler/testing.ts';
import { Drawn, flow, lowered, primOf } from '../testing.ts';

describe('undo', () => {
  const drawing = (of?: string) =>
    flow()
      .task('freeze')
      .task('pay')
      .task('thaw', { undoes: 'freeze' })
      .task('refund', { undoes: 'pay' })
      .node('notify', 'tell', { text: 'done' })
      .node('undo', 'back', of === undefined ? {} : { of })
      .task('last')
      .chain('start', 'freeze', 'pay', 'back', 'last', 'end')
      .chain('refund', 'tell');

  it('throws compensation: of one step, or of all of its part', () => {
    expect(primOf(drawing(), 'back')).toMatchObject({ what: { type: 'compensate', of: null }, out: 'back>last' });
    expect(primOf(drawing('pay'), 'back')).toMatchObject({ what: { type: 'compensate', of: 'pay' } });
  });

  it('knows the reverse step of each, which ends by itself', () => {
    const { undo, edges, prims } = lowered(drawing());
    expect(undo).toEqual({ freeze: 'thaw/undo', pay: 'refund/undo' });
    expect(edges['thaw/undo']).toEqual({ id: 'thaw/undo', from: 'freeze', to: 'thaw' });
    expect(prims['thaw/end']).toMatchObject({ type: 'end' });
    expect(prims['refund/end']).toBeUndefined();
    expect(prims['tell/end']).toMatchObject({ type: 'end' });
  });

  it('undoes what is finished, the last first, then goes on', () => {
    const drawn = new Drawn(drawing());
    drawn.done('freeze');
    drawn.done('pay');
    expect(drawn.open).toEqual(['refund']);
    drawn.done('refund');
    expect(drawn.open).toEqual(['thaw']);
    drawn.done('thaw');
    expect(drawn.open).toEqual(['last']);
  });

  it('lets nobody return out of a reverse step', () => {
    expect(lowered(drawing()).returnTargets).toMatchObject({ thaw: [], refund: [], last: ['pay', 'freeze'] });
  });

  it('undoes a part by what its undoing opens', () => {
    const builder = flow()
      .node('group', 'part')
      .task('a', { group: 'part' })
      .node('group', 'back', { group: 'part', event: { on: { type: 'compensation' }, interrupting: false } })
      .task('restore', { group: 'back' })
      .node('undo', 'undo', { of: 'part' })
      .chain('start', 'part', 'undo', 'end');
    const { diagnostics } = compile(builder.build(), OPEN_CATALOG);
    expect(diagnostics.filter(({ code }) => code.startsWith('undo.'))).toEqual([]);
    const drawn = new Drawn(builder);
    drawn.done('a');
    expect(drawn.open).toEqual(['restore']);
  });
});
