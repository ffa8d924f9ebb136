import { describe, expect, it } from 'vitest';
import { defaultCalendar, readClock } from '../../calendar/index.ts';
import type { Prim, WaitPrim } from '../../definition/types.ts';
import { project, react, replay } from '../index.ts';
import { look, viewer } from '../testing-view.ts';
import { addressee, applicant, at, end, netOfPrims, officer, person, Play, task } from '../testing.ts';

const admin = person('root', null, { admin: true });
const suspension = { type: 'suspend', activity: null, reason: 'a lawsuit is open', basis: 'Article 9' } as const;
const resumption = { type: 'resume', activity: null, reason: 'decided' } as const;

const late = (id: string, days = 1) => ({
  id: `late-${id}`,
  name: 'late',
  after: { amount: days, unit: 'workday' as const },
  interrupting: false,
  edge: 'none',
});
const wait: WaitPrim = {
  type: 'wait',
  id: 'w',
  name: 'w',
  lane: null,
  boundaries: [],
  outsideClock: false,
  arms: [{ id: 'm', name: 'm', on: { type: 'message', name: 'go', into: [] }, edge: 'w>b' }],
};
/** a (with a deadline and a timer) | c (a timer, no deadline) | w, then b. */
const net = () =>
  netOfPrims(
    [
      { type: 'fork', id: 'fork', name: 'fork', out: ['fork>a', 'fork>c', 'fork>w'] },
      task('a', 'join', {
        timers: [late('a')],
        powers: { correct: true, return: true, reject: true, suspend: true },
      }),
      task('c', 'join', { timers: [late('c')], deadline: null }),
      wait as Prim,
      task('b', 'join'),
      { type: 'join', id: 'join', name: 'join', in: ['a>join', 'c>join', 'b>join'], out: 'join>end' },
      end(),
    ],
    ['start>fork', 'fork>a', 'fork>c', 'fork>w', 'w>b', 'a>join', 'c>join', 'b>join', 'join>end'],
  );
const begun = (): Play => {
  const play = new Play(net());
  play.start();
  return play;
};
const rows = (play: Play) => project(play.definition, null, play.state, defaultCalendar());
const dueOf = (play: Play) => Object.fromEntries(rows(play).timers.map((one) => [one.timer.split(':')[1], one.dueAt]));

