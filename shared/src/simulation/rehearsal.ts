/**
 * 预演: one case in memory, on the same kernel as the server and with a clock that only moves when told to. The same
 * commands at the same instants give the same events as on the server.
 */
import type { Calendar } from '../calendar/types.ts';
import { execute, needsPast, pastOf, project, view } from '../kernel/index.ts';
import type { Runnable } from '../kernel/index.ts';
import type { ActingParty, Actor, CaseEvent, CaseState, Command, Rejection } from '../kernel/types.ts';
import type { CaseView, Viewer } from '../kernel/view-types.ts';

export type Submitted =
  { readonly ok: true; readonly events: readonly CaseEvent[] } | { readonly ok: false; readonly rejection: Rejection };

/** Where the case stands, for drawing it: nodes that are worked at, and edges that hold a token. */
export interface Position {
  readonly at: string;
  readonly kind: 'node' | 'edge';
}

export interface Rehearsal {
  /** Instant of the virtual clock. */
  now(): number;
  /** null before the start. */
  state(): CaseState | null;
  events(): readonly CaseEvent[];
  /** Decides at the virtual clock's instant. A refusal changes nothing. */
  submit(command: Command, actor: Actor): Submitted;
  /** Moves the clock on and fires the timers that come due on the way, each at its own instant. Never back. */
  advance(to: number): readonly CaseEvent[];
  /** When the next timer is due; null when none is armed. */
  nextTimerAt(): number | null;
  view(viewer: Viewer): CaseView | null;
  positions(): readonly Position[];
}

export interface RehearsalOptions {
  /** Registers that cannot be reached, as the server would say. */
  readonly registersDown?: readonly string[];
}

export function createRehearsal(
  definition: Runnable,
  calendar: Calendar,
  startAt: number,
  options: RehearsalOptions = {},
): Rehearsal {
  const registersDown = options.registersDown ?? [];
  const events: CaseEvent[] = [];
  const turns: (readonly CaseEvent[])[] = [];
  let state: CaseState | null = null;
  let now = startAt;

  const run = (command: Command, actor: ActingParty): Submitted => {
    const seq = state && needsPast(state, command);
    const past = seq === null ? null : pastOf(turns, seq);
    const facts = { now, actor, calendar, registersDown, ...(past ? { past } : {}) };
    const done = execute(definition, state, command, facts);
    if (!done.ok) return done;
    state = done.state;
    events.push(...done.events);
    turns.push(done.events);
    return { ok: true, events: done.events };
  };

  const nextTimer = (): { readonly timer: string; readonly dueAt: number } | null => {
    if (!state) return null;
    const { timers } = project(definition, state, state, calendar);
    return timers.reduce<(typeof timers)[number] | null>(
      (first, timer) => (first && first.dueAt <= timer.dueAt ? first : timer),
      null,
    );
  };

  return {
    now: () => now,
    state: () => state,
    events: () => events,
    submit: (command, actor) => run(command, actor),
    advance(to) {
      const from = events.length;
      for (let next = nextTimer(); next && next.dueAt <= to; next = nextTimer()) {
        now = Math.max(now, next.dueAt);
        const fired = run({ type: 'fireTimer', timer: next.timer }, 'system');
        // A timer that the projection shows as due is one that the kernel fires.
        if (!fired.ok) throw new Error(`Expected timer "${next.timer}" to fire but got ${fired.rejection.code}`);
      }
      now = Math.max(now, to);
      return events.slice(from);
    },
    nextTimerAt: () => nextTimer()?.dueAt ?? null,
    view: (viewer) => state && view(definition, state, viewer, { now, calendar, registersDown }),
    positions: () => (state ? positionsOf(state) : []),
  };
}

export function positionsOf(state: CaseState): Position[] {
  const nodes = new Set<string>();
  for (const { node, status, kind } of Object.values(state.activities)) {
    if (kind === 'work' && (status === 'open' || status === 'correcting')) nodes.add(node);
  }
  const edges = new Set(Object.values(state.tokens).map((token) => token.edge));
  return [
    ...[...nodes].map((at): Position => ({ at, kind: 'node' })),
    ...[...edges].map((at): Position => ({ at, kind: 'edge' })),
  ];
}
