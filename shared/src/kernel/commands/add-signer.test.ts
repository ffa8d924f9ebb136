import { describe, expect, it } from 'vitest';
import { defaultCalendar } from '../../calendar/index.ts';
import type { Prim } from '../../definition/types.ts';
import { project, react, replay } from '../index.ts';
import { look, viewer } from '../testing-view.ts';
import {
  addressee,
  applicant,
  at,
  edge,
  elements,
  end,
  field,
  manual,
  named,
  netOfPrims,
  officer,
  outcome,
  person,
  Play,
  task,
  work,
} from '../testing.ts';

const powers = { correct: true, return: true, reject: true, addSigner: true };
const ways = (id: string) => [outcome('ok', edge(id, 'end')), outcome('no', edge(id, 'refused'), { tone: 'negative' })];
/** first → a → end | refused, a with a deadline and a timer. */
const single = () =>
  netOfPrims(
    [
      task('first', 'a'),
      {
        type: 'activity',
        id: 'a',
        work: work('a', ways('a'), {
          name: 'a',
          powers,
          timers: [
            { id: 'late', name: 'late', after: { amount: 1, unit: 'workday' }, interrupting: true, edge: 'a>refused' },
          ],
        }),
      },
      end(),
      end('refused', 'refused'),
    ],
    ['start>first', 'first>a', 'a>end', 'a>refused'],
    {
      fields: [field('f', { start: 'write', a: 'required' })],
      returnTargets: { a: ['first'], first: [] },
    },
  );
const begun = (): Play => {
  const play = new Play(single());
  play.start();
  play.complete('first');
  return play;
};
type Where = 'before' | 'after' | 'beside';
const add = (activity: string, where: Where, more: Record<string, unknown> = {}) =>
  ({
    type: 'addSigner',
    activity,
    where,
    to: addressee('x'),
    reason: 'it concerns them',
    weight: null,
    ...more,
  }) as const;
/** The open task of an office, wherever it is. */
const of = (play: Play, lane: string): string => {
  const found = Object.values(play.state.activities).filter(
    (one) => one.kind === 'work' && one.department === `office-${lane}` && ['open', 'correcting'].includes(one.status),
  );
  if (found.length !== 1) throw new Error(`Expected one task of ${lane}, found ${found.length}`);
  return found[0]!.id;
};
const sign = (play: Play, lane: string, outcomeId = 'ok', values: Record<string, string> = {}) =>
  play.do(officer(lane), {
    type: 'complete',
    activity: of(play, lane),
    outcome: outcomeId,
    opinion: `opinion ${lane}`,
    patch: manual(values),
  });
const rows = (play: Play) => project(play.definition, null, play.state, defaultCalendar());

