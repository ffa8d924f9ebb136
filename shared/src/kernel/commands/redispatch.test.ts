import { describe, expect, it } from 'vitest';
import type { Prim } from '../../definition/types.ts';
import { react, replay } from '../index.ts';
import { look, viewer } from '../testing-view.ts';
import { edge, elements, end, field, netOfPrims, officer, outcome, person, Play, task, work } from '../testing.ts';

/** first ticks, the bodies answer, review goes on; `review` leads. */
const net = (more: Partial<Extract<Prim, { type: 'many' }>> = {}) =>
  netOfPrims(
    [
      task('first', 'all'),
      {
        type: 'many',
        id: 'all',
        work: work(null, [outcome('ok', edge('all', 'review'))], { name: 'all' }),
        elements: elements(4),
        choice: { mode: 'ticked', field: 'ticks' },
        completion: 'all@1',
        rerun: 'all',
        role: 'dispatch',
        ...more,
      },
      task('review', 'end'),
      end(),
    ],
    ['start>first', 'first>all', 'all>review', 'review>end'],
    {
      lead: 'review',
      fields: [
        field('ticks', { start: 'hidden', first: 'write' }, { kind: 'department' }),
        field('score', { start: 'hidden', all: 'own', review: 'read' }),
      ],
      returnTargets: { review: ['all'], all: ['first'], first: [] },
    },
  );
const begun = (more: Partial<Extract<Prim, { type: 'many' }>> = {}, ticks = ['e1', 'e2']): Play => {
  const play = new Play(net(more));
  play.start();
  play.complete('first', 'ok', { ticks });
  return play;
};
const dispatch = (play: Play): string =>
  Object.values(play.state.activities)
    .filter((one) => one.kind === 'many' && one.node === 'all')
    .at(-1)!.id;
const change = (play: Play, add: string[], remove: string[] = [], reason = 'it concerns them') =>
  ({ type: 'redispatch', activity: dispatch(play), add, remove, reason }) as const;

describe('redispatch', () => {
  it('asks more bodies and takes others out; what was answered stands, keyed by body', () => {
    const play = begun();
    play.answer('all', 'e1', 'ok', { 'score@e1': 'A' });
    const from = play.events.length;
    expect(play.do(officer('first'), change(play, ['e4', 'e3'], ['e2']))).toEqual([
      'redispatched',
      'activityCancelled removed',
      'activityStarted all/e4',
      'activityStarted all/e3',
      'valuesWritten',
    ]);
    expect(play.where()).toEqual(['all/e4', 'all/e3']);
    // The set is what the ticks say, so that another round asks the same.
    expect(play.state.data['ticks']?.value).toEqual(['e1', 'e3', 'e4']);
    const sent = react(play.definition, play.state, play.events.slice(from));
    expect(sent.map((one) => [one.kind, one.department])).toEqual([
      ['removed', 'office-e2'],
      ['taskArrived', 'office-e4'],
      ['taskArrived', 'office-e3'],
    ]);
    play.answer('all', 'e4', 'ok', { 'score@e4': 'D' });
    expect(play.answer('all', 'e3').at(-1)).toBe('activityStarted review');
    expect(play.state.data['score@e1']?.value).toBe('A');
    const back = { type: 'return', activity: play.open('review'), to: 'all', reason: 'r', mode: 'again' } as const;
    play.do(officer('review'), back);
    expect(play.where()).toEqual(['all/e1', 'all/e3', 'all/e4']);
    expect(replay(play.events)).toEqual(play.state);
  });

  it('may end the dispatch, when only those are left who have answered', () => {
    const play = begun();
    play.answer('all', 'e1');
    expect(play.do(officer('review'), change(play, [], ['e2']))).toEqual([
      'redispatched',
      'activityCancelled removed',
      'valuesWritten',
      'activityCompleted ok',
      'tokensMoved all +1-0',
      'activityStarted review',
    ]);
  });

  it('never to nothing, never below the number that must answer, never a body that has', () => {
    const play = begun({ completion: 'atLeast@1', params: { n: 2 } }, ['e1', 'e2', 'e3']);
    expect(play.refused(officer('first'), change(play, [], ['e1', 'e2', 'e3'])).code).toBe('nothingTicked');
    expect(play.refused(officer('first'), change(play, [], ['e1', 'e2']))).toEqual({
      code: 'tooFewSigners',
      params: { needed: 2, left: 1 },
    });
    play.answer('all', 'e1');
    expect(play.refused(officer('first'), change(play, [], ['e1'])).code).toBe('alreadySigned');
    expect(play.refused(officer('first'), change(play, ['none'])).code).toBe('notFound');
    expect(play.refused(officer('first'), change(play, [], ['e4'])).code).toBe('notFound');
    expect(play.refused(officer('first'), change(play, [])).code).toBe('nothingTicked');
    expect(play.refused(officer('first'), change(play, ['e1'])).code).toBe('nothingTicked');
    expect(play.refused(officer('first'), change(play, ['e4'], [], ' ')).code).toBe('reasonRequired');
    // Replaced one for one, the number holds.
    expect(play.do(officer('first'), change(play, ['e4'], ['e2']))[0]).toBe('redispatched');
  });

  it('is for who ticked, the lead office and administrators, while it runs', () => {
    const play = begun();
    expect(play.refused(officer('e1'), change(play, ['e3'])).code).toBe('notYours');
    expect(play.do(person('root', null, { admin: true }), change(play, ['e3']))[0]).toBe('redispatched');
    expect(look(play, viewer('office-first'))?.dispatches).toMatchObject([
      {
        activity: dispatch(play),
        bodies: [
          { id: 'e1', state: 'in' },
          { id: 'e2', state: 'in' },
          { id: 'e3', state: 'in' },
          { id: 'e4', state: 'out' },
        ],
      },
    ]);
    expect(look(play, viewer('office-e1'))?.dispatches).toEqual([]);
    for (const body of ['e1', 'e2', 'e3']) play.answer('all', body);
    expect(play.refused(officer('review'), change(play, ['e4'])).code).toBe('gone');
  });

  it('in a sequence puts the new ones last and takes out who has not had their turn', () => {
    const play = begun({ order: 'sequence', choice: { mode: 'fixed' } });
    expect(play.do(officer('review'), change(play, [], ['e2', 'e4']))).toEqual(['redispatched']);
    play.do(officer('review'), change(play, ['e2']));
    expect(play.answer('all', 'e1').at(-1)).toBe('activityStarted all/e3');
    expect(play.do(officer('review'), change(play, [], ['e3']))).toEqual([
      'redispatched',
      'activityCancelled removed',
      'activityStarted all/e2',
    ]);
    expect(play.answer('all', 'e2').at(-1)).toBe('activityStarted review');
    expect(replay(play.events)).toEqual(play.state);
  });
});
