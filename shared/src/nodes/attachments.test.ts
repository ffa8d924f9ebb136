import { describe, expect, it } from 'vitest';
import type { NodeKind } from '../document/index.ts';
import { Drawn, flow, lowered, primOf } from './testing.ts';

const day = { amount: 1, unit: 'workday' };

describe('attachments', () => {
  const message = { type: 'message', name: 'stop', into: {} };
  /** A host of each kind that can hold one, with a message attached. */
  const hosted = (kind: NodeKind, more: Readonly<Record<string, unknown>>) =>
    flow()
      .node(kind, 'host', { ...more, ...(kind === 'task' ? {} : {}) })
      .chain('start', 'host', 'end')
      .node('onMessage', 'on', { attachedTo: 'host', interrupting: true, on: message })
      .task('instead')
      .chain('on', 'instead', 'end')
      .field('paper', { kind: 'file' });
  const boundary = {
    id: 'on',
    name: 'on',
    on: { type: 'message', name: 'stop', into: [] },
    interrupting: true,
    edge: 'on>instead',
    effect: null,
  };

  it.each([
    ['task', {}],
    ['dispatch', { bodies: { b: { id: 'b', order: 'a0', name: 'B', party: { kind: 'department', type: 'b' } } } }],
    ['fetch', { register: 'people' }],
    ['connect', { url: 'https://example.org' }],
    ['document', { template: 'x', target: 'paper' }],
    ['scenario', { scenario: 'other' }],
    ['wait', { on: { type: 'signal', name: 'go' } }],
  ] as const)('hang on a %s, their way leaving from it', (kind, more) => {
    const { prims, edges } = lowered(hosted(kind, more));
    const host = prims['host'];
    const boundaries =
      host && 'work' in host ? host.work.boundaries : host && 'boundaries' in host ? host.boundaries : [];
    expect(boundaries).toEqual([boundary]);
    expect(edges['on>instead']).toEqual({ id: 'on>instead', from: 'host', to: 'instead' });
    expect(prims['on']).toBeUndefined();
    const drawn = new Drawn(hosted(kind, more));
    drawn.message('stop');
    expect(drawn.open).toEqual(['instead']);
  });

  it('hang on a group and interrupt all that is in it', () => {
    const builder = flow()
      .node('group', 'part')
      .task('a', { group: 'part' })
      .task('b', { group: 'part' })
      .chain('start', 'part', 'end')
      .node('onMessage', 'on', { attachedTo: 'part', interrupting: true, on: message })
      .task('instead')
      .chain('on', 'instead', 'end');
    expect(primOf(builder, 'part')).toMatchObject({ boundaries: [boundary] });
    const drawn = new Drawn(builder);
    expect(drawn.open).toEqual(['a', 'b']);
    drawn.message('stop');
    expect(drawn.open).toEqual(['instead']);
  });

  it('that do not interrupt add a way of their own', () => {
    const drawn = new Drawn(
      flow()
        .task('a')
        .chain('start', 'a', 'end')
        .node('onMessage', 'on', { attachedTo: 'a', on: message })
        .task('beside')
        .chain('on', 'beside', 'end'),
    );
    drawn.message('stop');
    expect(drawn.open).toEqual(['a', 'beside']);
  });
});

describe('on time', () => {
  const drawing = (more: Readonly<Record<string, unknown>>) =>
    flow()
      .task('a', { days: 3 })
      .chain('start', 'a', 'end')
      .node('onTime', 'late', { attachedTo: 'a', after: undefined, ...more })
      .task('beside')
      .chain('late', 'beside', 'end')
      .field('day', { kind: 'date' });
  const boundaries = (more: Readonly<Record<string, unknown>>) => {
    const prim = primOf(drawing(more), 'a');
    return prim.type === 'activity' ? prim.work.boundaries : null;
  };

  it('goes by the due time, a date or natural time', () => {
    expect(boundaries({ timing: { from: 'due', before: day } })).toEqual([
      {
        id: 'late',
        name: 'late',
        on: { type: 'timer', when: { from: 'due', before: day } },
        interrupting: false,
        edge: 'late>beside',
        effect: null,
      },
    ]);
    expect(boundaries({ timing: { from: 'field', field: 'day' } })).toMatchObject([
      { on: { when: { from: 'field', field: 'day' } } },
    ]);
    const natural = { from: 'start', after: { amount: 2, unit: 'day' } };
    expect(boundaries({ timing: natural })).toMatchObject([{ on: { when: natural } }]);
  });

  it('may remind, with or without a way', () => {
    expect(boundaries({ timing: { from: 'due', before: day }, remind: true })).toMatchObject([
      { effect: { type: 'remind' }, edge: 'late>beside' },
    ]);
    const only = flow()
      .task('a', { days: 3 })
      .chain('start', 'a', 'end')
      .node('onTime', 'soon', {
        attachedTo: 'a',
        after: undefined,
        timing: { from: 'due', before: day },
        remind: true,
      });
    expect(primOf(only, 'a')).toMatchObject({ work: { boundaries: [{ edge: null, effect: { type: 'remind' } }] } });
    expect(new Drawn(only).fire('a', 'soon')).toEqual(['timerFired', 'reminded']);
  });
});

describe('escalations', () => {
  const drawing = () =>
    flow()
      .node('group', 'part')
      .task('a', { group: 'part', days: 1, overdue: { type: 'escalate', code: 'late' } })
      .chain('start', 'part', 'end');

  it('at the due time look outwards and do not stop the step', () => {
    const builder = drawing()
      .node('onEscalation', 'on', { attachedTo: 'part', code: 'late' })
      .task('push')
      .chain('on', 'push', 'end');
    const { prims, edges, within } = lowered(builder);
    expect(prims['a']).toMatchObject({
      work: {
        boundaries: [
          {
            id: 'a/overdue',
            on: { type: 'timer', when: { from: 'due', before: { amount: 0, unit: 'workminute' } } },
            interrupting: false,
            edge: 'a/overdue/in',
            effect: null,
          },
        ],
      },
    });
    expect(prims['a/overdue']).toMatchObject({ what: { type: 'escalation', code: 'late' }, out: null });
    expect(edges['a/overdue/in']).toEqual({ id: 'a/overdue/in', from: 'a', to: 'a/overdue' });
    expect(within?.['a/overdue']).toBe('part');
    const drawn = new Drawn(builder);
    drawn.fire('a', 'a/overdue');
    expect(drawn.open).toEqual(['a', 'push']);
  });

  it('are caught at the step itself first', () => {
    const builder = drawing()
      .node('onEscalation', 'own', { attachedTo: 'a', code: 'late', interrupting: true, group: 'part' })
      .task('instead', { group: 'part' })
      .chain('own', 'instead');
    expect(lowered(builder).prims['a/overdue']).toBeUndefined();
    const drawn = new Drawn(builder);
    drawn.fire('a', 'a/overdue');
    expect(drawn.open).toEqual(['instead']);
  });
});
