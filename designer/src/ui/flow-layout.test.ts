import { flowSchema, type Flow } from '@tongban/shared/document';
import { describe, expect, it } from 'vitest';
import { BOX, layFlow } from './flow-layout.ts';

function flow(
  nodes: readonly [id: string, kind: string, lane: string][],
  edges: readonly [from: string, to: string][],
): Flow {
  return flowSchema.parse({
    lanes: Object.fromEntries(
      ['one', 'two'].map((id) => [id, { id, order: id, name: id, party: { kind: 'applicant' } }]),
    ),
    nodes: Object.fromEntries(nodes.map(([id, kind, lane]) => [id, { id, kind, name: id, lane }])),
    edges: Object.fromEntries(edges.map(([from, to]) => [`${from}-${to}`, { id: `${from}-${to}`, from, to }])),
  });
}

describe('the small flow picture', () => {
  const picture = layFlow(
    flow(
      [
        ['start', 'start', 'one'],
        ['check', 'task', 'two'],
        ['left', 'task', 'one'],
        ['right', 'task', 'one'],
        ['end', 'end', 'two'],
      ],
      [
        ['start', 'check'],
        ['check', 'left'],
        ['check', 'right'],
        ['left', 'end'],
        ['right', 'end'],
        ['right', 'check'],
      ],
    ),
  );
  const at = (id: string) => {
    const found = picture.nodes.find((one) => one.node.id === id);
    if (found === undefined) throw new Error(`Expected a box for ${id} but found none.`);
    return found;
  };

  it('reads from left to right, each step in the row of its office', () => {
    expect(at('start').x).toBeLessThan(at('check').x);
    expect(at('check').x).toBeLessThan(at('left').x);
    expect(at('left').x).toBeLessThan(at('end').x);
    const [one, two] = picture.lanes;
    expect(at('left').y).toBeGreaterThanOrEqual(one?.y ?? NaN);
    expect(at('check').y).toBeGreaterThanOrEqual(two?.y ?? NaN);
  });

  it('puts steps side by side under one another', () => {
    expect(at('left').x).toBe(at('right').x);
    expect(Math.abs(at('left').y - at('right').y)).toBeGreaterThanOrEqual(BOX.height);
  });

  it('shows the way back as a loop, and nothing else', () => {
    expect(picture.edges.filter((one) => one.loop).map((one) => one.edge.id)).toEqual(['right-check']);
  });
});
