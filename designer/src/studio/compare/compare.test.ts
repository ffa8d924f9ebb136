import { designSchema, emptyDesign, type Design } from '@tongban/shared/document';
import { describe, expect, it } from 'vitest';
import { removeVariant, renameVariant } from './edits.ts';
import { barsOf, flowFigures } from './figures.ts';

const task = (id: string, days: number) => ({
  id,
  kind: 'task',
  name: id,
  lane: 'office',
  deadline: { amount: days, unit: 'workday' },
  decisions: { ok: { id: 'ok', order: 'a0', name: 'Done' } },
});
const edge = (from: string, to: string) => [`${from}-${to}`, { id: `${from}-${to}`, from, to }] as const;

function draw(nodes: readonly object[], edges: readonly (readonly [string, object])[]): Design {
  const blank = emptyDesign('t', 'T');
  const byId = Object.fromEntries(nodes.map((node) => [(node as { id: string }).id, node]));
  return designSchema.parse({
    ...blank,
    flow: {
      lanes: {
        who: { id: 'who', order: 'a0', name: 'Who', party: { kind: 'applicant' } },
        office: { id: 'office', order: 'a1', name: 'Office', party: { kind: 'department', type: 'x' } },
      },
      nodes: {
        begin: { id: 'begin', kind: 'start', name: 'Begin', lane: 'who' },
        ...byId,
        done: { id: 'done', kind: 'end', name: 'Done' },
      },
      edges: Object.fromEntries(edges),
    },
  });
}
const series = draw([task('a', 2), task('b', 3)], [edge('begin', 'a'), edge('a', 'b'), edge('b', 'done')]);
const sideBySide = draw(
  [task('a', 2), task('b', 3), { id: 'fork', kind: 'parallel', name: '' }, { id: 'join', kind: 'parallel', name: '' }],
  [
    edge('begin', 'fork'),
    edge('fork', 'a'),
    edge('fork', 'b'),
    edge('a', 'join'),
    edge('b', 'join'),
    edge('join', 'done'),
  ],
);

describe('comparing flows', () => {
  it('shows what side by side gains: fewer days, more offices at once', () => {
    const context = { items: {} };
    expect(flowFigures(series, series.flow, context)).toMatchObject({ days: 5, sumDays: 5, steps: 2, width: 1 });
    expect(flowFigures(series, sideBySide.flow, context)).toMatchObject({ days: 3, sumDays: 5, steps: 2, width: 2 });
  });

  it('puts each step on the time line, a loop counted once', () => {
    const back = draw(
      [task('a', 2), task('b', 3)],
      [edge('begin', 'a'), edge('a', 'b'), edge('b', 'a'), edge('b', 'done')],
    );
    expect(barsOf(back.flow, new Set(['a'])).map(({ node, from, to, critical }) => [node, from, to, critical])).toEqual(
      [
        ['a', 0, 2, true],
        ['b', 2, 5, false],
      ],
    );
  });

  it('says nothing of a width while the flow cannot run', () => {
    const broken = draw([task('a', 1)], [edge('a', 'done')]);
    expect(flowFigures(broken, broken.flow, { items: {} }).width).toBeNull();
  });

  it('renames and deletes variants', () => {
    const design: Design = {
      ...series,
      variants: { v: { id: 'v', order: 'a0', name: 'V', flow: sideBySide.flow, layout: {} } },
    };
    expect(renameVariant(design, 'v', 'W').variants.v?.name).toBe('W');
    expect(renameVariant(design, 'x', 'W')).toBe(design);
    expect(removeVariant(design, 'v').variants).toEqual({});
  });
});
