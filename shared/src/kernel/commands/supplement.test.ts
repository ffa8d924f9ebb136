import { describe, expect, it } from 'vitest';
import { defaultCalendar } from '../../calendar/index.ts';
import type { Executable } from '../../definition/types.ts';
import { project, react, replay, type Command, type MaterialPromise } from '../index.ts';
import { look, viewer } from '../testing-view.ts';
import {
  applicant,
  at,
  end,
  field,
  manual,
  netOfPrims,
  officer,
  person,
  Play,
  startCommand,
  task,
} from '../testing.ts';

const material = (id: string, more: Partial<Executable['materials'][number]> = {}) => ({
  id,
  name: `Material ${id}`,
  exempt: false,
  exemptReason: null,
  field: id,
  ...more,
});
const net = (curePeriod?: { amount: number; unit: 'workday' }) =>
  netOfPrims(
    [
      task('a', 'end', {
        timers: [{ id: 't', name: 't', after: { amount: 3, unit: 'workday' }, interrupting: false, edge: '' }],
      }),
      end(),
    ],
    ['start>a', 'a>end'],
    {
      fields: [
        field('plan', { start: 'required', a: 'read' }),
        field('quota', { start: 'required', a: 'read' }),
        field('other', { start: 'write', a: 'write' }),
        field('unseen', { start: 'write', a: 'hidden' }),
      ],
      materials: [
        material('plan'),
        material('quota', { deferrable: true, deferWithin: { amount: 5, unit: 'workday' } }),
        material('unseen', { deferrable: true }),
        material('loose', { field: null, deferrable: true }),
      ],
      ...(curePeriod ? { policies: { curePeriod } } : {}),
    },
  );
const UNTIL = '2026-11-27';
const promise = (until = UNTIL, text = 'the quota comes from the county'): MaterialPromise => ({ until, text });
const starting = (
  promises: Record<string, MaterialPromise>,
  values: Record<string, string> = { plan: 'p' },
  play = new Play(net()),
) => ({
  play,
  command: { ...startCommand(play.definition, manual(values)), promises } satisfies Command,
});
const begun = (curePeriod?: { amount: number; unit: 'workday' }): Play => {
  const { play, command } = starting({ quota: promise() }, { plan: 'p' }, new Play(net(curePeriod)));
  play.do(applicant, command);
  return play;
};
const supplement = (values: Record<string, string> = { quota: 'q' }) =>
  ({ type: 'supplement', material: 'quota', patch: manual(values) }) as const;
const timers = (play: Play) => project(play.definition, null, play.state, defaultCalendar()).timers;
const fire = (play: Play, timer: string) => play.do('system', { type: 'fireTimer', timer });
const lapse = (play: Play): string[] => {
  play.now = at('2026-11-28 00:00');
  return fire(play, 'promise:quota');
};
const statusOf = (play: Play, id: string, who = viewer('applying')) =>
  look(play, who)?.materials.find((one) => one.id === id);

