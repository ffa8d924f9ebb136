import { describe, expect, it } from 'vitest';
import type { Prim } from '../definition/types.ts';
import { project, replay } from './index.ts';
import { defaultCalendar } from '../calendar/index.ts';
import {
  applicant,
  edge,
  elements,
  end,
  field,
  manual,
  netOfPrims,
  officer,
  outcome,
  person,
  Play,
  task,
  work,
} from './testing.ts';

const assess = (count: number, more: Partial<Extract<Prim, { type: 'many' }>> = {}): Prim => ({
  type: 'many',
  id: 'all',
  work: work(
    null,
    [
      outcome('ok', edge('all', 'review')),
      outcome('adjust', edge('all', 'review'), { tone: 'neutral' }),
      outcome('no', edge('all', 'refused'), { tone: 'negative' }),
    ],
    { name: 'assess' },
  ),
  elements: elements(count),
  choice: { mode: 'fixed' },
  completion: 'all@1',
  rerun: 'all',
  role: 'dispatch',
  ...more,
});

/** start → first → dispatch → joint review → end, which sends back to the applicant's revision and round again. */
const evaluation = (count: number, more: Partial<Extract<Prim, { type: 'many' }>> = {}) => {
  const dimensions = Array.from({ length: count }, (_, i) =>
    field(`d${i + 1}`, {
      start: 'write',
      first: 'read',
      revise: 'write',
      all: 'hidden',
      [`all/e${i + 1}`]: 'read',
      review: 'read',
    }),
  );
  return netOfPrims(
    [
      task('first', 'all'),
      assess(count, more),
      {
        type: 'activity',
        id: 'review',
        work: work('review', [
          outcome('admit', edge('review', 'end')),
          outcome('adjust', edge('review', 'revise'), { tone: 'neutral' }),
        ]),
      },
      task('revise', 'all'),
      end('end', 'approved'),
      end('refused', 'refused'),
    ],
    ['start>first', 'first>all', 'all>review', 'all>refused', 'review>end', 'review>revise', 'revise>all'],
    {
      fields: [
        ...dimensions,
        field('ticks', { start: 'hidden', first: 'write' }, { kind: 'department' }),
        field('score', { start: 'hidden', first: 'hidden', all: 'own', review: 'read' }),
        // Filled in by the applicant on revision only: a new submission to who reads it.
        field('extra', { start: 'hidden', revise: 'write', all: 'hidden', 'all/e3': 'read' }),
        field('conclusion', { start: 'hidden', first: 'hidden', all: 'read', review: 'write' }),
      ],
      applicantLane: 'revise',
      returnTargets: { review: ['all', 'first'], all: ['first'], revise: ['review', 'all', 'first'], first: [] },
    },
  );
};

/** The applicant's own step. */
const revise = (play: Play, values: Record<string, string> = {}) =>
  play.do(applicant, {
    type: 'complete',
    activity: play.open('revise'),
    outcome: 'ok',
    opinion: '',
    patch: manual(values),
  });

const answerAll = (play: Play, count: number) => {
  for (let i = 1; i <= count; i++) play.answer('all', `e${i}`, 'ok', { [`score@e${i}`]: `s${i}` });
};

