import { describe, expect, it } from 'vitest';
import type { Boundary, Executable, Handler, JobPrim, Prim, ScopePrim, Throw, WaitPrim } from '../definition/types.ts';
import type { Condition } from '../document/index.ts';
import { replay } from './index.ts';
import { sketch } from '../decisions/testing.ts';
import { at, edge, elements, end, field, netOfPrims, outcome, person, Play, task, work, MONDAY } from './testing.ts';

const admin = person('root', 'office-root', { admin: true });
const when = (id: string, right: string): { source: Condition; reads: string[] } => ({
  source: { type: 'compare', left: { type: 'field', id }, op: 'eq', right },
  reads: [id],
});
const wait = (id: string, arms: WaitPrim['arms'], more: Partial<WaitPrim> = {}): WaitPrim => ({
  type: 'wait',
  id,
  name: id,
  lane: null,
  boundaries: [],
  outsideClock: false,
  arms,
  ...more,
});
const job = (id: string, to: string, more: Partial<JobPrim['job']> = {}, boundaries: Boundary[] = []): JobPrim => ({
  type: 'job',
  id,
  name: id,
  lane: null,
  boundaries,
  out: edge(id, to),
  job: {
    kind: 'connect',
    settings: {},
    inputs: [{ field: 'a', name: 'key' }],
    into: [{ field: 'b', name: 'answer' }],
    retries: 1,
    retryMinutes: 10,
    timeoutSeconds: 30,
    byHand: null,
    ...more,
  },
});
const scope = (id: string, inner: string, to: string, more: Partial<ScopePrim> = {}): ScopePrim => ({
  type: 'scope',
  id,
  name: id,
  lane: null,
  boundaries: [],
  handlers: [],
  inner: [edge(id, inner)],
  out: edge(id, to),
  ...more,
});
const thrown = (id: string, what: Throw, to: string | null): Prim => ({
  type: 'throw',
  id,
  name: id,
  what,
  out: to === null ? null : edge(id, to),
});
const border = (id: string, on: Boundary['on'], host: string, to: string | null, interrupting = true): Boundary => ({
  id,
  name: id,
  on,
  interrupting,
  edge: to === null ? null : `${host}>${to}!${id}`,
  effect: null,
});
const fields = [
  field('a', { start: 'write', first: 'write' }),
  field('b', { start: 'hidden', last: 'read', 'job/@byHand': 'write' }),
];

const begun = (definition: ReturnType<typeof netOfPrims>, values = {}) => {
  const play = new Play(definition, MONDAY);
  play.start(values);
  return play;
};
const live = (play: Play): string[] =>
  Object.values(play.state.activities)
    .filter((one) => one.status === 'open')
    .map((one) => one.node);
const fire = (play: Play, timer: string) => play.do('system', { type: 'fireTimer', timer });
const timerOf = (play: Play, node: string, boundary: string): string => {
  const activity = Object.values(play.state.activities).find((one) => one.node === node && one.status === 'open');
  return activity?.timers.find((one) => one.boundary === boundary)?.id ?? 'none';
};
const same = (play: Play) => expect(replay(play.events)).toEqual(play.state);