describe('a signer before, after and beside a single task', () => {
  it('before: signs first, then the task comes back to its owner; its clock and timers run on', () => {
    const play = begun();
    const task = of(play, 'a');
    const timers = rows(play).timers;
    expect(play.do(officer('a'), add(task, 'before'))).toEqual(['taskShared', 'signerAdded']);
    expect(rows(play).timers.map((one) => [one.timer, one.dueAt])).toEqual(timers.map((one) => [one.timer, one.dueAt]));
    const own = { type: 'complete', activity: task, outcome: 'ok', opinion: '', patch: manual({ f: 'x' }) } as const;
    expect(play.state.activities[task]?.awaits).toEqual([of(play, 'x')]);
    expect(rows(play).tasks.map((row) => [row.department, row.status])).toEqual([
      ['office-first', 'done'],
      ['office-a', 'waiting'],
      ['office-x', 'open'],
    ]);
    expect(play.refused(officer('a'), own)).toEqual({
      code: 'awaitsOthers',
      params: { name: 'Office x' },
    });
    expect(sign(play, 'x')).toEqual(['activityCompleted ok', 'turnCame']);
    expect(sign(play, 'a', 'ok', { f: 'x' })).toEqual([
      'valuesWritten',
      'activityCompleted ok',
      'activityCompleted ok',
      'tokensMoved a +1-0',
      'tokensMoved end +0-1',
      'caseEnded finished',
    ]);
    const group = Object.values(play.state.activities).find((one) => one.shared);
    expect(group).toMatchObject({ outcome: 'ok', opinion: 'opinion a', status: 'done' });
    expect(replay(play.events)).toEqual(play.state);
  });

  it('after: comes when the owner is done, and the case goes on only then', () => {
    const play = begun();
    const from = play.events.length;
    play.do(officer('a'), add(of(play, 'a'), 'after'));
    // Nothing is in their hands before it is their turn.
    expect(react(play.definition, play.state, play.events.slice(from))).toEqual([]);
    expect(look(play, viewer('office-x'))?.work).toEqual([]);
    const early = { type: 'complete', activity: of(play, 'x'), outcome: 'ok', opinion: '', patch: {} } as const;
    expect(play.refused(officer('x'), early).code).toBe('awaitsOthers');
    expect(sign(play, 'a', 'ok', { f: 'x' })).toEqual(['valuesWritten', 'activityCompleted ok', 'turnCame']);
    expect(react(play.definition, play.state, play.events.slice(-1))).toMatchObject([
      { kind: 'taskArrived', department: 'office-x' },
    ]);
    expect(play.where()).toEqual(['a']);
    expect(sign(play, 'x').at(-1)).toBe('caseEnded finished');
  });

  it('beside: both sign in any order; a negative outcome wins', () => {
    const play = begun();
    play.do(officer('a'), add(of(play, 'a'), 'beside'));
    expect(sign(play, 'x', 'no')).toEqual(['activityCompleted no']);
    expect(sign(play, 'a', 'ok', { f: 'x' })).toContain('caseEnded refused');
  });

  it('several: what waits for a task waits for those who sign with it and after it', () => {
    const play = begun();
    const task = of(play, 'a');
    play.do(officer('a'), add(task, 'before'));
    const x = of(play, 'x');
    play.do(officer('x'), add(x, 'after', { to: addressee('y') }));
    play.do(officer('x'), add(x, 'beside', { to: addressee('z') }));
    expect(play.state.activities[task]?.awaits).toHaveLength(3);
    sign(play, 'x');
    expect(play.state.activities[task]?.awaits).toHaveLength(3);
    sign(play, 'z');
    expect(sign(play, 'y')).toEqual(['activityCompleted ok', 'turnCame']);
    expect(sign(play, 'a', 'ok', { f: 'x' }).at(-1)).toBe('caseEnded finished');
    expect(replay(play.events)).toEqual(play.state);
  });

  it('fills in nothing, decides and gives an opinion', () => {
    const play = begun();
    play.do(officer('a'), add(of(play, 'a'), 'before'));
    const shown = look(play, viewer('office-x'))?.work[0];
    expect(shown?.sections.flatMap((section) => section.fields).map((one) => one.access)).toEqual(['read']);
    const command = {
      type: 'complete',
      activity: of(play, 'x'),
      outcome: 'ok',
      opinion: '',
      patch: manual({ f: 'x' }),
    } as const;
    expect(play.refused(officer('x'), command).code).toBe('fieldNotWritable');
    expect(play.do(officer('x'), { ...command, patch: {} })[0]).toBe('activityCompleted ok');
  });

  it('is another person, of any office, known by name or by post', () => {
    const play = begun();
    const task = of(play, 'a');
    play.do(officer('a'), { type: 'claim', activity: task });
    const me = addressee('a', { person: named('of-a') });
    expect(play.refused(officer('a'), add(task, 'before', { to: me })).code).toBe('sameSigner');
    play.do(officer('a'), add(task, 'beside', { to: addressee('a', { person: named('ben') }) }));
    const added = Object.values(play.state.activities).find((one) => one.signer)!;
    const command = { type: 'complete', activity: added.id, outcome: 'ok', opinion: '', patch: {} } as const;
    expect(play.refused(officer('a'), command).code).toBe('assignedToOther');
    expect(play.do(person('ben', 'office-a'), command)).toEqual(['activityCompleted ok']);
    expect(play.refused(person('ben', 'office-a'), { ...command, activity: task }).code).toBe('claimedByOther');
  });

  it('needs the power, a reason, and a task in hand', () => {
    const play = begun();
    expect(play.refused(officer('a'), add(of(play, 'a'), 'before', { reason: ' ' })).code).toBe('reasonRequired');
    expect(play.refused(officer('x'), add(of(play, 'a'), 'before')).code).toBe('otherDepartment');
    expect(play.refused(officer('a'), add(of(play, 'a'), 'before', { weight: 2 })).code).toBe('notAllowed');
    const plain = new Play(netOfPrims([task('a', 'end'), end()], ['start>a', 'a>end']));
    plain.start();
    expect(plain.refused(officer('a'), add(of(plain, 'a'), 'before')).code).toBe('powerMissing');
  });

  it('goes with its step when that is interrupted or sent back, and does not come again', () => {
    const play = begun();
    play.do(officer('a'), add(of(play, 'a'), 'beside'));
    const late = rows(play).timers[0]!;
    play.now = late.dueAt;
    expect(play.do('system', { type: 'fireTimer', timer: late.timer })).toEqual([
      'timerFired',
      'activityCancelled interrupted',
      'activityCancelled interrupted',
      'activityCancelled interrupted',
      'tokensMoved a +1-0',
      'tokensMoved refused +0-1',
      'caseEnded refused',
    ]);
    const back = begun();
    back.do(officer('a'), add(of(back, 'a'), 'beside'));
    const command = { type: 'return', activity: of(back, 'x'), to: 'first', reason: 'r', mode: 'straight' } as const;
    expect(back.do(officer('x'), command).filter((one) => one.startsWith('activityCancelled'))).toHaveLength(3);
    expect(back.complete('first').at(-1)).toBe('activityStarted a');
    expect(back.where()).toEqual(['a']);
    back.complete('a', 'ok', { f: 'x' });
    expect(back.state.result).toBe('finished');
    expect(replay(back.events)).toEqual(back.state);
  });

  it('lets one of them ask for a correction: that part stands, and so do the timers of the step', () => {
    const play = begun();
    play.do(officer('a'), add(of(play, 'a'), 'beside'));
    const remarks = { fields: {}, materials: {}, general: 'more' };
    expect(play.do(officer('a'), { type: 'askCorrection', activity: of(play, 'a'), remarks })).toEqual([
      'correctionAsked',
      'clockPaused step',
      'clockPaused step',
      'clockPaused case',
    ]);
    expect(rows(play).timers).toEqual([]);
    expect(sign(play, 'x')).toEqual(['activityCompleted ok']);
    play.now = at('2026-11-24 09:00');
    expect(play.do(applicant, { type: 'resubmit', patch: {} })).toEqual([
      'correctionAnswered',
      'clockResumed step',
      'clockResumed step',
      'clockResumed case',
    ]);
    expect(rows(play).timers[0]?.dueAt).toBe(at('2026-11-25 17:30'));
    expect(sign(play, 'a', 'ok', { f: 'x' }).at(-1)).toBe('caseEnded finished');
  });

  it('can take back what they signed, as long as the step is not done', () => {
    const play = begun();
    play.do(officer('a'), add(of(play, 'a'), 'before'));
    const x = of(play, 'x');
    sign(play, 'x');
    expect(play.do(officer('x'), { type: 'takeBack', activity: x })).toEqual(['tookBack']);
    expect(play.state.activities[of(play, 'a')]?.awaits).toEqual([x]);
    sign(play, 'x', 'no');
    expect(sign(play, 'a', 'ok', { f: 'x' })).toContain('caseEnded refused');
  });
});

