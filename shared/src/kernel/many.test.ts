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

describe('completion rules', () => {
  const signed = (
    completion: Extract<Prim, { type: 'many' }>['completion'],
    count: number,
    more: Partial<Extract<Prim, { type: 'many' }>> = {},
  ) =>
    netOfPrims(
      [
        assess(count, {
          work: work(null, [
            outcome('ok', edge('all', 'end')),
            outcome('no', edge('all', 'refused'), { tone: 'negative' }),
          ]),
          completion,
          ...more,
        }),
        end('end', 'approved'),
        end('refused', 'refused'),
      ],
      ['start>all', 'all>end', 'all>refused'],
    );
  const begun = (definition: ReturnType<typeof signed>) => {
    const play = new Play(definition);
    play.start();
    return play;
  };

  it('或签: the first who is done decides, the others are told that they are not needed', () => {
    const play = begun(signed('any@1', 3));
    expect(play.answer('all', 'e2', 'no')).toEqual([
      'activityCompleted no',
      'activityCancelled decided',
      'activityCancelled decided',
      'activityCompleted no',
      'tokensMoved all +1-0',
      'tokensMoved refused +0-1',
      'caseEnded refused',
    ]);
    expect(replay(play.events)).toEqual(play.state);
  });

  it('顺序会签: one after the other, in order', () => {
    const play = begun(signed('all@1', 3, { order: 'sequence' }));
    expect(play.where()).toEqual(['all/e1']);
    expect(play.answer('all', 'e1')).toEqual(['activityCompleted ok', 'activityStarted all/e2']);
    play.answer('all', 'e2');
    expect(play.answer('all', 'e3').at(-1)).toBe('caseEnded approved');
  });

  it('n of m: passes with n that are not negative, is refused as soon as n cannot be reached', () => {
    const passing = begun(signed('atLeast@1', 4, { params: { n: 2 } }));
    passing.answer('all', 'e1', 'no');
    passing.answer('all', 'e2');
    expect(passing.answer('all', 'e3').at(-1)).toBe('caseEnded approved');
    const refused = begun(signed('atLeast@1', 4, { params: { n: 3 } }));
    refused.answer('all', 'e1', 'no');
    expect(refused.answer('all', 'e2', 'no').at(-1)).toBe('caseEnded refused');
  });

  it('票签: by weight against the threshold', () => {
    const heavy = elements(3).map((element, i) => ({ ...element, weight: i === 0 ? 3 : 1 }));
    const play = begun(signed('vote@1', 3, { elements: heavy, params: { threshold: 2 / 3 } }));
    expect(play.answer('all', 'e2')).toEqual(['activityCompleted ok']);
    expect(play.answer('all', 'e1').at(-1)).toBe('caseEnded approved');
    const against = begun(signed('vote@1', 3, { elements: heavy, params: { threshold: 0.5 } }));
    expect(against.answer('all', 'e1', 'no').at(-1)).toBe('caseEnded refused');
  });

  it('one rejection ends it at once; as they come waits for everyone and nobody decides for the others', () => {
    const first = begun(signed('firstRejection@1', 3));
    expect(first.answer('all', 'e3', 'no').at(-1)).toBe('caseEnded refused');
    const arriving = begun(signed('arrive@1', 2));
    arriving.answer('all', 'e1', 'no');
    expect(arriving.answer('all', 'e2').at(-1)).toBe('caseEnded approved');
  });

  it('一审一核: a level only where its rule asks for it; a refusal at any level is the outcome', () => {
    const graded = (big: string) => {
      const levels = elements(3).map((element, i) =>
        i < 2
          ? element
          : {
              ...element,
              when: {
                source: { type: 'compare', left: { type: 'field', id: 'd' }, op: 'eq', right: 'big' },
                reads: ['d'],
              },
            },
      ) as Extract<Prim, { type: 'many' }>['elements'];
      const definition = signed('levels@1', 3, { elements: levels, order: 'sequence', role: 'signers' });
      const play = new Play({
        ...definition,
        executable: { ...definition.executable, fields: [field('d', { start: 'write' })] },
      });
      play.start({ d: big });
      return play;
    };
    const small = graded('small');
    small.answer('all', 'e1');
    expect(small.answer('all', 'e2').at(-1)).toBe('caseEnded approved');
    const big = graded('big');
    big.answer('all', 'e1');
    expect(big.answer('all', 'e2')).toEqual(['activityCompleted ok', 'activityStarted all/e3']);
    expect(big.answer('all', 'e3', 'no').at(-1)).toBe('caseEnded refused');
  });

  it('lets the rest finish as notes, which decide nothing and end with the case', () => {
    const definition = netOfPrims(
      [
        assess(3, {
          work: work(null, [outcome('ok', edge('all', 'last'))]),
          completion: 'atLeast@1',
          params: { n: 1 },
          rest: 'note',
        }),
        task('last', 'end'),
        end('end', 'approved'),
      ],
      ['start>all', 'all>last', 'last>end'],
    );
    const play = begun(definition);
    play.answer('all', 'e1');
    expect(play.where()).toEqual(['all/e2', 'all/e3', 'last']);
    expect(play.answer('all', 'e2')).toEqual(['activityCompleted ok']);
    expect(play.complete('last')).toEqual([
      'activityCompleted ok',
      'tokensMoved last +1-0',
      'tokensMoved end +0-1',
      'activityCancelled caseEnded',
      'caseEnded approved',
    ]);
  });
});