describe('waits', () => {
  const notice = () =>
    netOfPrims(
      [
        wait(
          'notice',
          [
            {
              id: 'over',
              name: 'over',
              on: { type: 'timer', when: { from: 'start', after: { amount: 7, unit: 'day' } } },
              edge: 'notice>end',
            },
          ],
          {
            outsideClock: true,
          },
        ),
        end(),
      ],
      ['start>notice', 'notice>end'],
    );

  it('公示: the case clock stands until the natural days are over', () => {
    const play = begun(notice());
    expect(play.state.clock?.suspensions).toHaveLength(1);
    play.now = at('2026-11-30 08:59');
    expect(play.refused('system', { type: 'fireTimer', timer: timerOf(play, 'notice', 'over') }).code).toBe(
      'timerEarly',
    );
    play.now = at('2026-11-30 09:00');
    expect(fire(play, timerOf(play, 'notice', 'over'))).toEqual([
      'timerFired',
      'activityCompleted over',
      'clockResumed case',
      'tokensMoved notice +1-0',
      'tokensMoved end +0-1',
      'caseEnded finished',
    ]);
    same(play);
  });

  it('first event: a message with values, a signal or a date, whichever comes first', () => {
    const race = netOfPrims(
      [
        wait('race', [
          {
            id: 'paid',
            name: 'paid',
            on: { type: 'message', name: 'paid', into: [{ field: 'b', name: 'sum' }] },
            edge: 'race>last',
          },
          { id: 'storm', name: 'storm', on: { type: 'signal', name: 'storm' }, edge: 'race>end' },
          { id: 'day', name: 'day', on: { type: 'timer', when: { from: 'field', field: 'a' } }, edge: 'race>end!2' },
        ]),
        task('last', 'end'),
        end(),
      ],
      ['start>race', 'race>last', 'race>end', 'race>end!2', 'last>end'],
      { fields: [field('a', { start: 'write' }, { kind: 'date' }), field('b', { start: 'hidden', last: 'read' })] },
    );
    const paid = begun(race, { a: '2026-12-01' });
    expect(paid.refused('system', { type: 'deliverMessage', name: 'other', values: {} }).code).toBe('nobodyWaits');
    expect(paid.do('system', { type: 'deliverMessage', name: 'paid', values: { sum: '12' } })).toEqual([
      'valuesWritten',
      'eventCaught paid',
      'activityCompleted paid',
      'tokensMoved race +1-0',
      'activityStarted last',
    ]);
    expect(paid.state.data['b']?.value).toBe('12');
    same(paid);
    const stormy = begun(race, { a: '2026-12-01' });
    expect(stormy.do('system', { type: 'deliverSignal', name: 'storm' }).at(-1)).toBe('caseEnded finished');
    const dated = begun(race, { a: '2026-12-01' });
    dated.now = at('2026-12-01 00:00');
    expect(fire(dated, timerOf(dated, 'race', 'day')).at(-1)).toBe('caseEnded finished');
  });

  it('a condition happens when the data makes it true', () => {
    const play = begun(
      netOfPrims(
        [
          { type: 'fork', id: 'split', name: 'split', out: ['split>first', 'split>ready'] },
          task('first', 'end'),
          wait('ready', [
            { id: 'yes', name: 'yes', on: { type: 'condition', when: when('a', 'go') }, edge: 'ready>end' },
          ]),
          end(),
        ],
        ['start>split', 'split>first', 'split>ready', 'first>end', 'ready>end'],
        { fields },
      ),
    );
    expect(live(play)).toEqual(['first', 'ready']);
    expect(play.complete('first', 'ok', { a: 'go' })).toContain('eventCaught yes');
    expect(play.state.status).toBe('ended');
    same(play);
  });
});

describe('jobs', () => {
  const flow = (prim: JobPrim) =>
    netOfPrims([prim, task('last', 'end'), end()], ['start>job', 'job>last', 'job>end!failed', 'last>end'], { fields });
  const answer = (play: Play, attempt: number, ok: boolean, final = false) =>
    play.do('system', {
      type: 'jobResult',
      activity: play.open('job'),
      attempt,
      result: ok ? { ok, values: { answer: 'yes' } } : { ok, code: 'timeout', message: 'no answer', final },
    });

  it('asks with the values it needs, takes the answer, and knows late ones', () => {
    const play = begun(flow(job('job', 'last')), { a: 'k' });
    expect(play.events.at(-1)).toMatchObject({ type: 'jobRequested', attempt: 1, inputs: { key: 'k' } });
    const activity = play.open('job');
    expect(answer(play, 1, true)).toEqual([
      'valuesWritten',
      'activityCompleted done',
      'tokensMoved job +1-0',
      'activityStarted last',
    ]);
    expect(play.state.data['b']).toMatchObject({ value: 'yes', origin: { type: 'shared', registerName: 'job' } });
    const late = play.refused('system', { type: 'jobResult', activity, attempt: 1, result: { ok: true, values: {} } });
    expect(late.code).toBe('gone');
  });

  it('retries after a while, then is an incident that an administrator repairs', () => {
    const play = begun(flow(job('job', 'last')));
    expect(answer(play, 1, false)).toEqual(['jobFailed timeout']);
    play.now += 10 * 60_000;
    expect(fire(play, `${play.open('job')}:retry1`)).toEqual(['timerFired', 'jobRequested']);
    expect(answer(play, 2, false)).toEqual(['jobFailed timeout', 'incidentRaised jobFailed']);
    expect(play.do(admin, { type: 'retry', activity: play.open('job'), reason: 'line repaired' })).toEqual([
      'incidentResolved',
      'jobRequested',
    ]);
    expect(answer(play, 3, true).at(-1)).toBe('activityStarted last');
    same(play);
  });

  it('人工转录: a person types in what the machine could not give', () => {
    const byHand = { lane: 'desk', post: null, instruction: 'ask by phone', done: 'typed in' };
    const play = begun(flow(job('job', 'last', { retries: 0, byHand })));
    expect(answer(play, 1, false)).toEqual(['jobFailed timeout', 'activityStarted job/@byHand']);
    const person = { type: 'complete', activity: play.open('job', '@byHand'), outcome: 'done', opinion: '' } as const;
    const patch = { b: { value: 'by hand', origin: { type: 'manual' as const } } };
    expect(play.do(officerOf('desk'), { ...person, patch })).toEqual([
      'valuesWritten',
      'activityCompleted done',
      'activityCompleted done',
      'tokensMoved job +1-0',
      'activityStarted last',
    ]);
    same(play);
  });

  it('an attached error event takes the failure', () => {
    const failed = border('failed', { type: 'error', code: null }, 'job', 'end');
    const play = begun(flow(job('job', 'last', { retries: 0 }, [failed])));
    expect(answer(play, 1, false)).toEqual([
      'jobFailed timeout',
      'errorThrown jobFailed',
      'eventCaught failed',
      'activityCancelled interrupted',
      'tokensMoved job +1-0',
      'tokensMoved end +0-1',
      'caseEnded finished',
    ]);
  });
});

