import { describe, expect, it } from 'vitest';
import type { Executable } from '../definition/index.ts';
import { compile } from '../compiler/compile.ts';
import { DesignBuilder, OPEN_CATALOG, when } from '../compiler/testing.ts';

function lowered(builder: DesignBuilder): Executable {
  const { executable, diagnostics } = compile(builder.build(), OPEN_CATALOG);
  if (!executable) throw new Error(`Expected an executable but got ${diagnostics.map(({ code }) => code).join()}`);
  return executable;
}
const flow = (): DesignBuilder => new DesignBuilder().node('start', 'start').task('a').task('b').node('end', 'end');

describe('exclusive', () => {
  it('tries its conditions in their order and else takes the default', () => {
    const big = when({ type: 'compare', left: { type: 'field', id: 'size' }, op: 'gt', right: 5 });
    const { prims } = lowered(
      flow()
        .node('exclusive', 'x')
        .field('size', { kind: 'number' })
        .chain('start', 'x')
        .edge('x', 'a', { isDefault: true })
        .edge('x', 'b', { condition: big })
        .chain('a', 'end')
        .chain('b', 'end'),
    );
    expect(prims['x']).toEqual({
      type: 'choice',
      id: 'x',
      name: 'x',
      branches: [{ edge: 'x>b', when: { source: big, reads: ['size'] } }],
      otherwise: 'x>a',
    });
  });

  it('with one way out merges', () => {
    const { prims } = lowered(flow().node('exclusive', 'm').chain('start', 'a', 'm', 'b', 'end'));
    expect(prims['m']).toMatchObject({ type: 'choice', branches: [], otherwise: 'm>b' });
  });
});

describe('parallel', () => {
  it('with several ways out forks, with several ways in joins', () => {
    const { prims } = lowered(
      flow().node('parallel', 'f').node('parallel', 'j').chain('start', 'f', 'a', 'j', 'end').chain('f', 'b', 'j'),
    );
    expect(prims['f']).toMatchObject({ type: 'fork', out: ['f>a', 'f>b'] });
    expect(prims['j']).toMatchObject({ type: 'join', in: ['a>j', 'b>j'], out: 'j>end' });
  });

  it('with several of both becomes a join and a fork', () => {
    const { prims, edges } = lowered(
      flow()
        .task('c')
        .task('d')
        .node('parallel', 'f')
        .node('parallel', 'm')
        .node('parallel', 'j')
        .chain('start', 'f', 'a', 'm', 'c', 'j', 'end')
        .chain('f', 'b', 'm', 'd', 'j'),
    );
    expect(prims['m']).toMatchObject({ type: 'join', in: ['a>m', 'b>m'], out: 'm/through' });
    expect(prims['m/fork']).toMatchObject({ type: 'fork', out: ['m>c', 'm>d'] });
    expect(edges['m>c']).toEqual({ id: 'm>c', from: 'm/fork', to: 'c' });
  });
});

describe('start, end and on-time', () => {
  it('become a start, an end with its result, and a timer of the host', () => {
    const { prims, start, edges } = lowered(
      flow()
        .node('end', 'late', { result: 'refused' })
        .node('onTime', 'o', { attachedTo: 'a', interrupting: true, after: { amount: 3, unit: 'workhour' } })
        .chain('start', 'a', 'b', 'end')
        .chain('o', 'late'),
    );
    expect(prims[start]).toEqual({ type: 'start', id: 'start', name: 'start', lane: null, out: 'start>a' });
    expect(prims['late']).toEqual({ type: 'end', id: 'late', name: 'late', result: 'refused' });
    expect(prims['a']).toMatchObject({
      work: {
        timers: [{ id: 'o', name: 'o', after: { amount: 3, unit: 'workhour' }, interrupting: true, edge: 'o>late' }],
      },
    });
    expect(prims['o']).toBeUndefined();
    expect(edges['o>late']).toEqual({ id: 'o>late', from: 'a', to: 'late' });
  });
});
