import { flowSchema, type Flow } from '@tongban/shared/document';
import { describe, expect, it } from 'vitest';
import { PICTURE, type Box } from './geometry.ts';
import { layFlow, type Picture } from './picture.ts';
import type { Dot } from './path.ts';

function flow(nodes: readonly string[], edges: readonly string[]): Flow {
  return flowSchema.parse({
    lanes: Object.fromEntries(
      ['one', 'two', 'nobody'].map((id) => [id, { id, order: id, name: id, party: { kind: 'applicant' } }]),
    ),
    nodes: Object.fromEntries(
      nodes.map((text) => {
        const [id = '', kind = 'task', lane] = text.split(':');
        return [id, { id, kind, name: id, ...(lane ? { lane } : {}) }];
      }),
    ),
    edges: Object.fromEntries(
      edges.map((text, i) => {
        const [from, to] = text.split('>');
        return [text, { id: text, from, to, order: `a${String(i).padStart(3, '0')}` }];
      }),
    ),
  });
}

const at = (picture: Picture, id: string) => {
  const found = picture.nodes.find((one) => one.node.id === id);
  if (found === undefined) throw new Error(`Expected a box for ${id} but found none.`);
  return found;
};

type Stretch = readonly [a: Dot, b: Dot];
const stretches = (points: readonly Dot[]): Stretch[] => points.slice(1).map((b, i): Stretch => [points[i] ?? b, b]);
const length = ([a, b]: Stretch): number => Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
const boxOf = ([a, b]: Stretch): Box => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
});
const inside = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;
const meets = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
/** Length that two stretches run on top of each other. */
function together(p: Stretch, q: Stretch): number {
  const [a, b] = [boxOf(p), boxOf(q)];
  const along = (lowA: number, sizeA: number, lowB: number, sizeB: number): number =>
    Math.min(lowA + sizeA, lowB + sizeB) - Math.max(lowA, lowB);
  if (a.height === 0 && b.height === 0 && a.y === b.y) return along(a.x, a.width, b.x, b.width);
  if (a.width === 0 && b.width === 0 && a.x === b.x) return along(a.y, a.height, b.y, b.height);
  return 0;
}

/** Lines behind boxes that are not theirs, and lines that lie on others for good. */
function hidden(picture: Picture): string[] {
  const found: string[] = [];
  for (const { edge, points } of picture.edges) {
    for (const box of picture.nodes) {
      if (box.node.id === edge.from || box.node.id === edge.to) continue;
      if (stretches(points).some((stretch) => meets(boxOf(stretch), box)))
        found.push(`${edge.id} behind ${box.node.id}`);
    }
    const own = stretches(points);
    const others = picture.edges.filter((other) => other.edge.id !== edge.id);
    const seen = own.reduce((sum, stretch) => {
      const covered = Math.max(
        0,
        ...others.flatMap((other) => stretches(other.points).map((theirs) => together(stretch, theirs))),
      );
      return sum + Math.max(0, length(stretch) - covered);
    }, 0);
    if (seen < 8) found.push(`${edge.id} lies on others`);
  }
  return found;
}

const picture = layFlow(
  flow(
    ['start:start:one', 'check:task:two', 'left:task:one', 'right:task:one', 'end:end:two'],
    ['start>check', 'check>left', 'check>right', 'left>end', 'right>end', 'right>check'],
  ),
);

describe('the small flow picture', () => {
  it('reads from left to right, each step in the row of its office; offices without a step have no row', () => {
    expect(at(picture, 'start').x).toBeLessThan(at(picture, 'check').x);
    expect(at(picture, 'check').x).toBeLessThan(at(picture, 'left').x);
    expect(at(picture, 'left').x).toBeLessThan(at(picture, 'end').x);
    const [one, two, ...more] = picture.lanes;
    expect(more).toEqual([]);
    expect(inside(at(picture, 'left'), { x: 0, y: one?.y ?? NaN, width: 9999, height: one?.height ?? NaN })).toBe(true);
    expect(inside(at(picture, 'check'), { x: 0, y: two?.y ?? NaN, width: 9999, height: two?.height ?? NaN })).toBe(
      true,
    );
  });

  it('puts steps side by side under one another', () => {
    expect(at(picture, 'left').x).toBe(at(picture, 'right').x);
    expect(Math.abs(at(picture, 'left').y - at(picture, 'right').y)).toBeGreaterThanOrEqual(PICTURE.card.height);
  });

  it('shows the way back as a loop above the rows, and nothing else', () => {
    const loops = picture.edges.filter((one) => one.loop);
    expect(loops.map((one) => one.edge.id)).toEqual(['right>check']);
    expect(Math.min(...(loops[0]?.points ?? []).map((dot) => dot.y))).toBeLessThan(0);
  });

  it('holds everything inside its frame: boxes, and every point of every line', () => {
    for (const box of picture.nodes) expect(inside(box, picture.frame)).toBe(true);
    for (const { points } of picture.edges) {
      for (const dot of points) expect(inside({ ...dot, width: 0, height: 0 }, picture.frame)).toBe(true);
    }
  });

  it.each([
    {
      name: 'a way that skips what stands in its own row',
      nodes: [
        's:start:one',
        'a:task:two',
        'g:exclusive',
        'p:parallel',
        'x:task:two',
        'y:task:one',
        'j:parallel',
        'z:end',
      ],
      edges: ['s>a', 'a>g', 'g>p', 'p>x', 'p>y', 'x>j', 'y>j', 'j>z', 'g>z'],
    },
    {
      name: 'two ways back to the same step, and one to the beginning',
      nodes: ['s:start:one', 'a:task:one', 'b:task:one', 'c:task:two', 'z:end:two'],
      edges: ['s>a', 'a>b', 'b>c', 'c>z', 'b>a', 'c>a', 'c>b'],
    },
    {
      name: 'three ways past one another',
      nodes: ['s:start:one', 'g:exclusive', 'a:task:one', 'b:task:two', 'c:task:one', 'z:end:one'],
      edges: ['s>g', 'g>a', 'g>b', 'a>c', 'b>z', 'c>z', 'g>z', 'a>z'],
    },
  ])('hides no line: $name', ({ nodes, edges }) => {
    expect(hidden(layFlow(flow(nodes, edges)))).toEqual([]);
  });
});
