import { describe, expect, it } from 'vitest';
import { defaultCalendar } from '../../calendar/index.ts';
import { project, react, replay } from '../index.ts';
import { look, viewer } from '../testing-view.ts';
import {
  addressee,
  at,
  edge,
  end,
  field,
  named,
  netOfPrims,
  officer,
  outcome,
  person,
  Play,
  task,
} from '../testing.ts';

/** a → b → end, and back from b to a. */
const net = (more: Parameters<typeof task>[2] = {}) =>
  netOfPrims(
    [task('a', 'b', more), task('b', 'end', { outcomes: [outcome('ok', edge('b', 'end'))] }), end()],
    ['start>a', 'a>b', 'b>end'],
    {
      fields: [
        field('f', { start: 'write', a: 'read' }),
        field('g', { start: 'write', a: 'read' }),
        field('hidden', { start: 'write', a: 'hidden' }),
      ],
      returnTargets: { b: ['a'], a: [] },
    },
  );
const begun = (more: Parameters<typeof task>[2] = {}): Play => {
  const play = new Play(net(more));
  play.start({ f: 'VALUE-F', g: 'VALUE-G', hidden: 'VALUE-H' });
  return play;
};
const asked = (play: Play, more: Record<string, unknown> = {}) =>
  ({
    type: 'consult',
    activity: play.open('a'),
    to: addressee('x'),
    question: 'Does it touch your pipes?',
    deadline: { amount: 1, unit: 'workday' },
    wait: false,
    fields: null,
    ...more,
  }) as const;
const consultId = (play: Play) => play.state.consults!.at(-1)!.id;
const answer = (play: Play, text = 'It does not.') =>
  ({ type: 'answerConsult', consult: consultId(play), answer: text }) as const;
const rowsOf = (play: Play) => project(play.definition, null, play.state, defaultCalendar());

