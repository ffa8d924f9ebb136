import { describe, expect, it } from 'vitest';
import { defaultCalendar } from '../calendar/index.ts';
import { decide, evolve, replay } from '../kernel/index.ts';
import { applicant, at, end, netOfPrims, officer, startCommand, task } from '../kernel/testing.ts';
import type { CaseState, Facts } from '../kernel/types.ts';
import { createRehearsal } from './index.ts';

const timed = (interrupting: boolean) =>
  netOfPrims(
    [
      task('a', 'end', {
        timers: [{ id: 'late', name: 'late', after: { amount: 1, unit: 'workday' }, interrupting, edge: 'a>boss' }],
      }),
      task('boss', 'end'),
      end(),
    ],
    ['start>a', 'a>boss', 'a>end', 'boss>end'],
  );

describe('rehearsal', () => {
  it('fires timers at their own instants when the clock is moved on', () => {
    const definition = timed(true);
    const rehearsal = createRehearsal(definition, defaultCalendar(), at('2026-11-23 09:00'));
    expect(rehearsal.submit(startCommand(definition, {}), applicant).ok).toBe(true);
    expect(rehearsal.positions()).toEqual([{ at: 'a', kind: 'node' }]);
    expect(rehearsal.nextTimerAt()).toBe(at('2026-11-24 17:30'));
    expect(rehearsal.advance(at('2026-11-24 17:29'))).toEqual([]);
    const fired = rehearsal.advance(at('2026-11-27 12:00'));
    expect(fired.map((event) => [event.type, event.at])).toEqual(
      ['timerFired', 'activityCancelled', 'tokensMoved', 'activityStarted'].map((type) => [
        type,
        at('2026-11-24 17:30'),
      ]),
    );
    expect(rehearsal.now()).toBe(at('2026-11-27 12:00'));
    expect(rehearsal.positions()).toEqual([{ at: 'boss', kind: 'node' }]);
  });

  it('gives the events that decide and evolve give, and a state that replays', () => {
    const definition = timed(false);
    const calendar = defaultCalendar();
    const now = at('2026-11-23 09:00');
    const rehearsal = createRehearsal(definition, calendar, now);
    rehearsal.submit(startCommand(definition, {}), applicant);
    rehearsal.advance(at('2026-11-25 10:00'));
    const activity = Object.values(rehearsal.state()?.activities ?? {}).find((one) => one.node === 'a')?.id ?? '';
    const complete = { type: 'complete', activity, outcome: 'ok', opinion: '', patch: {} } as const;
    rehearsal.submit(complete, officer('a'));

    let state: CaseState | null = null;
    const events: unknown[] = [];
    const server = (command: Parameters<typeof decide>[2], facts: Omit<Facts, 'calendar'>) => {
      const decided = decide(definition, state, command, { ...facts, calendar });
      if (!decided.ok) throw new Error(decided.rejection.code);
      for (const event of decided.events) state = evolve(state, event);
      events.push(...decided.events);
    };
    server(startCommand(definition, {}), { now, actor: applicant });
    server({ type: 'fireTimer', timer: `${activity}:late` }, { now: at('2026-11-24 17:30'), actor: 'system' });
    server(complete, { now: at('2026-11-25 10:00'), actor: officer('a') });
    expect(JSON.stringify(rehearsal.events())).toBe(JSON.stringify(events));
    expect(replay(rehearsal.events())).toEqual(state);
  });

  it('shows each viewer the case as the server would', () => {
    const definition = timed(true);
    const rehearsal = createRehearsal(definition, defaultCalendar(), at('2026-11-23 09:00'));
    const viewer = { person: 'x', department: 'office-a', posts: [], roles: [] };
    expect(rehearsal.view(viewer)).toBeNull();
    rehearsal.submit(startCommand(definition, {}), applicant);
    expect(rehearsal.view(viewer)?.work[0]?.commands).toContain('complete');
    expect(rehearsal.view({ ...viewer, department: 'nowhere' })).toBeNull();
  });
});
