import { describe, expect, it } from 'vitest';
import { defaultCalendar } from '../../calendar/index.ts';
import type { Prim } from '../../definition/types.ts';
import { project, replay } from '../index.ts';
import { look, viewer } from '../testing-view.ts';
import {
  at,
  edge,
  elements,
  end,
  netOfPrims,
  officer,
  outcome,
  person,
  Play,
  startCommand,
  task,
  work,
} from '../testing.ts';

const admin = person('root', null, { admin: true });
const timer = {
  id: 'late',
  name: 'late',
  after: { amount: 3, unit: 'workday' as const },
  interrupting: false,
  edge: '',
};
/** start → first → fork(a → a2 | b) → join → last → end. */
const net = () =>
  netOfPrims(
    [
      task('first', 'fork'),
      { type: 'fork', id: 'fork', name: 'fork', out: ['fork>a', 'fork>b'] },
      task('a', 'a2', { timers: [timer] }),
      task('a2', 'join'),
      task('b', 'join'),
      { type: 'join', id: 'join', name: 'join', in: ['a2>join', 'b>join'], out: 'join>last' },
      task('last', 'end'),
      end(),
    ],
    ['start>first', 'first>fork', 'fork>a', 'fork>b', 'a>a2', 'a2>join', 'b>join', 'join>last', 'last>end'],
    { returnTargets: { a: ['first'], a2: ['a', 'first'], b: ['first'], last: ['first'], first: [] } },
  );
const done = (play: Play, node: string): string => {
  const found = Object.values(play.state.activities).filter((one) => one.node === node && one.status === 'done');
  return found.at(-1)!.id;
};
const back = (play: Play, node: string) => ({ type: 'takeBack', activity: done(play, node) }) as const;
const take = (play: Play, node: string): string[] => play.do(officer(node), back(play, node));
/** What stands and runs, without what was done before. */
const standing = (play: Play) => ({
  tokens: Object.values(play.state.tokens).sort((one, other) => one.id.localeCompare(other.id)),
  live: Object.values(play.state.activities)
    .filter((one) => ['open', 'correcting', 'suspended'].includes(one.status))
    .map(({ id, status, token, clock, timers }) => ({ id, status, token, clock, timers })),
  returns: play.state.returns,
  reached: play.state.reached,
});
const begun = (...nodes: string[]): Play => {
  const play = new Play(net());
  play.start();
  for (const node of nodes) play.complete(node);
  return play;
};