const joint = (more: Partial<Extract<Prim, { type: 'many' }>> = {}) => {
  const many: Prim = {
    type: 'many',
    id: 'sign',
    work: work('sign', ways('sign'), { name: 'sign', powers }),
    elements: [1, 2, 3].map((n) => ({
      id: `s${n}`,
      name: `Signer ${n}`,
      party: { kind: 'department', type: `body-s${n}`, level: 'same' },
      post: null,
    })),
    choice: { mode: 'fixed' },
    completion: 'all@1',
    rerun: 'all',
    role: 'signers',
    ...more,
  };
  return netOfPrims([many, end(), end('refused', 'refused')], ['start>sign', 'sign>end', 'sign>refused'], {
    fields: [field('note', { start: 'hidden', sign: 'own' })],
  });
};
const signing = (more: Partial<Extract<Prim, { type: 'many' }>> = {}): Play => {
  const play = new Play(joint(more));
  play.start();
  return play;
};

describe('a signer in a joint signature', () => {
  it('beside: signs with all others, with an answer of their own', () => {
    const play = signing();
    expect(play.do(officer('s1'), add(of(play, 's1'), 'beside'))).toEqual(['signerAdded']);
    sign(play, 's1');
    sign(play, 's2');
    sign(play, 's3');
    const added = play.state.activities[of(play, 'x')]!;
    expect(added).toMatchObject({ element: expect.stringMatching(/^\+\d+$/), name: 'Office x', signer: { weight: 1 } });
    expect(sign(play, 'x', 'ok', { [`note@${added.element}`]: 'mine' }).at(-1)).toBe('caseEnded finished');
    expect(play.state.data[`note@${added.element}`]?.value).toBe('mine');
  });

  it('votes with the weight given, and the threshold counts them in', () => {
    const vote = { completion: 'vote@1' as const, params: { threshold: 0.5 } };
    const without = signing(vote);
    sign(without, 's1');
    expect(sign(without, 's2').at(-1)).toBe('caseEnded finished');
    const play = signing(vote);
    play.do(officer('s1'), add(of(play, 's1'), 'beside', { weight: 3 }));
    sign(play, 's1');
    // Two of six votes are not half any more.
    expect(sign(play, 's2')).toEqual(['activityCompleted ok']);
    expect(sign(play, 'x', 'no')).toEqual(['activityCompleted no']);
    expect(sign(play, 's3').at(-1)).toBe('caseEnded finished');
    const heavy = signing(vote);
    heavy.do(officer('s1'), add(of(heavy, 's1'), 'beside', { weight: 4 }));
    expect(sign(heavy, 'x', 'no')).toContain('caseEnded refused');
    expect(play.refused(officer('s1'), add('none', 'beside')).code).toBe('notFound');
    const light = signing(vote);
    expect(light.refused(officer('s1'), add(of(light, 's1'), 'beside', { weight: 0 })).code).toBe('notAllowed');
  });

  it('before or after one of them: signs for that part alone, which counts once', () => {
    const play = signing({ completion: 'atLeast@1', params: { n: 2 } });
    play.do(officer('s1'), add(of(play, 's1'), 'before'));
    expect(sign(play, 'x')).toEqual(['activityCompleted ok', 'turnCame']);
    expect(sign(play, 's1')).toEqual(['activityCompleted ok', 'activityCompleted ok']);
    expect(play.state.status).toBe('running');
    expect(sign(play, 's2')).toContain('caseEnded finished');
    // Early: the others are spared, with those who would have signed for them.
    const early = signing({ completion: 'any@1' });
    early.do(officer('s1'), add(of(early, 's1'), 'after'));
    expect(sign(early, 's2').filter((one) => one === 'activityCancelled decided')).toHaveLength(4);
    expect(early.state.result).toBe('finished');
  });

  it('in a sequence: the next has its turn when all of the part before have signed', () => {
    const play = signing({ order: 'sequence' });
    play.do(officer('s1'), add(of(play, 's1'), 'after'));
    sign(play, 's1');
    expect(Object.values(play.state.activities).some((one) => one.element === 's2')).toBe(false);
    expect(sign(play, 'x').at(-1)).toBe('activityStarted sign/s2');
    play.do(officer('s2'), add(of(play, 's2'), 'beside', { to: addressee('y') }));
    expect(sign(play, 's2')).toEqual(['activityCompleted ok']);
    expect(sign(play, 'y').at(-1)).toBe('activityStarted sign/s3');
    expect(sign(play, 's3').at(-1)).toBe('caseEnded finished');
    expect(replay(play.events)).toEqual(play.state);
  });

  it('who joined beside may have others sign for them, and still counts with the weight given', () => {
    const play = signing({ completion: 'vote@1', params: { threshold: 0.5 } });
    play.do(officer('s1'), add(of(play, 's1'), 'beside', { weight: 3 }));
    play.do(officer('x'), { ...add(of(play, 'x'), 'after', { to: addressee('y') }) });
    sign(play, 'x');
    expect(sign(play, 'y').at(-1)).toBe('caseEnded finished');
    expect(replay(play.events)).toEqual(play.state);
  });
});

