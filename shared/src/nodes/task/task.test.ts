import { describe, expect, it } from 'vitest';
import { compile } from '../../compiler/compile.ts';
import { DesignBuilder, OPEN_CATALOG } from '../../compiler/testing.ts';
import { Drawn, flow, primOf } from '../testing.ts';

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

describe('several people at one step', () => {
  const signer = (id: string, order: string, more: object = {}) => ({
    [id]: { id, order, name: id, post: id, ...more },
  });
  const people = { ...signer('clerk', 'a0'), ...signer('chief', 'a1'), ...signer('head', 'a2') };
  const drawing = (more: Readonly<Record<string, unknown>>) =>
    flow()
      .task('t', { decides: ['ok', '-no'], signers: people, ...more })
      .task('good')
      .task('bad')
      .edge('start', 't')
      .edge('t', 'good', { decision: 'ok' })
      .edge('t', 'bad', { decision: 'no' })
      .chain('good', 'end')
      .chain('bad', 'end')
      .field('sum', { kind: 'number' });
  const says = (drawn: Drawn, element: string, outcome = 'ok') => drawn.done('t', outcome, { element, by: element });

  it('或签: the first decides', () => {
    expect(primOf(drawing({ mode: 'any' }), 't')).toMatchObject({ completion: 'any@1', role: 'signers' });
    const drawn = new Drawn(drawing({ mode: 'any' }));
    expect(drawn.open).toEqual(['t/chief', 't/clerk', 't/head']);
    says(drawn, 'chief', 'no');
    expect(drawn.open).toEqual(['bad']);
  });

  it('顺序会签: one after the other', () => {
    expect(primOf(drawing({ mode: 'sequence' }), 't')).toMatchObject({ completion: 'all@1', order: 'sequence' });
    const drawn = new Drawn(drawing({ mode: 'sequence' }));
    for (const id of ['clerk', 'chief', 'head']) {
      expect(drawn.open).toEqual([`t/${id}`]);
      says(drawn, id);
    }
    expect(drawn.open).toEqual(['good']);
  });

  it('票签: by weight, until the share agrees or can no longer', () => {
    const weighed = { ...signer('clerk', 'a0'), ...signer('chief', 'a1'), ...signer('head', 'a2', { weight: 3 }) };
    const vote = { mode: 'vote', threshold: 0.6, signers: weighed };
    expect(primOf(drawing(vote), 't')).toMatchObject({
      completion: 'vote@1',
      params: { threshold: 0.6 },
      elements: [{ id: 'clerk' }, { id: 'chief' }, { id: 'head', weight: 3 }],
    });
    const won = new Drawn(drawing(vote));
    says(won, 'head');
    expect(won.open).toEqual(['good']);
    const lost = new Drawn(drawing(vote));
    says(lost, 'head', 'no');
    expect(lost.open).toEqual(['bad']);
  });

  it('分级: the levels that are needed, in order; nobody signs twice; a refusal ends it', () => {
    const condition = { type: 'compare', left: { type: 'field', id: 'sum' }, op: 'gt', right: 100 };
    const levels = { ...signer('clerk', 'a0'), ...signer('chief', 'a1', { condition }) };
    const graded = { mode: 'graded', signers: levels };
    expect(primOf(drawing(graded), 't')).toMatchObject({
      completion: 'levels@1',
      order: 'sequence',
      elements: [{ id: 'clerk' }, { id: 'chief', when: { reads: ['sum'] } }],
    });
    const small = new Drawn(drawing(graded), { sum: 10 });
    says(small, 'clerk');
    expect(small.open).toEqual(['good']);
    const large = new Drawn(drawing(graded), { sum: 500 });
    says(large, 'clerk');
    expect(large.open).toEqual(['t/chief']);
    expect(large.refused('t', 'chief', 'clerk')).toBe('sameSigner');
    says(large, 'chief', 'no');
    expect(large.open).toEqual(['bad']);
  });
});
