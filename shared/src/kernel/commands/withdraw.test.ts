import { describe, expect, it } from 'vitest';
import { react, replay } from '../index.ts';
import { look, viewer } from '../testing-view.ts';
import { applicant, end, netOfPrims, officer, person, Play, task } from '../testing.ts';

const net = (withdrawUntil?: string) =>
  netOfPrims(
    [
      task('first', 'fork'),
      { type: 'fork', id: 'fork', name: 'fork', out: ['fork>a', 'fork>b'] },
      task('a', 'join'),
      task('b', 'join'),
      { type: 'join', id: 'join', name: 'join', in: ['a>join', 'b>join'], out: 'join>end' },
      end(),
    ],
    ['start>first', 'first>fork', 'fork>a', 'fork>b', 'a>join', 'b>join', 'join>end'],
    {
      returnTargets: { a: ['first'], b: ['first'], first: [] },
      ...(withdrawUntil === undefined ? {} : { policies: { withdrawUntil } }),
    },
  );
const begun = (until?: string): Play => {
  const play = new Play(net(until));
  play.start();
  return play;
};
const command = { type: 'withdraw', reason: 'no longer needed' } as const;

describe('withdraw', () => {
  it('ends the case while departments work, and tells each of them', () => {
    const play = begun();
    play.complete('first');
    play.complete('a');
    play.do(officer('b'), { type: 'claim', activity: play.open('b') });
    const from = play.events.length;
    expect(play.do(person('colleague', 'applying'), command)).toEqual([
      'activityCancelled caseEnded',
      'caseEnded withdrawn',
    ]);
    expect(play.where()).toEqual([]);
    const sent = react(play.definition, play.state, play.events.slice(from));
    expect(sent.map((one) => [one.kind, one.department, one.person])).toEqual([
      ['withdrawn', 'office-b', 'of-b'],
      ['caseEnded', 'applying', 'ann'],
    ]);
    expect(look(play, viewer('office-b'))).toMatchObject({ status: 'ended', result: 'withdrawn', work: [] });
    expect(look(play, viewer('office-b'))?.timeline.at(-1)).toMatchObject({
      type: 'caseWithdrawn',
      params: { reason: 'no longer needed' },
    });
    expect(play.refused(applicant, command).code).toBe('caseEnded');
    expect(replay(play.events)).toEqual(play.state);
  });

  it('is not possible any more once the named decision was made, unless the case was sent back before it', () => {
    const play = begun('first');
    expect(look(play, viewer('applying'))?.commands).toContain('withdraw');
    play.complete('first');
    expect(look(play, viewer('applying'))?.commands).not.toContain('withdraw');
    expect(play.refused(applicant, command)).toEqual({ code: 'tooLateToWithdraw', params: { step: 'first' } });
    const back = { type: 'return', activity: play.open('a'), to: 'first', reason: 'r', mode: 'again' } as const;
    play.do(officer('a'), back);
    expect(play.do(applicant, command).at(-1)).toBe('caseEnded withdrawn');
    const open = begun('a');
    open.complete('first');
    open.complete('b');
    expect(open.do(applicant, command).at(-1)).toBe('caseEnded withdrawn');
  });

  it('is the applicant’s alone, with a reason; also while the case is suspended', () => {
    const play = begun();
    expect(play.refused(officer('first'), command).code).toBe('notApplicant');
    expect(play.refused(applicant, { ...command, reason: ' ' }).code).toBe('reasonRequired');
    const admin = person('root', null, { admin: true });
    play.do(admin, { type: 'suspend', activity: null, reason: 'r', basis: 'b' });
    expect(play.do(applicant, command).at(-1)).toBe('caseEnded withdrawn');
  });
});