const officerOf = (lane: string) => person(`of-${lane}`, `office-${lane}`);

describe('nested scenarios', () => {
  const definition = netOfPrims(
    [
      {
        type: 'case',
        id: 'child',
        name: 'child',
        lane: null,
        scenario: 'other',
        inputs: [{ field: 'a', name: 'x' }],
        outputs: [{ field: 'b', name: 'y' }],
        outcomes: [
          { id: 'approved', name: 'approved', edge: 'child>end' },
          { id: 'refused', name: 'refused', edge: 'child>no' },
        ],
        boundaries: [border('stop', { type: 'message', name: 'stop', into: [] }, 'child', 'end')],
      },
      end(),
      end('no', 'refused'),
    ],
    ['start>child', 'child>end', 'child>no', 'child>end!stop'],
    { fields },
  );
  const word = (play: Play, result: string) => {
    const requested = play.events.find((event) => event.type === 'childRequested');
    if (requested?.type !== 'childRequested') throw new Error('Expected a child');
    const { activity, child } = requested;
    return { type: 'childEnded', activity, child, result, values: { y: 'given' } } as const;
  };

  it('starts with mapped fields and goes on by the result', () => {
    const play = begun(definition, { a: 'v' });
    expect(play.events.at(-1)).toMatchObject({ type: 'childRequested', scenario: 'other', inputs: { x: 'v' } });
    expect(play.do('system', word(play, 'refused'))).toEqual([
      'childEnded refused',
      'valuesWritten',
      'activityCompleted refused',
      'tokensMoved child +1-0',
      'tokensMoved no +0-1',
      'caseEnded refused',
    ]);
    same(play);
  });

  it('the word of a child that is no longer waited for is recorded and changes nothing', () => {
    const play = begun(definition);
    play.do('system', { type: 'deliverMessage', name: 'stop', values: {} });
    expect(play.state.status).toBe('ended');
    expect(play.do('system', word(play, 'approved'))).toEqual(['childEnded approved late']);
  });
});