describe('consult', () => {
  it('asks an office that is no party, which reads what the step reads; its answer stands in the record', () => {
    const play = begun();
    expect(look(play, viewer('office-x'))).toBeNull();
    expect(play.do(officer('a'), asked(play))).toEqual(['consultAsked']);
    const shown = look(play, viewer('office-x'));
    const fields = shown?.sections.flatMap((section) => section.fields) ?? [];
    expect(fields.map((one) => [one.key, one.access])).toEqual([
      ['f', 'read'],
      ['g', 'read'],
    ]);
    expect(JSON.stringify(shown)).not.toContain('VALUE-H');
    expect(shown?.consults).toMatchObject([
      { question: 'Does it touch your pipes?', status: 'open', mayAnswer: true, clock: { state: 'green' } },
    ]);
    expect(rowsOf(play).case.departments).toEqual(['office-a', 'office-x']);
    expect(rowsOf(play).tasks.at(-1)).toMatchObject({
      kind: 'consult',
      status: 'open',
      department: 'office-x',
      dueAt: at('2026-11-24 17:30'),
    });

    expect(play.do(officer('x'), answer(play, ' It does not. '))).toEqual(['consultAnswered']);
    expect(look(play, viewer('office-a'))?.consults).toMatchObject([
      { status: 'answered', answer: { byName: 'Name of-x', text: 'It does not.' }, mayAnswer: false },
    ]);
    expect(rowsOf(play).tasks.at(-1)).toMatchObject({ status: 'done', claimedBy: 'of-x', dueAt: null });
    expect(play.refused(officer('x'), answer(play)).code).toBe('consultClosed');
    expect(replay(play.events)).toEqual(play.state);
  });

  it('holds the step back when it said that it waits, until the answer came or it was called off', () => {
    const play = begun();
    play.do(officer('a'), asked(play, { wait: true }));
    expect(play.refused(officer('a'), play.completion('a'))).toEqual({
      code: 'consultOpen',
      params: { name: 'Office x' },
    });
    const work = look(play, viewer('office-a'))?.work[0];
    expect(work?.commands).not.toContain('complete');
    expect(work?.refused).toContainEqual({
      command: 'complete',
      rejection: { code: 'consultOpen', params: { name: 'Office x' } },
    });
    expect(play.do(officer('a'), { type: 'cancelConsult', consult: consultId(play), reason: 'clear now' })).toEqual([
      'consultCancelled',
    ]);
    expect(play.refused(officer('x'), answer(play)).code).toBe('consultClosed');
    // What was called off is no longer read.
    expect(look(play, viewer('office-x'))?.sections).toEqual([]);
    play.do(officer('a'), asked(play, { wait: true }));
    play.do(officer('x'), answer(play));
    expect(play.complete('a')[0]).toBe('activityCompleted ok');
  });

  it('lets the asker decide meanwhile; the answer still comes to the record, until the case ends', () => {
    const play = begun();
    play.do(officer('a'), asked(play));
    play.complete('a');
    expect(play.do(officer('x'), answer(play))).toEqual(['consultAnswered']);
    const late = begun();
    late.do(officer('a'), asked(late));
    late.complete('a');
    late.complete('b');
    expect(late.refused(officer('x'), answer(late)).code).toBe('consultClosed');
    const row = rowsOf(late).tasks.find((one) => one.kind === 'consult');
    expect(row).toMatchObject({ status: 'cancelled', endedAt: late.state.endedAt });
  });

  it('is over when its step is asked to be done over again', () => {
    const play = begun();
    play.do(officer('a'), asked(play, { wait: true }));
    const admin = person('root', null, { admin: true });
    const before = play.state;
    play.do(officer('x'), answer(play));
    play.complete('a');
    play.do(officer('b'), { type: 'return', activity: play.open('b'), to: 'a', reason: 'r', mode: 'again' });
    expect(play.do(officer('a'), asked(play, { wait: true }))).toEqual(['consultAsked']);
    play.do(admin, { type: 'terminate', reason: 'r' });
    expect(play.refused(officer('x'), answer(play)).code).toBe('consultClosed');
    // A projection between the two states shows the row that ended with the case.
    const changed = project(play.definition, before, play.state, defaultCalendar()).tasks;
    expect(changed.filter((one) => one.kind === 'consult').map((one) => one.status)).toEqual(['done', 'cancelled']);
  });

  it('to one person is for that person, with no more fields than were chosen', () => {
    const play = begun();
    play.do(officer('a'), asked(play, { to: addressee('x', { person: named('eve') }), fields: ['f'] }));
    expect(look(play, viewer('office-x', { person: 'someone' }))).toBeNull();
    expect(play.refused(person('someone', 'office-x'), answer(play)).code).toBe('notFound');
    const shown = look(play, viewer('office-x', { person: 'eve' }));
    expect(JSON.stringify(shown)).toContain('VALUE-F');
    expect(JSON.stringify(shown)).not.toContain('VALUE-G');
    expect(play.do(person('eve', 'office-x'), answer(play))).toEqual(['consultAnswered']);
  });

  it('shows nobody more than the step sees, and needs a question, the power and an answer', () => {
    const play = begun();
    expect(play.refused(officer('a'), asked(play, { fields: ['hidden'] })).code).toBe('fieldUnknown');
    expect(play.refused(officer('a'), asked(play, { fields: ['none'] })).code).toBe('fieldUnknown');
    expect(play.refused(officer('a'), asked(play, { question: ' ' })).code).toBe('questionRequired');
    expect(play.refused(officer('b'), asked(play)).code).toBe('otherDepartment');
    const own = addressee('a', { person: named('of-a') });
    expect(play.refused(officer('a'), asked(play, { to: own })).code).toBe('sameAddressee');
    play.do(officer('a'), asked(play));
    expect(play.refused(officer('x'), answer(play, ' ')).code).toBe('answerRequired');
    expect(play.refused(officer('b'), answer(play)).code).toBe('notFound');
    const powers = { correct: true, return: true, reject: true, consult: false };
    const without = begun({ powers });
    expect(without.refused(officer('a'), asked(without)).code).toBe('powerMissing');
  });

  it('is read by those who ask, are asked, and read the step’s opinion later; not by the applicant', () => {
    const play = begun();
    play.do(officer('a'), asked(play));
    play.do(officer('x'), answer(play, 'ANSWER-TEXT'));
    const reads = (department: string) => JSON.stringify(look(play, viewer(department))).includes('ANSWER-TEXT');
    expect(reads('office-a')).toBe(true);
    expect(reads('office-x')).toBe(true);
    expect(reads('applying')).toBe(false);
    play.complete('a');
    expect(reads('office-b')).toBe(true);
    expect(reads('applying')).toBe(false);
  });

  it('tells the office that is asked, and the asker of the answer', () => {
    const play = begun();
    const from = play.events.length;
    play.do(officer('a'), asked(play));
    play.do(officer('x'), answer(play));
    const sent = react(play.definition, play.state, play.events.slice(from));
    expect(sent.map(({ kind, department, person: to, params }) => [kind, department, to, params['step']])).toEqual([
      ['consultAsked', 'office-x', null, 'a'],
      ['consultAnswered', 'office-a', 'of-a', 'a'],
    ]);
    expect(JSON.stringify(sent)).not.toContain('pipes');
  });
});
