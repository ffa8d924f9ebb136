import { describe, expect, it } from 'vitest';
import { defaultCalendar, readClock } from '../calendar/index.ts';
import type { Activity, Remarks } from './index.ts';
import { project, replay } from './index.ts';
import { applicant, at, end, field, manual, MONDAY, netOfPrims, officer, person, Play, task } from './testing.ts';

const sideBySide = (correctionPausesCase = true) =>
  netOfPrims(
    [
      { type: 'fork', id: 'fork', name: 'fork', out: ['fork>a', 'fork>b'] },
      task('a', 'join'),
      task('b', 'join'),
      { type: 'join', id: 'join', name: 'join', in: ['a>join', 'b>join'], out: 'join>end' },
      end(),
    ],
    ['start>fork', 'fork>a', 'fork>b', 'a>join', 'b>join', 'join>end'],
    {
      policies: { correctionPausesCase },
      fields: [
        field('name', { start: 'required', a: 'read', b: 'read' }),
        field('later', { start: 'read', a: 'read', b: 'read' }),
        field('secret', { start: 'write', a: 'hidden', b: 'read' }),
        field('inner', { start: 'hidden', a: 'write', b: 'hidden' }),
        field('plan', { start: 'read', a: 'read', b: 'read' }),
      ],
      materials: [{ id: 'm1', name: 'Plan', exempt: false, exemptReason: null, field: 'plan' }],
    },
  );

const remarks = (fields: Record<string, string>, more: Partial<Remarks> = {}): Remarks => ({
  fields,
  materials: {},
  general: '',
  ...more,
});
const ask = (play: Play, node: string, said: Remarks, reason?: string) =>
  ({
    type: 'askCorrection',
    activity: play.open(node),
    remarks: said,
    ...(reason === undefined ? {} : { reason }),
  }) as const;
const activityAt = (play: Play, node: string): Activity =>
  Object.values(play.state.activities).find((one) => one.node === node)!;

