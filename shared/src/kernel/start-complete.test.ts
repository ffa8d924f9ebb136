import { describe, expect, it } from 'vitest';
import { evolve, project, replay } from './index.ts';
import { defaultCalendar } from '../calendar/index.ts';
import {
  applicant,
  edge,
  end,
  manual,
  netOfPrims,
  officer,
  outcome,
  person,
  Play,
  startCommand,
  task,
  work,
} from './testing.ts';
import type { Prim } from '../definition/types.ts';

/** start → three tasks side by side → one task → end. */
const parallel = () =>
  netOfPrims(
    [
      { type: 'fork', id: 'fork', name: 'fork', out: ['fork>a', 'fork>b', 'fork>c'] },
      task('a', 'join'),
      task('b', 'join'),
      task('c', 'join'),
      { type: 'join', id: 'join', name: 'join', in: ['a>join', 'b>join', 'c>join'], out: 'join>d' },
      task('d', 'end'),
      end(),
    ],
    ['start>fork', 'fork>a', 'fork>b', 'fork>c', 'a>join', 'b>join', 'c>join', 'join>d', 'd>end'],
  );

describe('start and complete', () => {
  it('runs departments side by side and waits for all of them', () => {
    const play = new Play(parallel());
    expect(play.start()).toEqual([
      'caseStarted',
      'tokensMoved start +1-0',
      'tokensMoved fork +3-1',
      'activityStarted a',
      'activityStarted b',
      'activityStarted c',
    ]);
    expect(play.complete('b')).toEqual(['activityCompleted ok', 'tokensMoved b +1-0']);
    expect(play.complete('a')).toEqual(['activityCompleted ok', 'tokensMoved a +1-0']);
    expect(play.complete('c')).toEqual([
      'activityCompleted ok',
      'tokensMoved c +1-0',
      'tokensMoved join +1-3',
      'activityStarted d',
    ]);
    expect(play.state.activities[play.open('d')]?.token?.lineage).toEqual([]);
    expect(play.complete('d')).toEqual([
      'activityCompleted ok',
      'tokensMoved d +1-0',
      'tokensMoved end +0-1',
      'caseEnded finished',
    ]);
    expect(play.where()).toEqual([]);
    expect(replay(play.events)).toEqual(play.state);
    expect(play.events.map((event) => event.seq)).toEqual(play.events.map((_, i) => i + 1));
  });

  it('a refusal ends the case with none of the others started', () => {
    const review: Prim = {
      type: 'activity',
      id: 'review',
      work: work('review', [
        outcome('ok', edge('review', 'fork')),
        outcome('no', edge('review', 'refused'), { tone: 'negative', opinionRequired: true }),
      ]),
    };
    const base = parallel();
    const definition = netOfPrims(
      [...Object.values(base.executable.prims).slice(1), review, end('refused', 'refused')],
      ['start>review', 'review>fork', 'review>refused', ...Object.keys(base.executable.edges).slice(1)],
    );
    const play = new Play(definition);
    play.start();
    const refusal = { ...play.completion('review', 'no'), opinion: ' ' } as const;
    expect(play.refused(officer('review'), refusal)).toMatchObject({ code: 'opinionRequired' });
    expect(play.complete('review', 'no')).toEqual([
      'activityCompleted no',
      'tokensMoved review +1-0',
      'tokensMoved refused +0-1',
      'caseEnded refused',
    ]);
    expect(Object.values(play.state.activities).map((one) => one.node)).toEqual(['review']);
  });

  it('refuses what is not the actor’s to do, and says which it is', () => {
    const play = new Play(netOfPrims([task('a', 'end', { post: 'chief' }), end()], ['start>a', 'a>end']));
    play.start();
    const command = play.completion('a');
    const chief = officer('a', { posts: ['chief'] });
    expect(play.refused(officer('b'), command).code).toBe('otherDepartment');
    expect(play.refused(officer('a'), command).code).toBe('notYourPost');
    expect(play.refused('system', command).code).toBe('notAllowed');
    expect(play.refused(chief, play.completion('a', 'other')).code).toBe('unknownOutcome');
    expect(play.do(chief, { type: 'claim', activity: play.open('a') })).toEqual(['taskClaimed']);
    expect(play.do(chief, { type: 'claim', activity: play.open('a') })).toEqual([]);
    const other = person('else', 'office-a', { posts: ['chief'] });
    expect(play.refused(other, command)).toMatchObject({ code: 'claimedByOther', params: { name: chief.name } });
    expect(play.refused(other, { type: 'release', activity: play.open('a') }).code).toBe('claimedByOther');
    expect(play.do(chief, { type: 'release', activity: play.open('a') })).toEqual(['taskReleased']);
    play.do(other, command);
    expect(play.refused(chief, command).code).toBe('alreadyDone');
    expect(play.refused(chief, { type: 'claim', activity: 'nothing' }).code).toBe('notFound');
  });

  it('needs a department for every lane, and an office that applies', () => {
    const definition = parallel();
    const command = startCommand(definition, {});
    const play = new Play(definition);
    const bindings = Object.fromEntries(Object.entries(command.bindings).filter(([lane]) => lane !== 'a'));
    expect(play.refused(applicant, { ...command, bindings })).toEqual({
      code: 'bindingMissing',
      params: { binding: 'a' },
    });
    expect(play.refused(person('x', null), command).code).toBe('notApplicant');
    expect(play.refused(applicant, { type: 'resubmit', patch: manual({}) }).code).toBe('notFound');
  });

  it('projects the tasks that changed and the due times of the case', () => {
    const play = new Play(parallel());
    play.start();
    const before = play.state;
    const first = project(play.definition, null, before, defaultCalendar());
    expect(first.tasks.map((row) => [row.node, row.status, row.department])).toEqual([
      ['a', 'open', 'office-a'],
      ['b', 'open', 'office-b'],
      ['c', 'open', 'office-c'],
    ]);
    expect(first.case).toMatchObject({ status: 'running', departments: ['office-a', 'office-b', 'office-c'] });
    expect(first.case.dueAt).toBe(first.case.promisedAt);
    play.complete('a');
    const second = project(play.definition, before, play.state, defaultCalendar());
    expect(second.tasks.map((row) => [row.node, row.status, row.claimedByName])).toEqual([['a', 'done', 'Name of-a']]);
  });

  it('leaves the state it began with untouched', () => {
    const play = new Play(parallel());
    play.start();
    const before = JSON.stringify(play.state);
    const held = play.state;
    play.complete('a');
    expect(JSON.stringify(held)).toBe(before);
    expect(() => evolve(held, play.events[0]!)).toThrow('Expected event number');
  });

  it('decides a command in microseconds', () => {
    const play = new Play(parallel());
    const once = () => {
      const fresh = new Play(play.definition);
      fresh.start();
      for (const node of ['a', 'b', 'c', 'd']) fresh.complete(node);
    };
    // The best of many short batches: what the code costs, not what else the machine does.
    let best = Infinity;
    for (let batch = 0; batch < 60; batch++) {
      const begin = performance.now();
      for (let i = 0; i < 10; i++) once();
      best = Math.min(best, performance.now() - begin);
    }
    const perCommand = (best / 10 / 5) * 1000;
    expect(perCommand).toBeLessThan(150);
  });
});
