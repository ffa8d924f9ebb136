/**
 * The case's own record as a fact: a host gives it to the few commands that undo, so that the state need not remember
 * every way by which it came about.
 */
import { evolveAll } from './evolve.ts';
import type { CaseEvent, CaseState, Command, Past } from './types.ts';

/** Number of the event whose command must come first in the past; null: this command needs none. */
export function needsPast(state: CaseState, command: Command): number | null {
  return command.type === 'takeBack' ? (state.activities[command.activity]?.endedSeq ?? null) : null;
}

/** `record`: what each command of the case did, from its start. Null when no command made this event. */
export function pastOf(record: readonly (readonly CaseEvent[])[], seq: number): Past | null {
  const at = record.findIndex((turn) => turn.some((event) => event.seq === seq));
  if (at <= 0) return null;
  return { before: evolveAll(null, record.slice(0, at).flat()), turns: record.slice(at) };
}