describe('scopes', () => {
  const within: Executable['within'] = { one: 'part', two: 'part', inEnd: 'part', hand: 'change', handEnd: 'change' };
  const part = (more: Partial<ScopePrim> = {}) =>
    netOfPrims(
      [
        scope('part', 'split', 'last', more),
        { type: 'fork', id: 'split', name: 'split', out: ['split>one', 'split>two'] },
        task('one', 'inEnd'),
        task('two', 'inEnd'),
        end('inEnd'),
        task('hand', 'handEnd'),
        end('handEnd'),
        task('last', 'end'),
        task('other', 'end'),
        end(),
      ],
      [
        'start>part',
        'part>split',
        'split>one',
        'split>two',
        'one>inEnd',
        'two>inEnd',
        'part>last',
        'part>other!late',
        'change>hand',
        'hand>handEnd',
        'last>end',
        'other>end',
      ],
      { more: { within: { ...within, split: 'part', change: 'part' } } },
    );
  const change = (interrupting: boolean): Handler => ({
    id: 'change',
    name: 'change',
    on: { type: 'message', name: 'change', into: [] },
    interrupting,
    edge: 'change>hand',
  });

  it('is done when no token is left inside', () => {
    const play = begun(part());
    expect(live(play)).toEqual(['part', 'one', 'two']);
    play.complete('one');
    expect(play.complete('two')).toEqual([
      'activityCompleted ok',
      'tokensMoved two +1-0',
      'tokensMoved inEnd +0-1',
      'activityCompleted done',
      'tokensMoved part +1-0',
      'activityStarted last',
    ]);
    same(play);
  });

  it('is interrupted with all that is inside', () => {
    const late = border(
      'late',
      { type: 'timer', when: { from: 'start', after: { amount: 1, unit: 'workday' } } },
      'part',
      'other',
    );
    const play = begun(part({ boundaries: [late] }));
    play.now = at('2026-11-25 09:00');
    expect(fire(play, timerOf(play, 'part', 'late'))).toEqual([
      'timerFired',
      'activityCancelled interrupted',
      'activityCancelled interrupted',
      'activityCancelled interrupted',
      'tokensMoved part +1-0',
      'activityStarted other',
    ]);
    same(play);
  });

  it('an event opens a part beside what runs, as often as it comes; the scope waits for it', () => {
    const play = begun(part({ handlers: [change(false)] }));
    const message = { type: 'deliverMessage', name: 'change', values: {} } as const;
    expect(play.do('system', message)).toEqual([
      'eventCaught change',
      'activityStarted change',
      'tokensMoved change +1-0',
      'activityStarted hand',
    ]);
    play.complete('one');
    play.complete('two');
    expect(live(play)).toEqual(['part', 'change', 'hand']);
    expect(play.complete('hand')).toEqual([
      'activityCompleted ok',
      'tokensMoved hand +1-0',
      'tokensMoved handEnd +0-1',
      'activityCompleted done',
      'activityCompleted done',
      'tokensMoved part +1-0',
      'activityStarted last',
    ]);
    same(play);
  });

  it('an interrupting event takes the place of what runs, and the scope hears no other', () => {
    const play = begun(part({ handlers: [change(true)] }));
    const message = { type: 'deliverMessage', name: 'change', values: {} } as const;
    play.do('system', message);
    expect(live(play)).toEqual(['part', 'change', 'hand']);
    expect(play.refused('system', message).code).toBe('nobodyWaits');
    expect(play.complete('hand').at(-1)).toBe('activityStarted last');
    same(play);
  });
});

describe('throwing', () => {
  const inPart = (what: Throw, boundaries: Boundary[], out: string | null = null) =>
    netOfPrims(
      [
        scope('part', 'split', 'last', { boundaries }),
        { type: 'fork', id: 'split', name: 'split', out: ['split>one', 'split>two'] },
        task('one', 'throw'),
        task('two', 'inEnd'),
        thrown('throw', what, out),
        end('inEnd'),
        task('last', 'end'),
        task('other', 'end'),
        end(),
      ],
      [
        'start>part',
        'part>split',
        'split>one',
        'split>two',
        'one>throw',
        'throw>inEnd',
        'two>inEnd',
        'part>last',
        'part>other!late',
        'last>end',
        'other>end',
      ],
      { more: { within: { split: 'part', one: 'part', two: 'part', throw: 'part', inEnd: 'part' } } },
    );
  const late = (on: Boundary['on'], interrupting = true) => border('late', on, 'part', 'other', interrupting);

  it('an error goes to the nearest catcher outwards and cancels what is inside', () => {
    const play = begun(inPart({ type: 'error', code: 'E' }, [late({ type: 'error', code: 'E' })]));
    expect(play.complete('one')).toEqual([
      'activityCompleted ok',
      'tokensMoved one +1-0',
      'tokensMoved throw +0-1',
      'errorThrown E',
      'eventCaught late',
      'activityCancelled interrupted',
      'activityCancelled interrupted',
      'tokensMoved part +1-0',
      'activityStarted other',
    ]);
    same(play);
  });

  it('an error that nobody catches ends the case as failed', () => {
    const play = begun(inPart({ type: 'error', code: 'E' }, [late({ type: 'error', code: 'F' })]));
    expect(play.complete('one').slice(-4)).toEqual([
      'errorThrown E',
      'activityCancelled caseEnded',
      'activityCancelled caseEnded',
      'caseEnded failed',
    ]);
  });

  it('an escalation lets the thrower go on where it does not interrupt', () => {
    const play = begun(
      inPart({ type: 'escalation', code: 'E' }, [late({ type: 'escalation', code: null }, false)], 'inEnd'),
    );
    play.complete('one');
    expect(live(play)).toEqual(['part', 'two', 'other']);
    play.complete('other');
    expect(play.complete('two').at(-1)).toBe('activityStarted last');
    same(play);
  });

  it('terminate of a part ends the part; of the case, the case', () => {
    const part = begun(inPart({ type: 'terminate', of: 'scope', result: 'finished' }, []));
    expect(part.complete('one').at(-1)).toBe('activityStarted last');
    expect(live(part)).toEqual(['last']);
    const whole = begun(inPart({ type: 'terminate', of: 'case', result: 'refused' }, []));
    expect(whole.complete('one').at(-1)).toBe('caseEnded refused');
  });

  it('a signal reaches everyone in the case who listens, and leaves it', () => {
    const play = begun(inPart({ type: 'signal', name: 'S' }, [late({ type: 'signal', name: 'S' }, false)], 'inEnd'));
    expect(play.complete('one')).toContain('eventCaught late');
    expect(live(play)).toEqual(['part', 'two', 'other']);
  });

  it('compensation undoes finished steps, last first', () => {
    const play = begun(
      netOfPrims(
        [
          task('one', 'two'),
          task('two', 'throw'),
          thrown('throw', { type: 'compensate', of: null }, 'end'),
          task('undoOne', 'undone'),
          task('undoTwo', 'undone'),
          end('undone'),
          end(),
        ],
        [
          'start>one',
          'one>two',
          'two>throw',
          'throw>end',
          'x>undoOne',
          'x>undoTwo',
          'undoOne>undone',
          'undoTwo>undone',
        ],
        { more: { undo: { one: 'x>undoOne', two: 'x>undoTwo' } } },
      ),
    );
    play.complete('one');
    expect(play.complete('two')).toEqual([
      'activityCompleted ok',
      'tokensMoved two +1-0',
      'activityStarted throw',
      'undoBegun',
      'tokensMoved throw +1-0',
      'activityStarted undoTwo',
    ]);
    expect(play.complete('undoTwo').at(-1)).toBe('activityStarted undoOne');
    expect(play.complete('undoOne').at(-1)).toBe('caseEnded finished');
    same(play);
  });
});