describe('suspend and resume', () => {
  it('stops every clock and timer, and lets them go on where they stood', () => {
    const play = begun();
    const tuesday = at('2026-11-24 17:30');
    expect(dueOf(play)).toEqual({ 'late-a': tuesday, 'late-c': tuesday });
    play.now = at('2026-11-23 14:00');
    expect(play.do(admin, suspension)).toEqual([
      'caseSuspended',
      'clockPaused case',
      'clockPaused step',
      'clockPaused step',
    ]);
    const stands = rows(play);
    expect(stands.timers).toEqual([]);
    expect(stands.case).toMatchObject({ status: 'suspended', dueAt: null });
    expect(stands.tasks.map((one) => one.dueAt)).toEqual([null, null]);

    // From the beginning of Monday's afternoon to the beginning of Wednesday's: two working days.
    play.now = at('2026-11-25 14:00');
    const timer = `${play.open('a')}:late-a`;
    expect(play.refused('system', { type: 'fireTimer', timer }).code).toBe('timerEarly');
    expect(play.do(admin, resumption)).toEqual([
      'caseResumed',
      'clockResumed case',
      'clockResumed step',
      'clockResumed step',
    ]);
    expect(dueOf(play)).toEqual({ 'late-a': at('2026-11-26 17:30'), 'late-c': at('2026-11-26 17:30') });
    const clock = play.state.activities[play.open('a')]!.clock!;
    const { leftMinutes } = readClock(clock, play.now, defaultCalendar(), play.definition.executable.policies);
    // Monday 09:00 with the rest of that day and two more; three hours were used.
    expect(leftMinutes).toBe(390 + 2 * 420 - 180);
    play.now = at('2026-11-26 17:30');
    expect(play.do('system', { type: 'fireTimer', timer })).toEqual(['timerFired']);
    expect(replay(play.events)).toEqual(play.state);
  });

  it('lets nobody work meanwhile; what comes from outside is taken in and stands as well', () => {
    const play = begun();
    const remarks = { fields: {}, materials: {}, general: 'more' };
    const correction = { type: 'askCorrection', activity: play.open('c'), remarks } as const;
    play.do(officer('c'), correction);
    play.do(admin, suspension);
    expect(play.refused(officer('a'), play.completion('a')).code).toBe('caseSuspended');
    expect(play.refused(officer('a'), { type: 'claim', activity: play.open('a') }).code).toBe('caseSuspended');
    expect(play.refused(applicant, { type: 'resubmit', patch: {} }).code).toBe('caseSuspended');
    expect(play.refused(applicant, { type: 'urge', activity: play.open('a'), note: '' }).code).toBe('caseSuspended');
    expect(look(play, viewer('office-a'))?.work[0]?.commands).toEqual(['resume']);
    expect(play.do('system', { type: 'deliverMessage', name: 'go', values: {} })).toEqual([
      'eventCaught m',
      'activityCompleted m',
      'tokensMoved w +1-0',
      'activityStarted b',
      'clockPaused step',
    ]);
    // An administrator may still move a task out of the hands of someone who left.
    const to = addressee('b', { department: 'office-z' });
    expect(play.do(admin, { type: 'handOver', activity: play.open('b'), to, reason: 'r' })).toEqual(['taskHandedOver']);
    play.now += 3_600_000;
    // The corrected step goes on standing until the correction is answered.
    expect(play.do(admin, resumption)).toEqual(['caseResumed', 'clockResumed step', 'clockResumed step']);
    expect(play.do(applicant, { type: 'resubmit', patch: {} })).toEqual([
      'correctionAnswered',
      'clockResumed step',
      'clockResumed case',
    ]);
    expect(play.state.clock?.suspensions).toHaveLength(1);
    expect(play.do(officer('a'), play.completion('a'))[0]).toBe('activityCompleted ok');
  });

  it('is for administrators, and for a step with the power; with a reason and a basis, once', () => {
    const play = begun();
    const byStep = { ...suspension, activity: play.open('a') };
    expect(play.refused(officer('a'), suspension).code).toBe('notAllowed');
    expect(play.refused(officer('c'), { ...suspension, activity: play.open('c') }).code).toBe('powerMissing');
    expect(play.refused(officer('c'), byStep).code).toBe('otherDepartment');
    expect(play.refused(officer('a'), { ...byStep, reason: ' ' }).code).toBe('reasonRequired');
    expect(play.refused(officer('a'), { ...byStep, basis: ' ' }).code).toBe('basisRequired');
    expect(play.refused(admin, resumption).code).toBe('notSuspended');
    expect(play.do(officer('a'), byStep)[0]).toBe('caseSuspended');
    expect(play.refused(officer('a'), byStep).code).toBe('caseSuspended');
    expect(play.refused(admin, suspension).code).toBe('caseSuspended');
    expect(play.do(officer('a'), { ...resumption, activity: play.open('a') })[0]).toBe('caseResumed');
  });

  it('stops the clocks of opinions that are asked for, which may still come', () => {
    const play = begun();
    play.do(officer('a'), {
      type: 'consult',
      activity: play.open('a'),
      to: addressee('x'),
      question: 'q',
      deadline: { amount: 1, unit: 'workday' },
      wait: false,
      fields: null,
    });
    expect(play.do(admin, suspension)).toHaveLength(5);
    expect(look(play, viewer('office-x'))?.consults[0]?.clock?.state).toBe('paused');
    const [consult] = play.state.consults ?? [];
    play.now += 3_600_000;
    expect(play.do(admin, resumption)).toHaveLength(5);
    expect(look(play, viewer('office-x'))?.consults[0]?.clock?.state).toBe('green');
    play.do(admin, suspension);
    expect(play.do(officer('x'), { type: 'answerConsult', consult: consult!.id, answer: 'yes' })).toEqual([
      'consultAnswered',
    ]);
    expect(replay(play.events)).toEqual(play.state);
  });

  it('is told to the applicant, with reason and basis, and ends with the case', () => {
    const play = begun();
    const from = play.events.length;
    play.do(admin, suspension);
    expect(react(play.definition, play.state, play.events.slice(from))).toMatchObject([
      { kind: 'caseSuspended', department: 'applying', person: 'ann' },
    ]);
    expect(look(play, viewer('applying'))).toMatchObject({
      status: 'suspended',
      suspension: { reason: 'a lawsuit is open', basis: 'Article 9' },
    });
    expect(play.do(admin, { type: 'terminate', reason: 'r' }).at(-1)).toBe('caseEnded terminated');
    expect(rows(play).case.status).toBe('ended');
  });
});
