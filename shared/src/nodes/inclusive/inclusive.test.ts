import { describe, expect, it } from 'vitest';
import { when } from '../../compiler/testing.ts';
import { Drawn, flow, lowered } from '../testing.ts';

const over = (right: number) => when({ type: 'compare', left: { type: 'field', id: 'sum' }, op: 'gt', right });

describe('inclusive', () => {
  const drawing = () =>
    flow()
      .node('inclusive', 'split')
      .task('a')
      .task('b')
      .task('c')
      .node('inclusive', 'meet')
      .task('last')
      .chain('start', 'split')
      .edge('split', 'a', { condition: over(10) })
      .edge('split', 'b', { condition: over(100) })
      .edge('split', 'c', { isDefault: true })
      .chain('a', 'meet', 'last', 'end')
      .chain('b', 'meet')
      .chain('c', 'meet')
      .field('sum', { kind: 'number' });

  it('forks into the ways whose condition holds and gathers those that were taken', () => {
    const { prims } = lowered(drawing());
    expect(prims['split']).toMatchObject({
      type: 'some',
      branches: [{ edge: 'split>a', when: { reads: ['sum'] } }, { edge: 'split>b' }],
      otherwise: 'split>c',
    });
    expect(prims['meet']).toEqual({
      type: 'gather',
      id: 'meet',
      name: 'meet',
      in: ['a>meet', 'b>meet', 'c>meet'],
      out: 'meet>last',
    });
  });

  it('with a way that has no condition always takes that one', () => {
    const builder = flow()
      .node('inclusive', 'split')
      .task('a')
      .task('b')
      .chain('start', 'split')
      .edge('split', 'a')
      .edge('split', 'b', { condition: over(10) })
      .chain('a', 'end')
      .chain('b', 'end')
      .field('sum', { kind: 'number' });
    expect(lowered(builder).prims['split']).toMatchObject({
      branches: [{ edge: 'split>a', when: null }, { edge: 'split>b' }],
      otherwise: null,
    });
  });

  it('with several in and several out becomes a gather and a fork', () => {
    const { prims, edges } = lowered(
      flow()
        .node('inclusive', 'split')
        .node('inclusive', 'mid')
        .node('inclusive', 'meet')
        .task('a')
        .task('b')
        .task('c')
        .task('d')
        .chain('start', 'split', 'a', 'mid', 'c', 'meet', 'end')
        .chain('split', 'b', 'mid', 'd', 'meet'),
    );
    expect(prims['mid']).toMatchObject({ type: 'gather', in: ['a>mid', 'b>mid'], out: 'mid/through' });
    expect(prims['mid/fork']).toMatchObject({ type: 'some' });
    expect(edges['mid>c']).toEqual({ id: 'mid>c', from: 'mid/fork', to: 'c' });
  });

  it('waits for the ways that were taken and no other', () => {
    const both = new Drawn(drawing(), { sum: 500 });
    expect(both.open).toEqual(['a', 'b']);
    both.done('a');
    expect(both.open).toEqual(['a>meet', 'b']);
    both.done('b');
    expect(both.open).toEqual(['last']);
    const rest = new Drawn(drawing(), { sum: 1 });
    expect(rest.open).toEqual(['c']);
    rest.done('c');
    expect(rest.open).toEqual(['last']);
  });

  it('lets a step return to before the fork, not into a way that is over', () => {
    const { returnTargets } = lowered(
      flow()
        .task('first')
        .node('inclusive', 'split')
        .task('a')
        .task('b')
        .node('inclusive', 'meet')
        .task('last')
        .chain('start', 'first', 'split', 'a', 'meet', 'last', 'end')
        .chain('split', 'b', 'meet'),
    );
    expect(returnTargets).toEqual({ first: [], a: ['first'], b: ['first'], last: ['first'] });
  });
});
