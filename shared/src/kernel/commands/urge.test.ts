import { describe, expect, it } from 'vitest';
import { react, replay } from '../index.ts';
import { look, viewer } from '../testing-view.ts';
import { applicant, at, end, netOfPrims, officer, person, Play, task } from '../testing.ts';

const net = (urgeEvery?: { amount: number; unit: 'workhour' }) =>
  netOfPrims(
    [
      task('first', 'fork'),
      { type: 'fork', id: 'fork', name: 'fork', out: ['fork>a', 'fork>b'] },
      task('a', 'join'),
      task('b', 'join', { powers: { correct: true, return: true, reject: true, urge: false } }),
      { type: 'join', id: 'join', name: 'join', in: ['a>join', 'b>join'], out: 'join>end' },
      end(),
    ],
    ['start>first', 'first>fork', 'fork>a', 'fork>b', 'a>join', 'b>join', 'join>end'],
    urgeEvery ? { policies: { urgeEvery } } : {},
  );
const begun = (urgeEvery?: { amount: number; unit: 'workhour' }): Play => {
  const play = new Play(net(urgeEvery));
  play.start();
  play.complete('first');
  return play;
};
const urge = (play: Play, node = 'a') => ({ type: 'urge', activity: play.open(node), note: 'it is needed' }) as const;

describe('urge', () => {
  it('tells whoever holds the task and counts; at most once in half a working day', () => {
    const play = begun();
    play.do(officer('a'), { type: 'claim', activity: play.open('a') });
    const from = play.events.length;
    expect(play.do(applicant, urge(play))).toEqual(['urged']);
    expect(react(play.definition, play.state, play.events.slice(from))).toMatchObject([
      { kind: 'urged', department: 'office-a', person: 'of-a', params: { count: '1' } },
    ]);
    play.now = at('2026-11-23 12:00');
    expect(play.refused(applicant, urge(play))).toEqual({ code: 'urgedAlready', params: { count: 1 } });
    expect(look(play, viewer('applying'))?.steps.find((step) => step.node === 'a')?.mayUrge).toBe(false);
    // 09:00 to 12:00 and one hour after the break.
    play.now = at('2026-11-23 15:00');
    expect(look(play, viewer('applying'))?.steps.find((step) => step.node === 'a')?.mayUrge).toBe(true);
    expect(play.do(applicant, urge(play))).toEqual(['urged']);
    expect(play.state.activities[play.open('a')]?.urged).toEqual({ count: 2, at: play.now });
    expect(look(play, viewer('office-a'))?.work[0]?.urged).toEqual({ count: 2, at: play.now });
    expect(replay(play.events)).toEqual(play.state);
  });

  it('keeps to the interval of the policy', () => {
    const play = begun({ amount: 1, unit: 'workhour' });
    play.do(applicant, urge(play));
    play.now = at('2026-11-23 10:00');
    expect(play.do(applicant, urge(play))).toEqual(['urged']);
  });

  it('may reach every open task at once; what was just urged, or cannot be, is left out', () => {
    const play = begun();
    const all = { type: 'urge', activity: null, note: '' } as const;
    expect(look(play, viewer('applying'))?.commands).toContain('urge');
    expect(play.do(applicant, all)).toEqual(['urged']);
    expect(play.refused(applicant, all).code).toBe('urgedAlready');
    expect(look(play, viewer('applying'))?.commands).not.toContain('urge');
  });

  it('is for parties and supervision; the step may rule it out, a correction or the end of it does', () => {
    const play = begun();
    expect(play.refused(person('stranger', 'elsewhere'), urge(play)).code).toBe('notYours');
    expect(play.refused(applicant, urge(play, 'b')).code).toBe('powerMissing');
    expect(play.do(officer('first'), urge(play))).toEqual(['urged']);
    const supervised = begun();
    expect(supervised.do(person('sup', 'elsewhere', { supervisor: true }), urge(supervised))).toEqual(['urged']);
    const waiting = begun();
    const remarks = { fields: {}, materials: {}, general: 'more' };
    const command = urge(waiting);
    waiting.do(officer('a'), { type: 'askCorrection', activity: waiting.open('a'), remarks });
    expect(waiting.refused(applicant, command).code).toBe('correctionOpen');
    waiting.do(applicant, { type: 'resubmit', patch: {} });
    waiting.complete('a');
    expect(waiting.refused(applicant, command).code).toBe('alreadyDone');
  });

  it('is told to everyone, its words to the office, the lead and the applicant', () => {
    const play = begun();
    play.do(applicant, urge(play));
    const said = (department: string) =>
      look(play, viewer(department))?.timeline.find((entry) => entry.type === 'urged')?.params['reason'];
    expect(said('office-a')).toBe('it is needed');
    expect(said('applying')).toBe('it is needed');
    expect(said('office-b')).toBe('');
  });
});
