import { describe, expect, it } from 'vitest';
import { compile } from '../../compiler/compile.ts';
import { DesignBuilder, OPEN_CATALOG } from '../../compiler/testing.ts';
import { Drawn, flow, primOf } from '../testing.ts';

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

describe('how a dispatch comes together', () => {
  const bodies = { x: body('x', 'a0'), y: body('y', 'a1'), z: body('z', 'a2') };
  const decisions = {
    ok: { id: 'ok', order: 'a0', name: 'ok', tone: 'positive', opinionRequired: false },
    no: { id: 'no', order: 'a1', name: 'no', tone: 'negative', opinionRequired: false },
  };
  const drawing = (more: Readonly<Record<string, unknown>>) =>
    flow()
      .node('dispatch', 'd', { bodies, decisions, post: undefined, ...more })
      .task('good')
      .task('bad')
      .edge('start', 'd')
      .edge('d', 'good', { decision: 'ok' })
      .edge('d', 'bad', { decision: 'no' })
      .chain('good', 'end')
      .chain('bad', 'end');

  it('n of m: those left are cancelled, or finish as notes', () => {
    expect(primOf(drawing({ join: 'atLeast', count: 2, rest: 'note' }), 'd')).toMatchObject({
      completion: 'atLeast@1',
      params: { n: 2 },
      rest: 'note',
    });
    const drawn = new Drawn(drawing({ join: 'atLeast', count: 2 }));
    drawn.play.answer('d', 'x');
    drawn.play.answer('d', 'y');
    expect(drawn.open).toEqual(['good']);
  });

  it('the first refusal ends it', () => {
    expect(primOf(drawing({ join: 'firstRejection' }), 'd')).toMatchObject({ completion: 'firstRejection@1' });
    const drawn = new Drawn(drawing({ join: 'firstRejection' }));
    drawn.play.answer('d', 'y', 'no');
    expect(drawn.open).toEqual(['bad']);
  });

  it('as they come: it closes when everyone is done', () => {
    expect(primOf(drawing({ join: 'arrive' }), 'd')).toMatchObject({ completion: 'arrive@1' });
    const drawn = new Drawn(drawing({ join: 'arrive' }));
    drawn.play.answer('d', 'y', 'no');
    drawn.play.answer('d', 'x');
    expect(drawn.open).toEqual(['d/z']);
    drawn.play.answer('d', 'z', 'no');
    expect(drawn.open).toEqual(['good']);
  });
});