describe('inclusive gateways', () => {
  const definition = netOfPrims(
    [
      {
        type: 'some',
        id: 'which',
        name: 'which',
        branches: [
          { edge: 'which>one', when: when('a', 'both') },
          { edge: 'which>two', when: null },
        ],
        otherwise: null,
      },
      task('one', 'gather'),
      task('two', 'gather'),
      { type: 'gather', id: 'gather', name: 'gather', in: ['one>gather', 'two>gather'], out: 'gather>last' },
      task('last', 'end'),
      end(),
    ],
    ['start>which', 'which>one', 'which>two', 'one>gather', 'two>gather', 'gather>last', 'last>end'],
    { fields },
  );

  it('take the ways that hold and wait for those only', () => {
    const both = begun(definition, { a: 'both' });
    expect(both.complete('two')).toEqual(['activityCompleted ok', 'tokensMoved two +1-0']);
    expect(both.complete('one').at(-1)).toBe('activityStarted last');
    const single = begun(definition, { a: 'x' });
    expect(single.complete('two').at(-1)).toBe('activityStarted last');
    same(both);
  });
});

describe('an inclusive join', () => {
  it('does not wait for what can only come, beside a step, to an edge that has a token', () => {
    const beside = border('beside', { type: 'message', name: 'm', into: [] }, 'slow', 'gather', false);
    const play = begun(
      netOfPrims(
        [
          { type: 'fork', id: 'split', name: 'split', out: ['split>slow', 'split>one'] },
          task('slow', 'away', { boundaries: [beside] }),
          end('away'),
          task('one', 'gather'),
          {
            type: 'gather',
            id: 'gather',
            name: 'gather',
            in: ['slow>gather!beside', 'one>gather'],
            out: 'gather>last',
          },
          task('last', 'end'),
          end(),
        ],
        [
          'start>split',
          'split>slow',
          'split>one',
          'slow>away',
          'slow>gather!beside',
          'one>gather',
          'gather>last',
          'last>end',
        ],
      ),
    );
    play.do('system', { type: 'deliverMessage', name: 'm', values: {} });
    expect(live(play)).toEqual(['slow', 'one']);
    expect(play.complete('one').at(-1)).toBe('activityStarted last');
  });

  it('fires at once when the one step that is left can only come to where a token waits', () => {
    const beside = border('beside', { type: 'message', name: 'm', into: [] }, 'slow', 'gather', false);
    const play = begun(
      netOfPrims(
        [
          task('slow', 'away', { boundaries: [beside] }),
          end('away'),
          { type: 'gather', id: 'gather', name: 'gather', in: ['slow>gather!beside'], out: 'gather>last' },
          task('last', 'end'),
          end(),
        ],
        ['start>slow', 'slow>away', 'slow>gather!beside', 'gather>last', 'last>end'],
      ),
    );
    expect(play.do('system', { type: 'deliverMessage', name: 'm', values: {} }).at(-1)).toBe('activityStarted last');
  });
});