describe('correction', () => {
  it('stands the asking step still while its sibling goes on, and comes back to the asking step only', () => {
    const play = new Play(sideBySide());
    play.start({ name: 'x' });
    play.now = at('2026-11-23 10:30');
    expect(play.do(officer('a'), ask(play, 'a', remarks({ name: 'full name please' })))).toEqual([
      'correctionAsked',
      'clockPaused step',
      'clockPaused case',
    ]);
    expect(play.where()).toEqual(['a:correcting', 'b']);
    expect(play.refused(officer('a'), play.completion('a')).code).toBe('correctionOpen');
    expect(play.refused(officer('a'), ask(play, 'a', remarks({ name: 'again' }))).code).toBe('correctionOpen');
    const row = project(play.definition, null, play.state, defaultCalendar());
    expect(row.case.status).toBe('correcting');
    expect(row.tasks.map((one) => [one.node, one.status, one.dueAt === null])).toEqual([
      ['a', 'correcting', true],
      ['b', 'open', false],
    ]);

    play.now = at('2026-11-24 10:30');
    expect(play.complete('b')).toEqual(['activityCompleted ok', 'tokensMoved b +1-0']);
    expect(play.do(applicant, { type: 'resubmit', patch: manual({ name: 'y' }) })).toEqual([
      'valuesWritten',
      'correctionAnswered',
      'clockResumed step',
      'clockResumed case',
    ]);
    expect(play.where()).toEqual(['a', 'b>join']);
    expect(play.state.corrections[0]).toMatchObject({ changed: ['name'], round: 1, answeredAt: play.now });

    const policies = play.definition.executable.policies;
    const left = readClock(activityAt(play, 'a').clock!, play.now, defaultCalendar(), policies).leftMinutes;
    // Started Monday 09:00 with the rest of that day and two more; one and a half hours were used before the pause.
    expect(left).toBe(390 + 2 * 420 - 90);
    expect(replay(play.events)).toEqual(play.state);
  });

  it('leaves the case clock running when the policy says so', () => {
    const play = new Play(sideBySide(false));
    play.start({ name: 'x' });
    expect(play.do(officer('a'), ask(play, 'a', remarks({ name: 'n' })))).toEqual([
      'correctionAsked',
      'clockPaused step',
    ]);
    expect(play.do(applicant, { type: 'resubmit', patch: {} })).toEqual(['correctionAnswered', 'clockResumed step']);
  });

  it('lets one answer serve the corrections of several branches', () => {
    const play = new Play(sideBySide());
    play.start({ name: 'x' });
    play.do(officer('a'), ask(play, 'a', remarks({ name: 'n' })));
    expect(play.do(officer('b'), ask(play, 'b', remarks({ later: 'l' })))).toEqual([
      'correctionAsked',
      'clockPaused step',
    ]);
    const patch = manual({ name: 'y', later: 'z', secret: 's' });
    expect(play.do(applicant, { type: 'resubmit', patch })).toEqual([
      'valuesWritten',
      'correctionAnswered',
      'clockResumed step',
      'correctionAnswered',
      'clockResumed step',
      'clockResumed case',
    ]);
    expect(play.state.corrections.map((one) => one.changed)).toEqual([
      ['name', 'secret'],
      ['later', 'secret'],
    ]);
    expect(play.refused(applicant, { type: 'resubmit', patch: {} }).code).toBe('noCorrectionOpen');
  });

  it('opens the remarked fields and no others', () => {
    const play = new Play(sideBySide());
    play.start({ name: 'x' });
    play.do(officer('a'), ask(play, 'a', remarks({ name: 'n' }, { materials: { m1: 'unreadable' } })));
    const refused = play.refused(applicant, { type: 'resubmit', patch: manual({ later: 'z' }) });
    expect(refused).toEqual({ code: 'fieldNotWritable', problems: [{ field: 'later', code: 'fieldNotWritable' }] });
    expect(play.refused(applicant, { type: 'resubmit', patch: manual({ name: '' }) })).toMatchObject({
      code: 'fieldRequired',
      problems: [{ field: 'name' }],
    });
    play.do(applicant, { type: 'resubmit', patch: manual({ plan: 'a better one' }) });
    expect(play.state.data['plan']?.value).toBe('a better one');
  });

  it('asks for remarks on what both sides see, and for a reason the second time', () => {
    const play = new Play(sideBySide());
    play.start({ name: 'x' });
    expect(play.refused(officer('a'), ask(play, 'a', remarks({ name: '  ' }))).code).toBe('remarksRequired');
    expect(play.refused(officer('a'), ask(play, 'a', remarks({ secret: 's' }))).code).toBe('fieldUnknown');
    expect(play.refused(officer('a'), ask(play, 'a', remarks({ inner: 's' }))).code).toBe('fieldUnknown');
    expect(play.refused(officer('a'), ask(play, 'a', remarks({}, { materials: { m9: 'x' } }))).code).toBe(
      'fieldUnknown',
    );
    play.do(officer('a'), ask(play, 'a', remarks({ name: 'n' })));
    play.do(person('colleague', 'applying'), { type: 'resubmit', patch: {} });
    expect(play.refused(officer('a'), ask(play, 'a', remarks({ name: 'n' }))).code).toBe('reasonRequired');
    play.do(officer('a'), ask(play, 'a', remarks({ name: 'n' }), 'new fact'));
    expect(play.state.corrections.map((one) => [one.round, one.reason])).toEqual([
      [1, null],
      [2, 'new fact'],
    ]);
    expect(play.refused(person('stranger', 'elsewhere'), { type: 'resubmit', patch: {} }).code).toBe('notApplicant');
  });

  it('is over when the case is', () => {
    const play = new Play(sideBySide());
    play.start({ name: 'x' });
    play.do(officer('a'), ask(play, 'a', remarks({ name: 'n' })));
    expect(play.refused(person('admin', null), { type: 'terminate', reason: 'r' }).code).toBe('notAllowed');
    const admin = person('admin', null, { admin: true });
    expect(play.refused(admin, { type: 'terminate', reason: ' ' }).code).toBe('reasonRequired');
    expect(play.do(admin, { type: 'terminate', reason: 'void' })).toEqual([
      'activityCancelled caseEnded',
      'activityCancelled caseEnded',
      'caseEnded terminated',
    ]);
    expect(play.refused(applicant, { type: 'resubmit', patch: {} }).code).toBe('caseEnded');
    expect(play.state.clock).toMatchObject({ stoppedAt: MONDAY });
    expect(play.state.tokens).toEqual({});
  });

  it('a step with the power rejects the whole case, with a reason', () => {
    const play = new Play(sideBySide());
    play.start({ name: 'x' });
    const activity = play.open('a');
    expect(play.refused(officer('a'), { type: 'reject', activity, reason: '' }).code).toBe('reasonRequired');
    expect(play.do(officer('a'), { type: 'reject', activity, reason: 'not ours' })).toEqual([
      'activityCancelled caseEnded',
      'activityCancelled caseEnded',
      'caseEnded rejected',
    ]);
    expect(play.state).toMatchObject({ status: 'ended', result: 'rejected', endReason: 'not ours' });
    expect(play.refused(officer('a'), { type: 'reject', activity, reason: 'x' }).code).toBe('caseEnded');
  });
});