describe('a promised material', () => {
  it('lets the case begin without it; it is handed in later, and nothing happens then', () => {
    const { play, command } = starting({ quota: promise() });
    expect(play.do(applicant, command)).toEqual([
      'caseStarted',
      'materialPromised',
      'valuesWritten',
      'tokensMoved start +1-0',
      'activityStarted a',
    ]);
    expect(statusOf(play, 'plan')?.status).toBe('uploaded');
    expect(statusOf(play, 'quota')).toMatchObject({
      status: 'promised',
      promise: { until: UNTIL, text: 'the quota comes from the county', kept: false, lapsed: false },
      field: { key: 'quota', access: 'required', required: true },
    });
    expect(statusOf(play, 'quota', viewer(null, { roles: ['supervisor'] }))?.promise?.text).toBeNull();
    expect(timers(play)).toContainEqual({
      timer: 'promise:quota',
      caseId: 'case-1',
      activity: '',
      dueAt: at('2026-11-28 00:00'),
    });
    expect(play.do(applicant, supplement())).toEqual(['valuesWritten', 'materialSupplemented']);
    expect(timers(play).map((one) => one.timer)).toEqual([`${play.open('a')}:t`]);
    expect(statusOf(play, 'quota')).toMatchObject({ status: 'uploaded', promise: { kept: true }, field: null });
    expect(play.refused(applicant, supplement()).code).toBe('noPromiseOpen');
    expect(play.refused('system', { type: 'fireTimer', timer: 'promise:quota' }).code).toBe('timerGone');
    expect(replay(play.events)).toEqual(play.state);
  });

  it('is only for what may be deferred, with a text, for a day to come within the limit', () => {
    const refused = (promises: Record<string, MaterialPromise>) => {
      const { play, command } = starting(promises, {});
      return play.refused(applicant, command);
    };
    expect(refused({ plan: promise() })).toEqual({ code: 'promiseInvalid', params: { name: 'Material plan' } });
    expect(refused({ none: promise() }).code).toBe('promiseInvalid');
    expect(refused({ loose: promise() }).code).toBe('promiseInvalid');
    expect(refused({ quota: promise(UNTIL, ' ') }).code).toBe('promiseInvalid');
    expect(refused({ quota: promise('2026-11-22') }).code).toBe('promiseInvalid');
    expect(refused({ quota: promise('2026-02-30') }).code).toBe('promiseInvalid');
    expect(refused({ quota: promise('2026-12-01') }).code).toBe('promiseInvalid');
    // The fifth working day after Monday is the Monday after.
    expect(refused({ quota: promise('2026-11-30') })).toMatchObject({
      code: 'fieldRequired',
      problems: [{ field: 'plan' }],
    });
    const given = starting({ quota: promise() }, { plan: 'p', quota: 'q' });
    expect(given.play.do(applicant, given.command)).not.toContain('materialPromised');
  });

  it('that does not come suspends the case; handed in within the cure period, the case goes on by itself', () => {
    const play = begun();
    const from = play.events.length;
    expect(lapse(play)).toEqual(['promiseLapsed', 'caseSuspended', 'clockPaused case', 'clockPaused step']);
    expect(react(play.definition, play.state, play.events.slice(from)).map((one) => one.kind)).toEqual([
      'promiseLapsed',
      'caseSuspended',
    ]);
    expect(play.refused(officer('a'), play.completion('a')).code).toBe('caseSuspended');
    // 15 working days from the end of Friday 27 November; only this timer runs.
    expect(timers(play)).toEqual([
      { timer: 'cure:quota', caseId: 'case-1', activity: '', dueAt: at('2026-12-18 17:30') },
    ]);
    expect(statusOf(play, 'quota')?.promise).toMatchObject({ lapsed: true, cureUntil: at('2026-12-18 17:30') });
    expect(play.refused(officer('a'), { type: 'reject', activity: play.open('a'), reason: 'r' }).code).toBe(
      'caseSuspended',
    );
    play.now = at('2026-12-01 09:00');
    expect(play.do(applicant, supplement())).toEqual([
      'valuesWritten',
      'materialSupplemented',
      'caseResumed',
      'clockResumed case',
      'clockResumed step',
    ]);
    expect(play.do(officer('a'), play.completion('a'))[0]).toBe('activityCompleted ok');
    expect(replay(play.events)).toEqual(play.state);
  });

  it('that was not made good either lets the case be rejected, by whoever has a task in hand', () => {
    const powers = { correct: false, return: false, reject: false };
    const definition = net({ amount: 1, unit: 'workday' });
    const a = definition.executable.prims['a'];
    if (a?.type !== 'activity') throw new Error('Expected a task');
    const prims = { ...definition.executable.prims, a: { ...a, work: { ...a.work, powers } } };
    const { play, command } = starting(
      { quota: promise() },
      { plan: 'p' },
      new Play({ ...definition, executable: { ...definition.executable, prims } }),
    );
    play.do(applicant, command);
    lapse(play);
    const rejection = { type: 'reject', activity: play.open('a'), reason: 'never came' } as const;
    expect(play.refused(officer('a'), rejection).code).toBe('caseSuspended');
    play.now = at('2026-11-30 17:30');
    expect(fire(play, 'cure:quota')).toEqual(['cureLapsed']);
    expect(timers(play)).toEqual([]);
    expect(play.refused('system', { type: 'fireTimer', timer: 'cure:quota' }).code).toBe('timerEarly');
    expect(play.refused(officer('b'), rejection).code).toBe('otherDepartment');
    expect(look(play, viewer('office-a'))?.work[0]?.commands).toContain('reject');
    expect(play.do(officer('a'), rejection).at(-1)).toBe('caseEnded rejected');
  });

  it('may be waived by letting the case go on; and does not lapse while the case is suspended for something else', () => {
    const admin = person('root', null, { admin: true });
    const play = begun();
    lapse(play);
    play.do(admin, { type: 'resume', activity: null, reason: 'the county asked for it' });
    expect(timers(play).map((one) => one.timer)).toEqual([`${play.open('a')}:t`]);
    expect(play.do(applicant, supplement())).toEqual(['valuesWritten', 'materialSupplemented']);
    const halted = begun();
    halted.do(admin, { type: 'suspend', activity: null, reason: 'r', basis: 'b' });
    halted.now = at('2026-12-01 09:00');
    expect(halted.refused('system', { type: 'fireTimer', timer: 'promise:quota' }).code).toBe('timerEarly');
    halted.do(admin, { type: 'resume', activity: null, reason: 'r' });
    expect(fire(halted, 'promise:quota')[0]).toBe('promiseLapsed');
  });

  it('is handed in by the applicant alone, by its own field, not empty', () => {
    const play = begun();
    expect(play.refused(officer('a'), supplement()).code).toBe('notApplicant');
    expect(play.refused(applicant, supplement({ quota: 'q', other: 'x' })).code).toBe('fieldNotWritable');
    expect(play.refused(applicant, supplement({})).code).toBe('fieldRequired');
    expect(play.refused(applicant, { ...supplement(), material: 'plan' }).code).toBe('noPromiseOpen');
  });

  it('holds back no correction of the rest of the form', () => {
    const play = begun();
    const remarks = { fields: { plan: 'unreadable' }, materials: {}, general: '' };
    play.do(officer('a'), { type: 'askCorrection', activity: play.open('a'), remarks });
    expect(play.do(applicant, { type: 'resubmit', patch: manual({ plan: 'better' }) })).toContain('correctionAnswered');
  });
});

