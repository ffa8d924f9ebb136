import { describe, expect, it } from 'vitest';
import { compile } from '../../compiler/compile.ts';
import { DesignBuilder, OPEN_CATALOG } from '../../compiler/testing.ts';

const drawn = (more: Readonly<Record<string, unknown>>) =>
  compile(
    new DesignBuilder()
      .node('start', 'start')
      .task('t', { decides: ['ok', '-no'], days: 2, ...more })
      .node('end', 'end')
      .node('end', 'refused')
      .chain('start', 't', 'end')
      .edge('t', 'refused', { decision: 'no' })
      .build(),
    OPEN_CATALOG,
  );

describe('a task', () => {
  it('of one person is an activity; each decision takes its way, the rest the open one', () => {
    expect(drawn({ instruction: 'Look' }).executable?.prims['t']).toEqual({
      type: 'activity',
      id: 't',
      work: {
        lane: 'office',
        post: 'clerk',
        name: 't',
        instruction: 'Look',
        deadline: { amount: 2, unit: 'workday' },
        outcomes: [
          { id: 'ok', name: 'ok', tone: 'positive', opinionRequired: false, edge: 't>end' },
          { id: 'no', name: 'no', tone: 'negative', opinionRequired: false, edge: 't>no>refused' },
        ],
        opinionVisibleTo: 'handlers',
        powers: { correct: false, return: false, reject: false },
        timers: [],
      },
    });
  });

  it('of several signers is a list of the one office', () => {
    const signers = { s1: { id: 's1', order: 'a0', name: 'First', post: 'head' } };
    expect(drawn({ mode: 'all', signers }).executable?.prims['t']).toMatchObject({
      type: 'many',
      role: 'signers',
      elements: [{ id: 's1', name: 'First', party: null, post: 'head' }],
      work: { lane: 'office' },
    });
    expect(drawn({ mode: 'all' }).diagnostics.map(({ code }) => code)).toContain('task.noSigners');
  });

  it('in the lane of several departments is refused', () => {
    const { diagnostics } = compile(
      new DesignBuilder()
        .node('start', 'start')
        .task('t')
        .node('end', 'end')
        .chain('start', 't', 'end')
        .with((design) => {
          const office = design.flow.lanes['office'];
          if (!office) return design;
          const lanes = { ...design.flow.lanes, office: { ...office, party: { kind: 'several' as const } } };
          return { ...design, flow: { ...design.flow, lanes } };
        })
        .build(),
      OPEN_CATALOG,
    );
    expect(diagnostics.map(({ code }) => code)).toContain('task.severalLane');
  });
});