describe('a signer within a dispatch', () => {
  const dispatch = () =>
    netOfPrims(
      [
        {
          type: 'many',
          id: 'all',
          work: work(
            null,
            [outcome('ok', edge('all', 'review')), outcome('no', edge('all', 'review'), { tone: 'negative' })],
            {
              name: 'all',
              powers,
            },
          ),
          elements: elements(2),
          choice: { mode: 'fixed' },
          completion: 'all@1',
          rerun: 'changed',
          role: 'dispatch',
        } satisfies Prim,
        task('review', 'end'),
        end(),
      ],
      ['start>all', 'all>review', 'review>end'],
      {
        fields: [
          field('d1', { start: 'write', all: 'hidden', 'all/e1': 'read' }),
          field('d2', { start: 'write', all: 'hidden', 'all/e2': 'read' }),
        ],
        returnTargets: { review: ['all'], all: [] },
      },
    );

  it('signs for its body: the body answers once, and the answer stands as a whole in the next round', () => {
    const play = new Play(dispatch());
    play.start({ d1: 'a', d2: 'b' });
    play.do(officer('e1'), add(of(play, 'e1'), 'beside'));
    expect(JSON.stringify(look(play, viewer('office-x'))?.sections)).toContain('"a"');
    expect(JSON.stringify(look(play, viewer('office-x'))?.sections)).not.toContain('"b"');
    sign(play, 'e1');
    sign(play, 'e2');
    expect(play.where()).toEqual(['all/e1']);
    sign(play, 'x', 'no');
    expect(play.where()).toEqual(['review']);
    play.do(officer('review'), {
      type: 'return',
      activity: play.open('review'),
      to: 'all',
      reason: 'r',
      mode: 'again',
    });
    const kept = Object.values(play.state.activities).filter((one) => one.status === 'kept');
    expect(kept.map((one) => [one.element, one.outcome, one.opinion])).toEqual([
      ['e1', 'no', 'opinion e1'],
      ['e2', 'ok', 'opinion e2'],
    ]);
    expect(play.where()).toEqual(['review']);
    expect(replay(play.events)).toEqual(play.state);
  });
});

