/**
 * decide(definition, state, command, facts) → events | rejection. The list of commands is here, each in its own file.
 * Nothing is decided by halves: a rejection leaves no event behind. A bug throws.
 */
import type { AnyHandler, Handler } from './commands/command.ts';
import { deliverMessage, deliverSignal } from './commands/deliver.ts';
import { fireTimer } from './commands/fire-timer.ts';
import { childEnded, jobResult, retry } from './commands/machine-results.ts';
import { peopleHandlers } from './commands/people.ts';
import { start } from './commands/start.ts';
import type { Runnable } from './index-of.ts';
import { route } from './routing.ts';
import { standStill } from './standstill.ts';
import { Turn } from './turn.ts';
import type { CaseEvent, CaseState, Command, CommandType, Decided, Facts, Rejection } from './types.ts';

const handlers: { readonly [T in CommandType]: Handler<T> } = {
  ...peopleHandlers,
  start,
  fireTimer,
  deliverMessage,
  deliverSignal,
  jobResult,
  childEnded,
  retry,
};

export type Executed =
  | { readonly ok: true; readonly events: readonly CaseEvent[]; readonly state: CaseState }
  | { readonly ok: false; readonly rejection: Rejection };

/** decide, with the state that the events lead to. Throws on a command of no known type. */
export function execute(definition: Runnable, state: CaseState | null, command: Command, facts: Facts): Executed {
  const handle: AnyHandler | undefined = handlers[command.type];
  if (!handle) throw new Error(`Expected a command of ${Object.keys(handlers).join(', ')} but got "${command.type}"`);
  if (state === null && command.type !== 'start') return { ok: false, rejection: { code: 'notFound' } };
  if (state !== null && command.type === 'start') return { ok: false, rejection: { code: 'notAllowed' } };
  const turn = new Turn(definition, state, facts);
  const rejection = handle(turn, command) ?? route(turn);
  if (rejection) return { ok: false, rejection };
  if (turn.state.suspension) standStill(turn);
  return { ok: true, events: turn.events, state: turn.state };
}

/** `state` is null for `start`. Events may be none: claiming what is one's own changes nothing. */
export function decide(definition: Runnable, state: CaseState | null, command: Command, facts: Facts): Decided {
  const done = execute(definition, state, command, facts);
  return done.ok ? { ok: true, events: done.events } : done;
}