describe('checking a material', () => {
  const verify = (play: Play, id: string) =>
    ({ type: 'verifyMaterial', activity: play.open('a'), material: id }) as const;

  it('is recorded for what was seen; a new version is to be checked again', () => {
    const play = begun();
    expect(look(play, viewer('office-a'))?.work[0]?.verifiable).toEqual(['plan']);
    expect(play.do(officer('a'), verify(play, 'plan'))).toEqual(['materialVerified']);
    expect(play.do(officer('a'), verify(play, 'plan'))).toEqual([]);
    expect(statusOf(play, 'plan')?.status).toBe('verified');
    const remarks = { fields: { plan: 'r' }, materials: {}, general: '' };
    play.do(officer('a'), { type: 'askCorrection', activity: play.open('a'), remarks });
    play.do(applicant, { type: 'resubmit', patch: manual({ plan: 'better' }) });
    expect(statusOf(play, 'plan')?.status).toBe('uploaded');
    expect(play.refused(officer('a'), verify(play, 'quota')).code).toBe('materialMissing');
    expect(play.refused(officer('a'), verify(play, 'unseen')).code).toBe('fieldUnknown');
    expect(play.refused(officer('a'), verify(play, 'none')).code).toBe('fieldUnknown');
    expect(play.refused(officer('b'), verify(play, 'plan')).code).toBe('otherDepartment');
    expect(replay(play.events)).toEqual(play.state);
  });
});
