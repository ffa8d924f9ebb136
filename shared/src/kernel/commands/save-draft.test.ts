import { describe, expect, it } from 'vitest';
import { replay } from '../index.ts';
import { look, viewer } from '../testing-view.ts';
import { addressee, end, field, manual, named, netOfPrims, officer, person, Play, task } from '../testing.ts';

const net = () =>
  netOfPrims([task('a', 'end'), end()], ['start>a', 'a>end'], {
    fields: [
      field('n', { start: 'write', a: 'required' }, { kind: 'number' }),
      field('read', { start: 'write', a: 'read' }),
    ],
  });
const begun = (): Play => {
  const play = new Play(net());
  play.start({ read: 'x' });
  return play;
};
const save = (play: Play, values: Record<string, string>, opinion = '') =>
  ({ type: 'saveDraft', activity: play.open('a'), outcome: 'ok', opinion, patch: manual(values) }) as const;
const draft = (play: Play, person: string) => look(play, viewer('office-a', { person }))?.work[0]?.draft;

describe('save draft', () => {
  it('keeps what is not finished and not even right, for its writer only, and out of the case’s data', () => {
    const play = begun();
    expect(play.do(officer('a'), save(play, { n: 'twelve-ish' }, 'CANARY'))).toEqual(['taskClaimed', 'draftSaved']);
    expect(play.state.data['n']).toBeUndefined();
    expect(draft(play, 'of-a')).toEqual({
      at: play.now,
      outcome: 'ok',
      opinion: 'CANARY',
      values: { n: 'twelve-ish' },
    });
    const others = [
      viewer('office-a', { person: 'ben' }),
      viewer('applying'),
      viewer(null, { roles: ['admin', 'supervisor'] }),
    ];
    for (const who of others) expect(JSON.stringify(look(play, who))).not.toMatch(/CANARY|twelve-ish/);
    expect(play.do(officer('a'), save(play, { n: '12' }, 'CANARY'))).toEqual(['draftSaved']);
    expect(play.do(officer('a'), save(play, { n: '12' }, 'CANARY'))).toEqual([]);
    expect(replay(play.events)).toEqual(play.state);
  });

  it('is gone when the task is done, given back or handed to another office', () => {
    const done = begun();
    done.do(officer('a'), save(done, { n: '1' }));
    done.do(officer('a'), {
      type: 'complete',
      activity: done.open('a'),
      outcome: 'ok',
      opinion: '',
      patch: manual({ n: 2 }),
    });
    expect(Object.values(done.state.activities)[0]?.draft).toBeNull();

    const back = begun();
    back.do(officer('a'), save(back, { n: '1' }));
    back.do(officer('a'), { type: 'release', activity: back.open('a') });
    expect(draft(back, 'of-a')).toBeNull();

    const moved = begun();
    moved.do(officer('a'), save(moved, { n: '1' }));
    const to = addressee('a', { department: 'office-z' });
    moved.do(officer('a'), { type: 'handOver', activity: moved.open('a'), to, reason: 'r' });
    expect(moved.state.activities[moved.open('a')]?.draft).toBeNull();
  });

  it('goes with the task to a colleague', () => {
    const play = begun();
    play.do(officer('a'), save(play, { n: '1' }));
    const to = addressee('a', { person: named('ben') });
    play.do(officer('a'), { type: 'handOver', activity: play.open('a'), to, reason: 'r' });
    expect(draft(play, 'ben')).toMatchObject({ values: { n: '1' } });
    expect(draft(play, 'of-a')).toBeNull();
  });

  it('is refused for what cannot be filled in here, and in someone else’s task', () => {
    const play = begun();
    expect(play.refused(officer('a'), save(play, { read: 'x' })).code).toBe('fieldNotWritable');
    expect(play.refused(officer('a'), save(play, { none: 'x' })).code).toBe('fieldUnknown');
    expect(play.refused(officer('b'), save(play, {})).code).toBe('otherDepartment');
    play.do(officer('a'), { type: 'claim', activity: play.open('a') });
    expect(play.refused(person('ben', 'office-a'), save(play, {})).code).toBe('claimedByOther');
  });
});
