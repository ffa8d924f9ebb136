import { describe, expect, it } from 'vitest';
import { defaultCalendar } from '../calendar/index.ts';
import { project } from './index.ts';
import { applicant, at, edge, end, netOfPrims, officer, Play, task, work } from './testing.ts';

const timed = (interrupting: boolean, deadline: 'some' | 'none' = 'some') =>
  netOfPrims(
    [
      {
        type: 'activity',
        id: 'a',
        work: work('a', [{ id: 'ok', name: 'OK', tone: 'positive', opinionRequired: false, edge: edge('a', 'end') }], {
          ...(deadline === 'none' ? { deadline: null } : {}),
          timers: [{ id: 'late', name: 'Late', after: { amount: 1, unit: 'workday' }, interrupting, edge: 'a>boss' }],
        }),
      },
      task('boss', 'end2'),
      end(),
      end('end2'),
    ],
    ['start>a', 'a>boss', 'a>end', 'boss>end2'],
  );
const due = at('2026-11-24 17:30');
const timersOf = (play: Play) => project(play.definition, null, play.state, defaultCalendar()).timers;
const fire = (play: Play) => ({ type: 'fireTimer', timer: `${play.open('a')}:late` }) as const;

describe('boundary timers', () => {
  it('interrupt the step: its task is gone and the token goes the other way', () => {
    const play = new Play(timed(true));
    play.start();
    expect(timersOf(play)).toEqual([
      { timer: `${play.open('a')}:late`, caseId: 'case-1', activity: play.open('a'), dueAt: due },
    ]);
    const command = fire(play);
    const old = play.completion('a');
    expect(play.refused('system', command).code).toBe('timerEarly');
    expect(play.refused(officer('a'), command).code).toBe('notAllowed');
    play.now = due;
    expect(play.do('system', command)).toEqual([
      'timerFired',
      'activityCancelled interrupted',
      'tokensMoved a +1-0',
      'activityStarted boss',
    ]);
    expect(play.refused('system', command).code).toBe('timerGone');
    expect(play.refused(officer('a'), old).code).toBe('gone');
    expect(timersOf(play)).toEqual([]);
  });

  it('that do not interrupt run beside the step, and the case waits for both', () => {
    const play = new Play(timed(false));
    play.start();
    play.now = due;
    const command = fire(play);
    expect(play.do('system', command)).toEqual(['timerFired', 'tokensMoved a +1-0', 'activityStarted boss']);
    expect(play.refused('system', command).code).toBe('timerGone');
    expect(play.complete('a').at(-1)).toBe('tokensMoved end +0-1');
    expect(play.complete('boss').at(-1)).toBe('caseEnded finished');
  });

  it.each(['some', 'none'] as const)('stand while a correction is open (step with %s deadline)', (deadline) => {
    const play = new Play(timed(true, deadline));
    play.start();
    const command = fire(play);
    play.now = at('2026-11-23 14:00');
    const remarks = { fields: {}, materials: {}, general: 'bring it' };
    play.do(officer('a'), { type: 'askCorrection', activity: play.open('a'), remarks });
    expect(timersOf(play)).toEqual([]);
    play.now = due;
    expect(play.refused('system', command).code).toBe('timerEarly');
    play.do(applicant, { type: 'resubmit', patch: {} });
    // Half of Monday and Tuesday were suspended: ten and a half hours.
    expect(timersOf(play)[0]?.dueAt).toBe(at('2026-11-26 12:00'));
    expect(play.refused('system', command).code).toBe('timerEarly');
    play.now = at('2026-11-26 12:00');
    expect(play.do('system', command)[0]).toBe('timerFired');
  });

  it('are gone with the step', () => {
    const play = new Play(timed(true));
    play.start();
    const command = fire(play);
    play.complete('a');
    play.now = due;
    expect(play.refused('system', command).code).toBe('timerGone');
  });
});

describe('faults of a flow', () => {
  it('a loop of gateways is an incident, not a hang', () => {
    const play = new Play(
      netOfPrims(
        [
          { type: 'choice', id: 'x', name: 'x', branches: [], otherwise: 'x>y' },
          { type: 'choice', id: 'y', name: 'y', branches: [], otherwise: 'y>x' },
        ],
        ['start>x', 'x>y', 'y>x'],
      ),
    );
    expect(play.start().at(-1)).toBe('incidentRaised stepBound');
    expect(play.state.incident).toEqual({ code: 'stepBound', node: expect.any(String) });
  });

  it('a choice without a way, and a join that can never fire, are incidents', () => {
    const choice = new Play(
      netOfPrims([{ type: 'choice', id: 'x', name: 'x', branches: [], otherwise: null }], ['start>x']),
    );
    expect(choice.start().at(-1)).toBe('incidentRaised noBranch');
    const join = new Play(
      netOfPrims(
        [{ type: 'join', id: 'j', name: 'j', in: ['start>j', 'a>j'], out: 'j>end' }, task('a', 'j'), end()],
        ['start>j', 'a>j', 'j>end'],
      ),
    );
    expect(join.start().at(-1)).toBe('incidentRaised stuck');
  });

  it('routes by conditions on fields and decisions', () => {
    const play = new Play(
      netOfPrims(
        [
          task('a', 'x'),
          {
            type: 'choice',
            id: 'x',
            name: 'x',
            branches: [
              {
                edge: 'x>b',
                when: {
                  source: { type: 'compare', left: { type: 'decision', node: 'a' }, op: 'eq', right: 'ok' },
                  reads: [],
                },
              },
            ],
            otherwise: 'x>end',
          },
          task('b', 'end'),
          end(),
        ],
        ['start>a', 'a>x', 'x>b', 'x>end', 'b>end'],
      ),
    );
    play.start();
    expect(play.complete('a')).toEqual([
      'activityCompleted ok',
      'tokensMoved a +1-0',
      'tokensMoved x +1-1',
      'activityStarted b',
    ]);
  });
});