describe('take back', () => {
  it('restores exactly what stood before, clock and timers running on, in the hands of who took it', () => {
    const play = begun('first');
    const before = standing(play);
    const activity = play.open('a');
    const timers = project(play.definition, null, play.state, defaultCalendar()).timers;
    play.now = at('2026-11-23 10:00');
    play.complete('a');
    expect(take(play, 'a')).toEqual(['tookBack', 'activityCancelled takenBack']);
    expect(standing(play)).toEqual(before);
    expect(project(play.definition, null, play.state, defaultCalendar()).timers).toEqual(timers);
    const mine = look(play, viewer('office-a', { person: 'of-a' }))?.work[0];
    expect(mine).toMatchObject({ activity, mine: true, draft: { outcome: 'ok', opinion: 'opinion a' } });
    expect(look(play, viewer('applying'))?.timeline.at(-2)).toMatchObject({ type: 'tookBack', params: { step: 'a' } });
    expect(play.complete('a').at(-1)).toBe('activityStarted a2');
    for (const node of ['a2', 'b', 'last']) play.complete(node);
    expect(play.state.result).toBe('finished');
    expect(replay(play.events)).toEqual(play.state);
  });

  it('of a step before a fork takes every branch away; of the last into a join gives the others theirs back', () => {
    const play = begun();
    const atFirst = standing(play);
    play.complete('first');
    expect(take(play, 'first')).toEqual(['tookBack', 'activityCancelled takenBack', 'activityCancelled takenBack']);
    expect(standing(play)).toEqual(atFirst);
    for (const node of ['first', 'a', 'b']) play.complete(node);
    const atJoin = standing(play);
    play.complete('a2');
    expect(play.where()).toEqual(['last']);
    take(play, 'a2');
    expect(standing(play)).toEqual(atJoin);
    expect(play.where()).toEqual(['a2', 'b>join']);
  });

  it('leaves alone what other branches did meanwhile, and what they had put down comes back', () => {
    const play = begun('first', 'a', 'a2');
    play.complete('b');
    expect(play.where()).toEqual(['last']);
    expect(take(play, 'a2')).toEqual(['tookBack', 'activityCancelled takenBack']);
    expect(play.where()).toEqual(['a2', 'b>join']);
    play.complete('a2');
    expect(play.where()).toEqual(['last']);
    expect(replay(play.events)).toEqual(play.state);
  });

  it('is for whoever did it, as long as nobody has begun what followed', () => {
    const play = begun('first');
    expect(play.refused(person('carl', 'office-first'), back(play, 'first')).code).toBe('notYours');
    const mayTake = (): boolean | undefined =>
      look(play, viewer('office-first', { person: 'of-first' }))?.steps[0]?.mayTakeBack;
    expect(mayTake()).toBe(true);
    play.do(officer('b'), { type: 'claim', activity: play.open('b') });
    expect(play.refused(officer('first'), back(play, 'first')).code).toBe('nextBegun');
    expect(mayTake()).toBe(false);
    // Put down again, it has still been begun.
    play.do(officer('b'), { type: 'release', activity: play.open('b') });
    expect(play.refused(officer('first'), back(play, 'first')).code).toBe('nextBegun');
    const ended = begun('first', 'a', 'a2', 'b', 'last');
    expect(ended.refused(officer('last'), back(ended, 'last')).code).toBe('caseEnded');
    const returned = begun('first', 'a');
    const a2 = returned.open('a2');
    returned.do(officer('a2'), { type: 'return', activity: a2, to: 'a', reason: 'r', mode: 'again' });
    expect(returned.refused(officer('a'), back(returned, 'a')).code).toBe('nextBegun');
  });

  it('gives an early decision back with everyone whom it had spared', () => {
    const many: Prim = {
      type: 'many',
      id: 'all',
      work: work(null, [outcome('ok', edge('all', 'next'))]),
      elements: elements(3),
      choice: { mode: 'fixed' },
      completion: 'any@1',
      rerun: 'all',
      role: 'dispatch',
    };
    const play = new Play(netOfPrims([many, task('next', 'end'), end()], ['start>all', 'all>next', 'next>end']));
    play.start();
    const before = standing(play);
    play.answer('all', 'e2');
    expect(play.where()).toEqual(['next']);
    expect(play.do(officer('e2'), { type: 'takeBack', activity: lastDone(play, 'e2') })).toEqual([
      'tookBack',
      'activityCancelled takenBack',
    ]);
    expect(standing(play)).toEqual(before);
    expect(play.where()).toEqual(['all/e1', 'all/e2', 'all/e3']);
    play.answer('all', 'e1');
    // Someone else has decided since: the step around it is over.
    expect(play.refused(officer('e2'), { type: 'takeBack', activity: lastDone(play, 'e1') }).code).toBe('notYours');
    expect(play.where()).toEqual(['next']);
  });

  it('in a sequence takes the turn from the next', () => {
    const many: Prim = {
      type: 'many',
      id: 'all',
      work: work(null, [outcome('ok', edge('all', 'end'))]),
      elements: elements(2),
      choice: { mode: 'fixed' },
      completion: 'all@1',
      order: 'sequence',
      rerun: 'all',
      role: 'dispatch',
    };
    const play = new Play(netOfPrims([many, end()], ['start>all', 'all>end']));
    play.start();
    play.answer('all', 'e1');
    expect(play.where()).toEqual(['all/e2']);
    play.do(officer('e1'), { type: 'takeBack', activity: lastDone(play, 'e1') });
    expect(play.where()).toEqual(['all/e1']);
    play.answer('all', 'e1');
    expect(play.where()).toEqual(['all/e2']);
    expect(play.answer('all', 'e2').at(-1)).toBe('caseEnded finished');
    expect(replay(play.events)).toEqual(play.state);
  });

  it('puts a way straight back, and the siblings that stood still for it, where they were', () => {
    const play = begun('first', 'a');
    const command = { type: 'return', activity: play.open('a2'), to: 'first', reason: 'r', mode: 'straight' } as const;
    play.do(officer('a2'), command);
    const before = standing(play);
    play.complete('first');
    expect(play.where()).toEqual(['b', 'a2']);
    take(play, 'first');
    expect(standing(play)).toEqual(before);
    play.complete('first');
    for (const node of ['a2', 'b', 'last']) play.complete(node);
    expect(play.state.result).toBe('finished');
    expect(replay(play.events)).toEqual(play.state);
  });

  it('takes the result of an end that was reached with it', () => {
    const play = new Play(
      netOfPrims(
        [
          { type: 'fork', id: 'fork', name: 'fork', out: ['fork>a', 'fork>b'] },
          {
            type: 'activity',
            id: 'a',
            work: work('a', [outcome('ok', edge('a', 'end')), outcome('no', edge('a', 'refused'))]),
          },
          task('b', 'end2'),
          end('end', 'approved'),
          end('refused', 'refused'),
          end('end2', 'approved'),
        ],
        ['start>fork', 'fork>a', 'fork>b', 'a>end', 'a>refused', 'b>end2'],
      ),
    );
    play.start();
    play.complete('a', 'no');
    expect(play.state.reached).toEqual(['refused']);
    expect(take(play, 'a')).toEqual(['tookBack']);
    expect(play.state.reached).toEqual([]);
    play.complete('a');
    expect(play.complete('b').at(-1)).toBe('caseEnded approved');
  });

  it('does not call back what has left the case', () => {
    const notify: Prim = {
      type: 'throw',
      id: 't',
      name: 't',
      what: { type: 'message', name: 'gone', values: [] },
      out: 't>b',
    };
    const play = new Play(
      netOfPrims([task('a', 't'), notify, task('b', 'end'), end()], ['start>a', 'a>t', 't>b', 'b>end']),
    );
    play.start();
    play.complete('a');
    expect(play.refused(officer('a'), back(play, 'a')).code).toBe('nextBegun');
  });

  it('does not call back what another branch has sent out after both had come together', () => {
    const notify: Prim = { type: 'throw', id: 't', name: 't', what: { type: 'signal', name: 'go' }, out: 't>last' };
    const play = new Play(
      netOfPrims(
        [
          { type: 'fork', id: 'fork', name: 'fork', out: ['fork>a', 'fork>b'] },
          task('a', 'join'),
          task('b', 'join'),
          { type: 'join', id: 'join', name: 'join', in: ['a>join', 'b>join'], out: 'join>t' },
          notify,
          task('last', 'end'),
          end(),
        ],
        ['start>fork', 'fork>a', 'fork>b', 'a>join', 'b>join', 'join>t', 't>last', 'last>end'],
      ),
    );
    play.start();
    play.complete('a');
    play.complete('b');
    expect(play.refused(officer('a'), back(play, 'a')).code).toBe('nextBegun');
  });

  it('repairs a fault that the decision ran into', () => {
    const choice: Prim = { type: 'choice', id: 'x', name: 'x', branches: [], otherwise: null };
    const play = new Play(netOfPrims([task('a', 'x'), choice], ['start>a', 'a>x']));
    play.start();
    expect(play.complete('a').at(-1)).toBe('incidentRaised noBranch');
    expect(take(play, 'a')).toEqual(['tookBack']);
    expect(play.state).toMatchObject({ incident: null, tokens: {} });
    expect(play.where()).toEqual(['a']);
  });

  it('counts the time that the whole case stood meanwhile, and waits while it stands', () => {
    const play = begun('first', 'a');
    play.now = at('2026-11-23 14:00');
    play.do(admin, { type: 'suspend', activity: null, reason: 'r', basis: 'b' });
    expect(play.refused(officer('a'), back(play, 'a')).code).toBe('caseSuspended');
    play.now = at('2026-11-24 14:00');
    play.do(admin, { type: 'resume', activity: null, reason: 'r' });
    take(play, 'a');
    expect(play.state.activities[play.open('a')]?.clock?.suspensions).toEqual([
      { from: at('2026-11-23 14:00'), to: at('2026-11-24 14:00'), reason: 'suspended' },
    ]);
  });

  it('throws when a host forgets the past: that is a bug', () => {
    const play = begun('first');
    const command = back(play, 'first');
    const bare = new Play(play.definition);
    bare.do(person('ann', 'applying'), startCommand(play.definition, {}));
    bare.complete('first');
    bare.turns.length = 0;
    expect(() => bare.try(officer('first'), command)).toThrow('Expected the past');
  });
});

function lastDone(play: Play, element: string): string {
  return Object.values(play.state.activities)
    .filter((one) => one.element === element && one.status === 'done')
    .at(-1)!.id;
}
