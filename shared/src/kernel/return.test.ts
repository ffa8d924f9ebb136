import { describe, expect, it } from 'vitest';
import { defaultCalendar } from '../calendar/index.ts';
import { project, replay } from './index.ts';
import { applicant, edge, end, manual, netOfPrims, officer, outcome, Play, task, work } from './testing.ts';

/** start → first → fork(a → a2 | b) → join → last → end, with the returns that a compiler allows. */
const net = () =>
  netOfPrims(
    [
      {
        type: 'activity',
        id: 'first',
        work: work('first', [
          outcome('ok', edge('first', 'fork')),
          outcome('no', edge('first', 'refused'), { tone: 'negative' }),
        ]),
      },
      end('refused', 'refused'),
      { type: 'fork', id: 'fork', name: 'fork', out: ['fork>a', 'fork>b'] },
      task('a', 'a2', {
        timers: [{ id: 'late', name: 'late', after: { amount: 1, unit: 'workday' }, interrupting: true, edge: 'a>a2' }],
      }),
      task('a2', 'join'),
      task('b', 'join'),
      { type: 'join', id: 'join', name: 'join', in: ['a2>join', 'b>join'], out: 'join>last' },
      task('last', 'end'),
      end(),
    ],
    [
      'start>first',
      'first>fork',
      'first>refused',
      'fork>a',
      'fork>b',
      'a>a2',
      'a2>join',
      'b>join',
      'join>last',
      'last>end',
    ],
    { returnTargets: { a: ['first'], a2: ['a', 'first'], b: ['first'], last: ['first'], first: [] } },
  );

const back = (play: Play, from: string, to: string, mode: 'straight' | 'again' = 'again') =>
  play.do(officer(from), { type: 'return', activity: play.open(from), to, reason: 'look again', mode });

