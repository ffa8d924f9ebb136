import { describe, expect, it } from 'vitest';
import { compile } from '../../compiler/compile.ts';
import { DesignBuilder, OPEN_CATALOG } from '../../compiler/testing.ts';

const body = (id: string, order: string) => ({
  id,
  order,
  name: `Body ${id}`,
  party: { kind: 'department', type: id },
});

describe('a dispatch', () => {
  const { executable, diagnostics } = compile(
    new DesignBuilder()
      .node('start', 'start')
      .node('dispatch', 'd', {
        bodies: { x: body('x', 'a1'), y: body('y', 'a0') },
        choice: { mode: 'ticked', field: 'ticks' },
        rerun: 'changed',
      })
      .node('end', 'end')
      .chain('start', 'd', 'end')
      .field('ticks', { kind: 'department' })
      .field('score', { kind: 'number', access: { start: 'hidden', d: 'own', 'd/x': 'hidden' } })
      .build(),
    OPEN_CATALOG,
  );

  it('is one list of bodies in their order, with an office of its own for each', () => {
    expect(executable?.prims['d']).toMatchObject({
      type: 'many',
      role: 'dispatch',
      completion: 'all@1',
      rerun: 'changed',
      choice: { mode: 'ticked', field: 'ticks' },
      elements: [
        { id: 'y', name: 'Body y', party: { kind: 'department', type: 'y', level: 'same' }, post: null },
        { id: 'x', name: 'Body x', party: { kind: 'department', type: 'x', level: 'same' }, post: null },
      ],
      work: { lane: null },
    });
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('gives each body its own access where the drawer says so', () => {
    expect(executable?.fields.find(({ id }) => id === 'score')?.access).toEqual({
      start: 'hidden',
      d: 'own',
      'd/x': 'hidden',
    });
  });
});