describe('dispatch', () => {
  it.each([20, 36])('starts %i departments at the same instant and waits for the last', (count) => {
    const play = new Play(evaluation(count));
    play.start();
    const events = play.complete('first');
    expect(events.filter((event) => event.startsWith('activityStarted'))).toHaveLength(count + 1);
    expect(
      new Set(
        Object.values(play.state.activities)
          .slice(1)
          .map((one) => one.startedAt),
      ).size,
    ).toBe(1);
    const rows = project(play.definition, null, play.state, defaultCalendar()).tasks.filter(
      (row) => row.node === 'all',
    );
    expect(rows.map((row) => row.department)).toEqual(elements(count).map((one) => `office-${one.id}`));
    answerAll(play, count - 1);
    expect(play.where()).toEqual([`all/e${count}`]);
    expect(play.answer('all', `e${count}`)).toEqual([
      'activityCompleted ok',
      'activityCompleted ok',
      'tokensMoved all +1-0',
      'activityStarted review',
    ]);
    expect(replay(play.events)).toEqual(play.state);
  });

  it('asks again only the departments whose dimension changed; the other opinions stand', () => {
    const play = new Play(evaluation(5, { rerun: 'changed' }));
    play.start({ d1: 'a', d2: 'b', d3: 'c' });
    play.complete('first');
    answerAll(play, 5);
    play.complete('review', 'adjust', { conclusion: 'smaller' });
    expect(revise(play, { d2: 'B', d5: 'new', d1: 'a' })).toEqual([
      'valuesWritten',
      'activityCompleted ok',
      'tokensMoved revise +1-0',
      'activityStarted all',
      'opinionKept e1',
      'activityStarted all/e2',
      'opinionKept e3',
      'opinionKept e4',
      'activityStarted all/e5',
    ]);
    expect(play.where()).toEqual(['all/e2', 'all/e5']);
    play.answer('all', 'e2');
    expect(play.answer('all', 'e5', 'adjust')).toContain('activityStarted review');
    const kept = Object.values(play.state.activities).filter((one) => one.status === 'kept');
    expect(kept.map((one) => [one.element, one.outcome, one.opinion, one.round])).toEqual([
      ['e1', 'ok', 'opinion e1', 2],
      ['e3', 'ok', 'opinion e3', 2],
      ['e4', 'ok', 'opinion e4', 2],
    ]);
    // A third round compares with what each last read: only e1 now.
    play.complete('review', 'adjust');
    revise(play, { d1: 'A' });
    expect(play.where()).toEqual(['all/e1']);
    expect(replay(play.events)).toEqual(play.state);
  });

  it('is done at once when nothing changed', () => {
    const play = new Play(evaluation(2, { rerun: 'changed' }));
    play.start({ d1: 'a' });
    play.complete('first');
    answerAll(play, 2);
    play.complete('review', 'adjust');
    expect(revise(play)).toEqual([
      'activityCompleted ok',
      'tokensMoved revise +1-0',
      'activityStarted all',
      'opinionKept e1',
      'opinionKept e2',
      'activityCompleted ok',
      'tokensMoved all +1-0',
      'activityStarted review',
    ]);
  });

  it('asks again who reads what the applicant added, not who reads what the review concluded', () => {
    const play = new Play(evaluation(3, { rerun: 'changed' }));
    play.start({ d1: 'a' });
    play.complete('first');
    answerAll(play, 3);
    play.complete('review', 'adjust', { conclusion: 'smaller' });
    revise(play, { extra: 'more' });
    expect(play.where()).toEqual(['all/e3']);
  });

  it('asks everyone again when that is the rule', () => {
    const play = new Play(evaluation(3));
    play.start();
    play.complete('first');
    answerAll(play, 3);
    play.do(officer('review'), {
      type: 'return',
      activity: play.open('review'),
      to: 'all',
      reason: 'r',
      mode: 'again',
    });
    expect(play.where()).toEqual(['all/e1', 'all/e2', 'all/e3']);
  });

  it('goes only to the departments ticked, and refuses an empty list', () => {
    const play = new Play(evaluation(21, { choice: { mode: 'ticked', field: 'ticks' } }));
    play.start();
    expect(play.refused(officer('first'), play.completion('first')).code).toBe('nothingTicked');
    expect(play.where()).toEqual(['first']);
    play.complete('first', 'ok', { ticks: ['e20', 'e3'] });
    expect(play.where()).toEqual(['all/e3', 'all/e20']);
  });

  it('takes a negative answer before others, and the first declared before later ones', () => {
    const run = (...answers: string[]) => {
      const play = new Play(evaluation(answers.length));
      play.start();
      play.complete('first');
      return answers.map((one, i) => play.answer('all', `e${i + 1}`, one)).at(-1);
    };
    expect(run('ok', 'no', 'ok')).toContain('caseEnded refused');
    expect(run('adjust', 'ok')?.slice(0, 2)).toEqual(['activityCompleted ok', 'activityCompleted ok']);
    expect(run('adjust', 'adjust')?.[1]).toBe('activityCompleted adjust');
  });

  it('lets each department write its own answer only', () => {
    const play = new Play(evaluation(2));
    play.start();
    play.complete('first');
    const complete = (values: Record<string, string>) =>
      ({
        type: 'complete',
        activity: play.open('all', 'e1'),
        outcome: 'ok',
        opinion: '',
        patch: manual(values),
      }) as const;
    expect(play.refused(officer('e1'), complete({ 'score@e2': 'x' })).code).toBe('fieldUnknown');
    expect(play.refused(officer('e1'), complete({ score: 'x' })).code).toBe('fieldUnknown');
    expect(play.refused(officer('e1'), complete({ d1: 'x' })).code).toBe('fieldNotWritable');
    expect(play.refused(officer('e2'), complete({})).code).toBe('otherDepartment');
    play.do(officer('e1'), complete({ 'score@e1': 'x' }));
    expect(play.state.data['score@e1']?.value).toBe('x');
  });
});

describe('signers of one office', () => {
  const signed = () => {
    const many: Prim = {
      type: 'many',
      id: 'sign',
      work: work('sign', [outcome('ok', edge('sign', 'end'))]),
      elements: [
        { id: 's1', name: 'First', party: null, post: 'p1' },
        { id: 's2', name: 'Second', party: null, post: 'p2' },
      ],
      choice: { mode: 'fixed' },
      completion: 'all@1',
      rerun: 'all',
      role: 'signers',
    };
    return netOfPrims([many, end()], ['start>sign', 'sign>end']);
  };

  it('are different people, though one holds both posts', () => {
    const play = new Play(signed());
    play.start();
    const both = person('p', 'office-sign', { posts: ['p1', 'p2'] });
    const sign = (element: string) =>
      ({ type: 'complete', activity: play.open('sign', element), outcome: 'ok', opinion: '', patch: {} }) as const;
    play.do(both, { type: 'claim', activity: play.open('sign', 's1') });
    expect(play.refused(both, { type: 'claim', activity: play.open('sign', 's2') }).code).toBe('sameSigner');
    play.do(both, sign('s1'));
    expect(play.refused(both, sign('s2'))).toMatchObject({ code: 'sameSigner', params: { element: 'First' } });
    expect(play.refused(person('q', 'office-sign', { posts: ['p1'] }), sign('s2')).code).toBe('notYourPost');
    expect(play.do(person('q', 'office-sign', { posts: ['p2'] }), sign('s2')).at(-1)).toBe('caseEnded finished');
  });
});
