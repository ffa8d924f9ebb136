import { describe, expect, it } from 'vitest';
import { defaultCalendar } from '../../calendar/index.ts';
import { project, react, replay } from '../index.ts';
import { look, viewer } from '../testing-view.ts';
import { addressee, end, field, named, netOfPrims, officer, person, Play, task } from '../testing.ts';

const net = () =>
  netOfPrims([task('a', 'b'), task('b', 'end'), end()], ['start>a', 'a>b', 'b>end'], {
    fields: [field('f', { start: 'write', a: 'read' }), field('hidden', { start: 'write', b: 'read' })],
  });
const begun = (): Play => {
  const play = new Play(net());
  play.start({ f: 'VALUE-F', hidden: 'VALUE-H' });
  return play;
};
const copy = (play: Play, more: Record<string, unknown> = {}) =>
  ({
    type: 'copyTo',
    activity: play.open('a'),
    to: [addressee('x'), addressee('y', { person: named('eve') })],
    note: 'for your records',
    fields: null,
    ...more,
  }) as const;

describe('copy to', () => {
  it('lets others read along and blocks nobody; who has read it is known', () => {
    const play = begun();
    expect(play.do(officer('a'), copy(play))).toEqual(['copied', 'copied']);
    const [first, second] = play.state.copies ?? [];
    const shown = look(play, viewer('office-x'));
    expect(JSON.stringify(shown)).toContain('VALUE-F');
    expect(JSON.stringify(shown)).not.toContain('VALUE-H');
    expect(shown?.copies).toMatchObject([{ note: 'for your records', read: null, mayMarkRead: true }]);
    expect(look(play, viewer('office-y', { person: 'other' }))).toBeNull();

    expect(play.do(officer('x'), { type: 'markRead', copy: first!.id })).toEqual(['copyRead']);
    expect(play.do(officer('x'), { type: 'markRead', copy: first!.id })).toEqual([]);
    expect(play.refused(officer('x'), { type: 'markRead', copy: second!.id }).code).toBe('notFound');
    const rows = project(play.definition, null, play.state, defaultCalendar()).tasks.filter(
      (row) => row.kind === 'copy',
    );
    expect(rows.map((row) => [row.department, row.assignee, row.status])).toEqual([
      ['office-x', null, 'read'],
      ['office-y', 'eve', 'unread'],
    ]);
    expect(look(play, viewer('office-a'))?.copies.map((one) => one.read?.byName ?? null)).toEqual(['Name of-x', null]);
    play.complete('a');
    play.complete('b');
    expect(play.state.result).toBe('finished');
    // Reading it later is still recorded.
    expect(play.do(person('eve', 'office-y'), { type: 'markRead', copy: second!.id })).toEqual(['copyRead']);
    expect(replay(play.events)).toEqual(play.state);
  });

  it('tells each of them once', () => {
    const play = begun();
    const from = play.events.length;
    play.do(officer('a'), copy(play));
    const sent = react(play.definition, play.state, play.events.slice(from));
    expect(sent.map((one) => [one.kind, one.department, one.person])).toEqual([
      ['copied', 'office-x', null],
      ['copied', 'office-y', 'eve'],
    ]);
    expect(new Set(sent.map((one) => one.key)).size).toBe(2);
  });

  it('needs someone to send it to, the task in hand, and fields that the step sees', () => {
    const play = begun();
    expect(play.refused(officer('a'), copy(play, { to: [] })).code).toBe('addresseeUnfit');
    expect(play.refused(officer('a'), copy(play, { fields: ['hidden'] })).code).toBe('fieldUnknown');
    expect(play.refused(officer('b'), copy(play)).code).toBe('otherDepartment');
  });
});
