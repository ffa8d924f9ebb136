import { describe, expect, it } from 'vitest';
import { at } from '../kernel/testing.ts';
import { Drawn, flow, primOf } from './testing.ts';

describe('A4.12: reminders and the default at the due time', () => {
  const drawing = () =>
    flow()
      .task('a', {
        days: 3,
        decides: ['ok', '-no'],
        reminders: [
          { amount: 1, unit: 'workday' },
          { amount: 1, unit: 'workhour' },
        ],
        overdue: { type: 'default', decision: 'ok', basis: 'Rule 3' },
      })
      .task('good')
      .task('bad')
      .edge('start', 'a')
      .edge('a', 'good', { decision: 'ok' })
      .edge('a', 'bad', { decision: 'no' })
      .chain('good', 'end')
      .chain('bad', 'end');

  it('are attached events of the step', () => {
    expect(primOf(drawing(), 'a')).toMatchObject({
      work: {
        boundaries: [
          { id: 'a/remind/1', edge: null, effect: { type: 'remind' }, interrupting: false },
          { id: 'a/remind/2', on: { when: { from: 'due', before: { amount: 1, unit: 'workhour' } } } },
          {
            id: 'a/overdue',
            edge: null,
            interrupting: true,
            effect: { type: 'complete', outcome: 'ok', basis: 'Rule 3' },
          },
        ],
      },
    });
  });

  it('come at T−1 day, T−1 hour and T', () => {
    const drawn = new Drawn(drawing());
    expect(drawn.fire('a', 'a/remind/1')).toEqual(['timerFired', 'reminded']);
    expect(drawn.play.now).toBe(at('2026-11-25 17:30'));
    expect(drawn.fire('a', 'a/remind/2')).toEqual(['timerFired', 'reminded']);
    expect(drawn.play.now).toBe(at('2026-11-26 16:30'));
    drawn.fire('a', 'a/overdue');
    expect(drawn.play.now).toBe(at('2026-11-26 17:30'));
    expect(drawn.open).toEqual(['good']);
    expect(drawn.play.events.find((event) => event.type === 'activityCompleted')).toMatchObject({
      byDefault: 'Rule 3',
    });
  });
});
