import { describe, expect, it } from 'vitest';
import { Drawn, flow, lowered } from '../testing.ts';

describe('a group', () => {
  const drawing = () =>
    flow()
      .node('group', 'part')
      .task('left', { group: 'part' })
      .task('right', { group: 'part' })
      .node('group', 'inner', { group: 'part' })
      .task('deep', { group: 'inner' })
      .task('last')
      .chain('start', 'part', 'last', 'end')
      .chain('right', 'inner');

  it('is a scope that begins at every node that nothing leads to, and gives open paths their ends', () => {
    const { prims, edges, within, handlers } = lowered(drawing());
    expect(prims['part']).toEqual({
      type: 'scope',
      id: 'part',
      name: 'part',
      lane: null,
      boundaries: [],
      inner: ['part/in/left', 'part/in/right'],
      out: 'part>last',
      handlers: [],
    });
    expect(edges['part/in/left']).toEqual({ id: 'part/in/left', from: 'part', to: 'left' });
    expect(prims['deep/end']).toMatchObject({ type: 'end', result: 'finished' });
    expect(within).toEqual({
      left: 'part',
      'left/end': 'part',
      right: 'part',
      inner: 'part',
      'inner/end': 'part',
      deep: 'inner',
      'deep/end': 'inner',
    });
    expect(handlers).toBeUndefined();
  });

  it('may say with a start where it begins: that edge is its own', () => {
    const { prims, edges } = lowered(
      flow()
        .node('group', 'part')
        .node('start', 'begin', { group: 'part' })
        .task('a', { group: 'part' })
        .chain('start', 'part', 'end')
        .chain('begin', 'a'),
    );
    expect(prims['part']).toMatchObject({ inner: ['begin>a'] });
    expect(edges['begin>a']).toEqual({ id: 'begin>a', from: 'part', to: 'a' });
    expect(prims['begin']).toBeUndefined();
  });

  it('is done when nothing is under way in it', () => {
    const drawn = new Drawn(drawing());
    expect(drawn.open).toEqual(['left', 'right']);
    drawn.done('left');
    expect(drawn.open).toEqual(['right']);
    drawn.done('right');
    expect(drawn.open).toEqual(['deep']);
    drawn.done('deep');
    expect(drawn.open).toEqual(['last']);
  });

  it('lets its steps return within it and to before it, never into it from outside', () => {
    const { returnTargets } = lowered(
      flow()
        .task('first')
        .node('group', 'part')
        .task('a', { group: 'part' })
        .task('b', { group: 'part' })
        .task('last')
        .chain('start', 'first', 'part', 'last', 'end')
        .chain('a', 'b'),
    );
    expect(returnTargets).toEqual({ first: [], a: ['first'], b: ['a', 'first'], last: ['first'] });
  });
});

describe('a part that an event opens', () => {
  const drawing = (interrupting: boolean, inGroup = false) =>
    flow()
      .task('first')
      .node('group', 'part')
      .task('a', { group: 'part' })
      .task('last')
      .chain('start', 'first', 'part', 'last', 'end')
      .node('group', 'recall', {
        event: { on: { type: 'message', name: 'recall', into: {} }, interrupting },
        ...(inGroup ? { group: 'part' } : {}),
      })
      .task('look', { group: 'recall' })
      .task('tell', { group: 'recall' })
      .chain('look', 'tell');

  it('is a handler of the case, or of the group that it stands in', () => {
    const ofCase = lowered(drawing(false));
    expect(ofCase.handlers).toEqual([
      {
        id: 'recall',
        name: 'recall',
        on: { type: 'message', name: 'recall', into: [] },
        interrupting: false,
        edge: 'recall/in/look',
      },
    ]);
    expect(ofCase.prims['recall']).toBeUndefined();
    expect(ofCase.within).toMatchObject({ look: 'recall', tell: 'recall' });
    const ofPart = lowered(drawing(true, true));
    expect(ofPart.handlers).toBeUndefined();
    expect(ofPart.prims['part']).toMatchObject({ handlers: [{ id: 'recall', interrupting: true }] });
    expect(ofPart.within).toMatchObject({ recall: 'part', look: 'recall' });
  });

  it('with several beginnings forks them', () => {
    const { handlers, prims, edges, within } = lowered(drawing(false).task('also', { group: 'recall' }));
    expect(handlers).toMatchObject([{ edge: 'recall/in' }]);
    expect(edges['recall/in']).toEqual({ id: 'recall/in', from: 'recall', to: 'recall/fork' });
    expect(prims['recall/fork']).toMatchObject({ type: 'fork', out: ['recall/in/also', 'recall/in/look'] });
    expect(within?.['recall/fork']).toBe('recall');
  });

  it('opens beside what runs, as often as it happens', () => {
    const drawn = new Drawn(drawing(false));
    drawn.message('recall');
    expect(drawn.open).toEqual(['first', 'look']);
    drawn.done('look');
    drawn.done('first');
    drawn.message('recall');
    expect(drawn.open).toEqual(['a', 'look', 'tell']);
  });

  it('that interrupts takes the place of what runs in its scope', () => {
    const drawn = new Drawn(drawing(true, true));
    drawn.done('first');
    drawn.message('recall');
    expect(drawn.open).toEqual(['look']);
    drawn.done('look');
    drawn.done('tell');
    expect(drawn.open).toEqual(['last']);
  });

  it('lets nobody return out of it', () => {
    expect(lowered(drawing(false)).returnTargets).toMatchObject({ look: [], tell: ['look'] });
  });
});
