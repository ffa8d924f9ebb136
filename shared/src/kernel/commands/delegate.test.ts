import { describe, expect, it } from 'vitest';
import { replay } from '../index.ts';
import { look, viewer } from '../testing-view.ts';
import { addressee, end, field, manual, named, netOfPrims, officer, person, Play, task } from '../testing.ts';

const net = () =>
  netOfPrims(
    [task('a', 'end', { powers: { correct: true, return: true, reject: true, delegate: true }, post: 'clerk' }), end()],
    ['start>a', 'a>end'],
    {
      fields: [
        field('f', { start: 'write', a: 'required' }),
        field('g', { start: 'write', a: 'write' }),
        field('read', { start: 'write', a: 'read' }),
        field('hidden', { start: 'write', a: 'hidden' }),
      ],
    },
  );
const owner = officer('a', { posts: ['clerk'] });
const ben = person('ben', 'office-a');
const see = (play: Play, who: typeof owner) =>
  look(play, viewer(who.department, { person: who.person, posts: who.posts }))?.work[0];
const begun = (): Play => {
  const play = new Play(net());
  play.start({ read: 'x' });
  return play;
};
const to = addressee('a', { person: named('ben') });
const delegation = (play: Play) => ({ type: 'delegate', activity: play.open('a'), to, note: 'please sum up' }) as const;

describe('delegate', () => {
  it('lets a colleague prepare it; then it comes back to the owner, who decides', () => {
    const play = begun();
    const activity = play.open('a');
    play.do(owner, { type: 'saveDraft', activity, outcome: null, opinion: '', patch: manual({ g: 'begun' }) });
    expect(play.do(owner, delegation(play))).toEqual(['taskDelegated']);
    expect(see(play, owner)?.delegation).toEqual({
      ownerName: 'Name of-a',
      toName: 'Name ben',
      note: 'please sum up',
    });
    // What the owner had put by goes along; the delegate needs no post for it.
    expect(see(play, ben)?.draft?.values).toEqual({ g: 'begun' });
    expect(see(play, ben)?.commands).toEqual(['saveDraft', 'handBack']);
    expect(see(play, owner)).toMatchObject({ commands: ['handBack'], draft: null });

    expect(play.refused(owner, play.completion('a'))).toEqual({
      code: 'delegatedAway',
      params: { name: 'Name ben' },
    });
    expect(play.refused(ben, play.completion('a'))).toEqual({ code: 'ownerDecides', params: { name: 'Name of-a' } });
    const carl = person('carl', 'office-a', { posts: ['clerk'] });
    expect(play.refused(carl, play.completion('a')).code).toBe('claimedByOther');

    const back = { type: 'handBack', activity, opinion: 'fits the rules', patch: manual({ f: 'sum' }) } as const;
    expect(play.refused(carl, back).code).toBe('notAllowed');
    expect(play.do(ben, back)).toEqual(['taskHandedBack']);
    expect(see(play, owner)).toMatchObject({
      delegation: null,
      prepared: { byName: 'Name ben', opinion: 'fits the rules' },
      draft: { values: { g: 'begun', f: 'sum' } },
    });
    expect(play.state.data['f']).toBeUndefined();
    expect(play.refused(ben, back).code).toBe('notYourPost');
    expect(play.do(owner, play.completion('a', 'ok', { f: 'sum', g: 'begun' })).at(-1)).toBe('caseEnded finished');
    expect(replay(play.events)).toEqual(play.state);
  });

  it('takes the task when nobody had it', () => {
    expect(begunWith((play) => play.do(owner, delegation(play)))).toEqual(['taskClaimed', 'taskDelegated']);
  });

  it('can be called back by the owner, with what was prepared so far', () => {
    const play = begun();
    play.do(owner, delegation(play));
    const activity = play.open('a');
    play.do(ben, { type: 'saveDraft', activity, outcome: null, opinion: 'half', patch: manual({ f: 'ha' }) });
    expect(play.do(owner, { type: 'handBack', activity, opinion: '', patch: {} })).toEqual(['taskHandedBack']);
    expect(see(play, owner)).toMatchObject({ prepared: null, draft: { opinion: 'half', values: { f: 'ha' } } });
    expect(see(play, owner)?.commands).toContain('complete');
  });

  it('goes to one other person of the same office, at a step with the power, and takes only what may be filled in', () => {
    const play = begun();
    const command = delegation(play);
    expect(play.refused(owner, { ...command, to: addressee('a') }).code).toBe('addresseeUnfit');
    expect(play.refused(owner, { ...command, to: addressee('b', { person: named('x') }) }).code).toBe('addresseeUnfit');
    expect(play.refused(owner, { ...command, to: addressee('a', { person: named('of-a') }) }).code).toBe(
      'sameAddressee',
    );
    play.do(owner, command);
    const back = { type: 'handBack', activity: play.open('a'), opinion: '', patch: manual({ read: 'y' }) } as const;
    expect(play.refused(ben, back).code).toBe('fieldNotWritable');
    expect(play.refused(ben, { ...back, patch: manual({ hidden: 'y' }) }).code).toBe('fieldNotWritable');
    expect(play.refused(ben, { ...back, patch: manual({ none: 'y' }) }).code).toBe('fieldUnknown');
    const plain = new Play(netOfPrims([task('a', 'end'), end()], ['start>a', 'a>end']));
    plain.start();
    expect(plain.refused(officer('a'), delegation(plain)).code).toBe('powerMissing');
  });

  it('is nobody’s business outside the office', () => {
    const play = begun();
    play.do(owner, delegation(play));
    const told = (department: string) =>
      look(play, viewer(department, { posts: ['clerk'] }))?.timeline.map((entry) => entry.type);
    expect(told('office-a')).toContain('taskDelegated');
    expect(told('applying')).not.toContain('taskDelegated');
  });
});

function begunWith<T>(what: (play: Play) => T): T {
  return what(begun());
}