describe('taking a signer out', () => {
  const remove = (activity: string, reason = 'not needed') => ({ type: 'removeSigner', activity, reason }) as const;
  const admin = person('root', null, { admin: true });

  it('by whoever added them: the owner has their turn, or the step is done with what was signed', () => {
    const play = begun();
    play.do(officer('a'), add(of(play, 'a'), 'before'));
    const x = of(play, 'x');
    expect(play.refused(officer('x'), remove(x)).code).toBe('notYours');
    expect(play.refused(officer('a'), remove(x, ' ')).code).toBe('reasonRequired');
    const from = play.events.length;
    expect(play.do(officer('a'), remove(x))).toEqual(['signerRemoved', 'activityCancelled removed', 'turnCame']);
    expect(react(play.definition, play.state, play.events.slice(from))).toMatchObject([
      { kind: 'removed', department: 'office-x' },
      { kind: 'taskArrived', department: 'office-a' },
    ]);
    play.do(officer('a'), add(of(play, 'a'), 'after'));
    sign(play, 'a', 'ok', { f: 'x' });
    const last = of(play, 'x');
    expect(
      look(play, viewer('office-a', { person: 'of-a' }))?.steps.find((one) => one.activity === last),
    ).toMatchObject({
      mayRemove: true,
      added: { byName: 'Name of-a', where: 'after' },
    });
    expect(play.do(officer('a'), remove(last))).toContain('caseEnded finished');
    expect(replay(play.events)).toEqual(play.state);
  });

  it('never one who has signed, nor the task itself, nor a drawn signer but by an administrator', () => {
    const play = begun();
    play.do(officer('a'), add(of(play, 'a'), 'beside'));
    const x = of(play, 'x');
    sign(play, 'x');
    expect(play.refused(officer('a'), remove(x))).toEqual({ code: 'alreadySigned', params: { name: 'Name of-x' } });
    expect(play.refused(admin, remove(of(play, 'a'))).code).toBe('notAllowed');
    const joined = signing();
    expect(joined.refused(officer('s1'), remove(of(joined, 's2'))).code).toBe('notYours');
    expect(joined.do(admin, remove(of(joined, 's2')))).toEqual(['signerRemoved', 'activityCancelled removed']);
    sign(joined, 's1');
    expect(sign(joined, 's3').at(-1)).toBe('caseEnded finished');
  });

  it('never below what the completion needs', () => {
    const play = signing({ completion: 'atLeast@1', params: { n: 2 } });
    play.do(admin, remove(of(play, 's1')));
    expect(play.refused(admin, remove(of(play, 's2')))).toEqual({
      code: 'tooFewSigners',
      params: { needed: 2, left: 1 },
    });
    const last = signing({ order: 'sequence' });
    expect(last.do(admin, remove(of(last, 's1')))).toEqual([
      'signerRemoved',
      'activityCancelled removed',
      'activityStarted sign/s2',
    ]);
    last.do(admin, remove(of(last, 's2')));
    expect(last.refused(admin, remove(of(last, 's3'))).code).toBe('nothingTicked');
  });

  it('lets the vote be decided by those who are left', () => {
    const play = signing({ completion: 'vote@1', params: { threshold: 0.6 } });
    sign(play, 's1');
    play.do(officer('s2'), add(of(play, 's2'), 'beside', { weight: 5 }));
    sign(play, 's2');
    expect(play.state.status).toBe('running');
    // Two of three are enough when the heavy vote is gone.
    expect(play.do(officer('s2'), remove(of(play, 'x')))).toContain('caseEnded finished');
  });
});
