import { describe, expect, it } from 'vitest';
import { defaultCalendar } from '../../calendar/index.ts';
import { project, replay } from '../index.ts';
import { look, viewer } from '../testing-view.ts';
import {
  addressee,
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

const net = (more: Parameters<typeof task>[2] = {}) =>
  netOfPrims([task('a', 'b', more), task('b', 'end'), end()], ['start>a', 'a>b', 'b>end'], {
    fields: [field('f', { start: 'write', a: 'write', b: 'read' })],
  });
const hand = (play: Play, to: ReturnType<typeof addressee>, reason = 'on leave') =>
  ({ type: 'handOver', activity: play.open('a'), to, reason }) as const;
const activity = (play: Play) => play.state.activities[play.open('a')]!;
const begun = (more: Parameters<typeof task>[2] = {}): Play => {
  const play = new Play(net(more));
  play.start({ f: 'x' });
  return play;
};

describe('hand over', () => {
  it('to a colleague by name: only this one may act, the clock and the timers go on, the record keeps who had it', () => {
    const timers = [
      { id: 'late', name: 'late', after: { amount: 2, unit: 'workday' as const }, interrupting: false, edge: 'none' },
    ];
    const play = begun({ timers });
    play.do(officer('a'), { type: 'claim', activity: play.open('a') });
    const { clock } = activity(play);
    const before = project(play.definition, null, play.state, defaultCalendar());
    play.now = at('2026-11-24 09:00');
    expect(play.do(officer('a'), hand(play, addressee('a', { person: named('ben') })))).toEqual(['taskHandedOver']);
    expect(activity(play).clock).toEqual(clock);
    const after = project(play.definition, null, play.state, defaultCalendar());
    expect(after.timers).toEqual(before.timers);
    expect(after.tasks[0]).toMatchObject({ status: 'open', claimedBy: null, dueAt: before.tasks[0]!.dueAt });
    expect(activity(play).hands).toEqual([
      {
        at: play.now,
        byName: 'Name of-a',
        department: 'office-a',
        departmentName: 'Office a',
        post: null,
        person: { person: 'of-a', name: 'Name of-a' },
        reason: 'on leave',
      },
    ]);

    const complete = play.completion('a');
    expect(play.refused(officer('a'), complete)).toEqual({ code: 'assignedToOther', params: { name: 'Name ben' } });
    expect(play.do(person('ben', 'office-a'), complete)[0]).toBe('activityCompleted ok');
    expect(replay(play.events)).toEqual(play.state);
  });

  it('to a colleague who then gives it back to the office', () => {
    const play = begun();
    play.do(officer('a'), hand(play, addressee('a', { person: named('ben') })));
    expect(play.refused(officer('a'), { type: 'claim', activity: play.open('a') }).code).toBe('assignedToOther');
    expect(play.do(person('ben', 'office-a'), { type: 'release', activity: play.open('a') })).toEqual(['taskReleased']);
    expect(play.do(officer('a'), { type: 'claim', activity: play.open('a') })).toEqual(['taskClaimed']);
  });

  it('to another post: its holders may act, the old ones no more', () => {
    const play = begun({ post: 'clerk' });
    const clerk = officer('a', { posts: ['clerk'] });
    const chief = person('chief', 'office-a', { posts: ['chief'] });
    expect(play.refused(clerk, hand(play, addressee('a', { post: 'chief', person: named('ben') })))).toEqual({
      code: 'addresseeUnfit',
      params: { name: 'Name ben' },
    });
    expect(play.do(clerk, hand(play, addressee('a', { post: 'chief' })))).toEqual(['taskHandedOver']);
    expect(play.refused(clerk, play.completion('a')).code).toBe('notYourPost');
    expect(play.do(chief, play.completion('a'))[0]).toBe('activityCompleted ok');
  });

  it('to another office of the same role, whose case it becomes; the old one sees progress and no form', () => {
    const play = begun();
    const elsewhere = addressee('a', { department: 'office-z', departmentName: 'Office z' });
    expect(play.refused(officer('a'), hand(play, { ...elsewhere, departmentType: 'type-b' })).code).toBe(
      'addresseeUnfit',
    );
    expect(play.do(officer('a'), hand(play, elsewhere))).toEqual(['taskHandedOver']);
    const rows = project(play.definition, null, play.state, defaultCalendar());
    expect(rows.case.departments).toEqual(['office-a', 'office-z']);
    expect(rows.tasks[0]).toMatchObject({ department: 'office-z', departmentName: 'Office z' });
    expect(play.refused(officer('a'), play.completion('a')).code).toBe('otherDepartment');
    expect(look(play, viewer('office-a'))).toMatchObject({ sections: [], work: [] });
    expect(look(play, viewer('office-z'))?.work[0]?.hands).toMatchObject([{ reason: 'on leave' }]);
    expect(play.do(officer('z'), play.completion('a'))[0]).toBe('activityCompleted ok');
  });

  it('is told to those who had the task; others read only that another office has it now', () => {
    const told = (play: Play, department: string) =>
      look(play, viewer(department))
        ?.timeline.filter((entry) => entry.type === 'taskHandedOver')
        .map(({ params: { step, to, reason } }) => ({ step, to, reason }));
    const inside = begun();
    inside.do(officer('a'), hand(inside, addressee('a', { person: named('ben') })));
    expect(told(inside, 'office-a')).toEqual([{ step: 'a', to: 'Name ben', reason: 'on leave' }]);
    expect(told(inside, 'applying')).toEqual([]);
    const out = begun();
    out.do(officer('a'), hand(out, addressee('a', { department: 'office-z', departmentName: 'Office z' })));
    expect(told(out, 'office-a')).toEqual([{ step: 'a', to: 'Office z', reason: 'on leave' }]);
    expect(told(out, 'applying')).toEqual([{ step: 'a', to: 'Office z', reason: '' }]);
  });

  it('needs a reason, the power, a change, and a task that is still there', () => {
    const play = begun();
    const ben = addressee('a', { person: named('ben') });
    expect(play.refused(officer('a'), hand(play, ben, ' ')).code).toBe('reasonRequired');
    expect(play.refused(officer('a'), hand(play, addressee('a'))).code).toBe('sameAddressee');
    expect(play.refused(officer('b'), hand(play, ben)).code).toBe('otherDepartment');
    const command = hand(play, ben);
    play.complete('a');
    expect(play.refused(officer('a'), command).code).toBe('alreadyDone');
    const powers = { correct: true, return: true, reject: true, handOver: false };
    const without = begun({ powers });
    expect(without.refused(officer('a'), hand(without, ben))).toEqual({
      code: 'powerMissing',
      params: { power: 'handOver' },
    });
    expect(look(without, viewer('office-a'))?.work[0]?.commands).not.toContain('handOver');
  });

  it('by an administrator takes a task out of the hands of someone who has left', () => {
    const play = begun();
    play.do(officer('a'), { type: 'claim', activity: play.open('a') });
    const colleague = person('carl', 'office-a');
    expect(play.refused(colleague, hand(play, addressee('a', { person: named('carl') }))).code).toBe('claimedByOther');
    const admin = person('root', null, { admin: true });
    expect(play.do(admin, hand(play, addressee('a')))).toEqual(['taskHandedOver']);
    expect(play.do(colleague, play.completion('a'))[0]).toBe('activityCompleted ok');
  });

  it('never makes one person sign twice', () => {
    const signers = elements(2).map((one) => ({ ...one, party: null }));
    const play = new Play(
      netOfPrims(
        [
          {
            type: 'many',
            id: 'a',
            work: work('a', [outcome('ok', edge('a', 'end'))]),
            elements: signers,
            choice: { mode: 'fixed' },
            completion: 'all@1',
            rerun: 'all',
            role: 'signers',
          },
          end(),
        ],
        ['start>a', 'a>end'],
      ),
    );
    play.start();
    const first = play.open('a', 'e1');
    play.do(person('ben', 'office-a'), { type: 'claim', activity: play.open('a', 'e2') });
    const to = addressee('a', { person: named('ben') });
    expect(play.refused(officer('a'), { type: 'handOver', activity: first, to, reason: 'r' }).code).toBe('sameSigner');
  });
});

describe('a substitute', () => {
  const stead = (of: Parameters<typeof person>[2] = {}) =>
    person('sub', 'office-b', {
      onBehalfOf: {
        person: 'of-a',
        name: 'Name of-a',
        department: 'office-a',
        departmentName: 'Office a',
        posts: of.posts ?? [],
      },
    });

  it('acts with the office and posts of the principal; the deed is told as the substitute’s, in whose name', () => {
    const play = begun({ post: 'clerk' });
    const activityId = play.open('a');
    expect(play.refused(stead(), play.completion('a')).code).toBe('notYourPost');
    play.do(stead({ posts: ['clerk'] }), { type: 'claim', activity: activityId });
    expect(play.state.activities[activityId]?.claimedBy?.person).toBe('of-a');
    expect(play.events.at(-1)).toMatchObject({ by: 'sub', onBehalfOf: { person: 'of-a', name: 'Name of-a' } });
    // It is in the principal's hands: back at work, the principal goes on.
    expect(play.do(officer('a', { posts: ['clerk'] }), play.completion('a'))[0]).toBe('activityCompleted ok');
    const next = play.open('b');
    const own = person('sub', 'office-b');
    play.do(own, { type: 'complete', activity: next, outcome: 'ok', opinion: '', patch: manual({}) });
    expect(play.state.activities[next]?.endedFor).toBeUndefined();
    expect(replay(play.events)).toEqual(play.state);
  });

  it('does not sign beside the principal, nor for two', () => {
    const many = {
      type: 'many' as const,
      id: 'a',
      work: work('a', [outcome('ok', edge('a', 'end'))]),
      elements: elements(2).map((one) => ({ ...one, party: null })),
      choice: { mode: 'fixed' as const },
      completion: 'all@1' as const,
      rerun: 'all' as const,
      role: 'signers' as const,
    };
    const play = new Play(netOfPrims([many, end()], ['start>a', 'a>end']));
    play.start();
    const sign = (element: string) =>
      ({ type: 'complete', activity: play.open('a', element), outcome: 'ok', opinion: '', patch: {} }) as const;
    play.do(stead(), sign('e1'));
    expect(Object.values(play.state.activities).find((one) => one.element === 'e1')).toMatchObject({
      endedBy: { person: 'sub' },
      endedFor: { person: 'of-a' },
    });
    expect(play.refused(officer('a'), sign('e2')).code).toBe('sameSigner');
    expect(play.refused(person('sub', 'office-a'), sign('e2')).code).toBe('sameSigner');
    expect(play.do(person('carl', 'office-a'), sign('e2')).at(-1)).toBe('caseEnded finished');
  });
});
