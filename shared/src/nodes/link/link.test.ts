import { describe, expect, it } from 'vitest';
import { compile } from '../../compiler/compile.ts';
import { OPEN_CATALOG } from '../../compiler/testing.ts';
import { Drawn, flow, lowered } from '../testing.ts';

describe('link', () => {
  const drawing = () =>
    flow()
      .task('a', { decides: ['ok', '-no'], days: 1 })
      .task('b', { days: 2 })
      .node('link', 'x', { direction: 'throw', name: 'L' })
      .node('link', 'y', { direction: 'throw', name: 'L' })
      .node('link', 'z', { direction: 'catch', name: 'L' })
      .task('c', { days: 4 })
      .edge('start', 'a')
      .edge('a', 'x', { decision: 'ok' })
      .edge('a', 'b', { decision: 'no' })
      .chain('b', 'y')
      .chain('z', 'c', 'end');

  it('is a way that is not drawn: edges into the throwing ends lead to the catching one', () => {
    const { edges, prims } = lowered(drawing());
    expect(edges['a>ok>x']).toEqual({ id: 'a>ok>x', from: 'a', to: 'z' });
    expect(edges['b>y']).toEqual({ id: 'b>y', from: 'b', to: 'z' });
    expect([prims['x'], prims['y']]).toEqual([undefined, undefined]);
  });

  it('is followed like any way: by the case, by time, by returns', () => {
    const drawn = new Drawn(drawing());
    drawn.done('a', 'no');
    drawn.done('b');
    expect(drawn.open).toEqual(['c']);
    const { executable, time, diagnostics } = compile(drawing().build(), OPEN_CATALOG);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(time.criticalDays).toBe(7);
    expect(executable?.returnTargets['c']).toEqual(['a']);
  });
});