describe('time on a step', () => {
  const effect = (id: string, before: number, unit: 'workday' | 'workhour', what: Boundary['effect']): Boundary => ({
    id,
    name: id,
    on: { type: 'timer', when: { from: 'due', before: { amount: before, unit } } },
    interrupting: false,
    edge: null,
    effect: what,
  });
  const boundaries = [
    effect('day', 1, 'workday', { type: 'remind' }),
    effect('hour', 1, 'workhour', { type: 'remind' }),
    effect('over', 0, 'workday', { type: 'complete', outcome: 'ok', basis: 'Rule 7' }),
  ];

  it('A4.12: reminded a working day and an hour before, decided by default at the due time', () => {
    const play = begun(
      netOfPrims(
        [task('one', 'last', { boundaries }), task('last', 'end'), end()],
        ['start>one', 'one>last', 'last>end'],
      ),
    );
    const early = play.refused('system', { type: 'fireTimer', timer: timerOf(play, 'one', 'day') });
    expect(early.code).toBe('timerEarly');
    play.now = at('2026-11-25 15:30');
    expect(fire(play, timerOf(play, 'one', 'day'))).toEqual(['timerFired', 'reminded']);
    play.now = at('2026-11-25 16:30');
    expect(fire(play, timerOf(play, 'one', 'hour'))).toEqual(['timerFired', 'reminded']);
    play.now = at('2026-11-25 17:30');
    expect(fire(play, timerOf(play, 'one', 'over'))).toEqual([
      'timerFired',
      'activityCompleted ok',
      'tokensMoved one +1-0',
      'activityStarted last',
    ]);
    expect(Object.values(play.state.activities)[0]).toMatchObject({ byDefault: 'Rule 7', reminders: 2 });
    same(play);
  });

  it('a dispatch ends by default with its open offices', () => {
    const all: Prim = {
      type: 'many',
      id: 'all',
      work: work(null, [outcome('ok', edge('all', 'end'))], { boundaries }),
      elements: elements(2),
      choice: { mode: 'fixed' },
      completion: 'all@1',
      rerun: 'all',
      role: 'dispatch',
    };
    const play = begun(netOfPrims([all, end()], ['start>all', 'all>end']));
    play.answer('all', 'e1');
    play.now = at('2026-11-25 17:30');
    expect(fire(play, timerOf(play, 'all', 'over')).slice(0, 3)).toEqual([
      'timerFired',
      'activityCancelled decided',
      'activityCompleted ok',
    ]);
  });
});

describe('computing', () => {
  const grading = (policy: 'U' | 'F') =>
    netOfPrims(
      [
        {
          type: 'compute',
          id: 'grade',
          name: 'grade',
          sets: [{ field: 'sum', feel: 'form.one + form.two' }],
          table: sketch({
            policy,
            inputs: [{ source: { type: 'field', field: 'sum' } }],
            outputs: [{ field: 'level' }],
            rules: ['> 10 -> "high"', '> 5 -> "middle"'],
          }),
          out: 'grade>last',
        },
        task('last', 'end'),
        end(),
      ],
      ['start>grade', 'grade>last', 'last>end'],
      {
        fields: [
          field('one', { start: 'write' }, { kind: 'number' }),
          field('two', { start: 'write' }, { kind: 'number' }),
          field('sum', { start: 'read' }, { kind: 'number' }),
          field('level', { start: 'read' }),
        ],
      },
    );

  it('sets fields by FEEL, then by a decision table that sees them', () => {
    const play = begun(grading('F'), { one: 7, two: 5 });
    expect(play.state.data['sum']).toMatchObject({ value: 12, origin: { type: 'computed' } });
    expect(play.state.data['level']?.value).toBe('high');
    expect(live(play)).toEqual(['last']);
    same(play);
  });

  it('stops where two rules match and only one may', () => {
    const play = begun(grading('U'), { one: 7, two: 5 });
    expect(play.state.incident).toEqual({ code: 'tableFailed', node: 'grade' });
  });
});
