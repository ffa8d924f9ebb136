import { describe, expect, it } from 'vitest';
import { EVENT_TYPES } from './appliers.ts';
import history from './fixtures/events-v1.json' with { type: 'json' };
import { evolve, replay, type CaseEvent, type CaseState } from './index.ts';

/** Written once with the first release of these events, and never edited: what is stored must mean the same for ever. */
const cases = history as unknown as { name: string; events: CaseEvent[]; state: CaseState }[];

describe('events of version 1', () => {
  it.each(cases)('still lead to the state that they led to: $name', ({ events, state }) => {
    expect(replay(events)).toEqual(state);
  });

  it('are still known', () => {
    const seen = new Set<string>(cases.flatMap((one) => one.events.map((event) => event.type)));
    expect([...seen].filter((type) => !EVENT_TYPES.includes(type))).toEqual([]);
    expect(seen.size).toBe(21);
  });

  it('of a newer version are refused, not guessed at', () => {
    const [first] = cases;
    const unknown = { ...first?.events.at(-1), type: 'somethingNew' } as unknown as CaseEvent;
    expect(() => evolve(replay(first?.events.slice(0, -1) ?? []), unknown)).toThrow('Expected an event type');
  });
});