describe('return', () => {
  it('inside one branch leaves the other branch alone, and makes a new task with a new timer', () => {
    const play = new Play(net());
    play.start();
    play.complete('first');
    const old = play.open('a');
    play.complete('a');
    const sibling = play.open('b');
    expect(back(play, 'a2', 'a')).toEqual(['returned', 'activityCancelled returned', 'activityStarted a']);
    expect(play.where()).toEqual(['b', 'a']);
    expect(play.open('b')).toBe(sibling);
    expect(play.open('a')).not.toBe(old);
    expect(play.state.activities[play.open('a')]).toMatchObject({ round: 2 });
    const timers = project(play.definition, null, play.state, defaultCalendar()).timers;
    expect(timers.map((timer) => timer.timer)).toEqual([`${play.open('a')}:late`]);
    for (const node of ['a', 'a2', 'b', 'last']) play.complete(node);
    expect(play.state.result).toBe('finished');
    expect(replay(play.events)).toEqual(play.state);
  });

  it('to before the fork cancels every branch and what waits at the join', () => {
    const play = new Play(net());
    play.start();
    play.complete('first');
    play.complete('b');
    const gone = play.open('a');
    play.complete('a');
    expect(play.where()).toEqual(['a2', 'b>join']);
    expect(back(play, 'a2', 'first')).toEqual(['returned', 'activityCancelled returned', 'activityStarted first']);
    expect(play.where()).toEqual(['first']);
    expect(play.refused(officer('a'), { type: 'claim', activity: gone }).code).toBe('alreadyDone');
    const cancelled = Object.values(play.state.activities).find((one) => one.status === 'cancelled')!;
    expect(play.refused(officer('a2'), { type: 'claim', activity: cancelled.id }).code).toBe('gone');
    for (const node of ['first', 'a', 'b', 'a2', 'last']) play.complete(node);
    expect(play.state.result).toBe('finished');
  });

  it('straight across a fork lets the siblings stand still, then brings everything back', () => {
    const play = new Play(net());
    play.start();
    play.complete('first');
    play.complete('a');
    expect(back(play, 'a2', 'first', 'straight')).toEqual([
      'returned',
      'activityCancelled returned',
      'clockPaused step',
      'activityStarted first',
    ]);
    expect(play.where()).toEqual(['b:suspended', 'first']);
    const waiting = Object.values(play.state.activities).find((one) => one.status === 'suspended')!;
    const command = { type: 'complete', activity: waiting.id, outcome: 'ok', opinion: '', patch: {} } as const;
    expect(play.refused(officer('b'), command).code).toBe('notAllowed');
    expect(play.complete('first')).toEqual([
      'activityCompleted ok',
      'straightBackDone',
      'clockResumed step',
      'activityStarted a2',
    ]);
    expect(play.where()).toEqual(['b', 'a2']);
    for (const node of ['a2', 'b', 'last']) play.complete(node);
    expect(play.state).toMatchObject({ result: 'finished', returns: [] });
    expect(replay(play.events)).toEqual(play.state);
  });

  it('straight keeps what waits at the join', () => {
    const play = new Play(net());
    play.start();
    play.complete('first');
    play.complete('b');
    back(play, 'a', 'first', 'straight');
    expect(play.where()).toEqual(['first']);
    play.complete('first');
    expect(play.where()).toEqual(['a', 'b>join']);
    for (const node of ['a', 'a2', 'last']) play.complete(node);
    expect(play.state.result).toBe('finished');
  });

  it('gives up the way straight back when the earlier step now decides otherwise', () => {
    const play = new Play(net());
    play.start();
    play.complete('first');
    back(play, 'a', 'first', 'straight');
    expect(play.complete('first', 'no')).toEqual([
      'activityCompleted no',
      'activityCancelled returned',
      'straightBackDropped',
      'tokensMoved first +1-0',
      'tokensMoved refused +0-1',
      'caseEnded refused',
    ]);
    expect(play.where()).toEqual([]);
  });

  it('nests: each way back is served in turn, innermost first', () => {
    const play = new Play(net());
    play.start();
    for (const node of ['first', 'a']) play.complete(node);
    back(play, 'a2', 'a', 'straight');
    back(play, 'a', 'first', 'straight');
    expect(play.where()).toEqual(['b:suspended', 'first']);
    expect(play.state.returns).toHaveLength(2);
    play.complete('first');
    expect(play.where()).toEqual(['b', 'a']);
    play.complete('a');
    expect(play.where()).toEqual(['b', 'a2']);
    expect(play.state.returns).toEqual([]);
    for (const node of ['b', 'a2', 'last']) play.complete(node);
    expect(play.state.result).toBe('finished');
    expect(replay(play.events)).toEqual(play.state);
  });

  it('that starts all over forgets the ways back inside it', () => {
    const play = new Play(net());
    play.start();
    for (const node of ['first', 'a']) play.complete(node);
    back(play, 'a2', 'a', 'straight');
    expect(back(play, 'a', 'first', 'again')).toEqual([
      'returned',
      'activityCancelled returned',
      'activityCancelled returned',
      'straightBackDropped',
      'activityStarted first',
    ]);
    expect(play.where()).toEqual(['first']);
    for (const node of ['first', 'a', 'a2', 'b', 'last']) play.complete(node);
    expect(play.state.result).toBe('finished');
  });

  it('to before the fork still cancels the branches after one of them had gone straight back', () => {
    const play = new Play(net());
    play.start();
    play.complete('first');
    back(play, 'a', 'first', 'straight');
    play.complete('first');
    expect(play.where()).toEqual(['b', 'a']);
    back(play, 'b', 'first', 'again');
    expect(play.where()).toEqual(['first']);
    for (const node of ['first', 'a', 'a2', 'b', 'last']) play.complete(node);
    expect(play.state.result).toBe('finished');
  });

  it('needs the power, a reason and an allowed target', () => {
    const play = new Play(net());
    play.start();
    play.complete('first');
    const command = { type: 'return', activity: play.open('a'), to: 'b', reason: 'r', mode: 'again' } as const;
    expect(play.refused(officer('a'), command).code).toBe('returnNotAllowed');
    expect(play.refused(officer('a'), { ...command, to: 'first', reason: ' ' }).code).toBe('reasonRequired');
  });

  it('takes an open correction with it, and the case clock runs on', () => {
    const play = new Play(net());
    play.start();
    for (const node of ['first', 'a']) play.complete(node);
    const remarks = { fields: {}, materials: {}, general: 'bring the original' };
    play.do(officer('b'), { type: 'askCorrection', activity: play.open('b'), remarks });
    expect(back(play, 'a2', 'first')).toEqual([
      'returned',
      'activityCancelled returned',
      'activityCancelled returned',
      'clockResumed case',
      'activityStarted first',
    ]);
    expect(play.refused(applicant, { type: 'resubmit', patch: manual({}) }).code).toBe('noCorrectionOpen');
  });
});
