/**
 * Undoing a completion exactly: what followed from it by itself is taken away, what others had put down and it used up
 * comes back, what ended with it is as it was. What other branches did meanwhile stays. Whatever somebody did with what
 * followed, or what has left the case, cannot be undone.
 */
import { evolve, evolveAll } from './evolve.ts';
import { insideOf, isHolder } from './holders.ts';
import type { ExecutableIndex } from './index-of.ts';
import { isLive, isWithin, lineageOf } from './scope.ts';
import type { Activity, CaseEvent, CaseState, EndResult, EventType, Past, Token } from './types.ts';

export interface Unwound {
  /** Tokens that go, and those that come back. */
  readonly taken: string[];
  readonly put: Token[];
  /** Activities that began since, to be cancelled. */
  readonly gone: string[];
  /** Activities as they were and are again. */
  readonly restored: Activity[];
  /** Where they had changed. */
  readonly returns: CaseState['returns'] | null;
  readonly reached: readonly EndResult[] | null;
  readonly repaired: boolean;
}

/** What has left the case, or ended it, is not taken back. */
const OUT: readonly EventType[] = [
  'messageSent',
  'signalThrown',
  'notified',
  'jobRequested',
  'childRequested',
  'caseEnded',
];
/** What may happen to a task that nobody has begun. */
const HARMLESS: readonly EventType[] = ['clockPaused', 'clockResumed', 'urged', 'copied', 'copyRead'];

/** Null when the next has begun. */
export function unwind(index: ExecutableIndex, state: CaseState, activity: Activity, past: Past): Unwound | null {
  const { before } = past;
  const [first = [], ...later] = past.turns;
  if (first.some((event) => OUT.includes(event.type))) return null;
  const after = evolveAll(before, first);
  const followed = followedFrom(first, after);
  const restored = changedIn(before, after);
  if (restored.some((one) => one.kind === 'case' || one.kind === 'job')) return null;

  const put = Object.values(before.tokens).filter((token) => !after.tokens[token.id]);
  const reached = first.flatMap((event) => (event.type === 'tokensMoved' && event.reached ? [event.reached] : []));
  const touched = new Set([...followed, ...restored.map((one) => one.id)]);
  const cone = { followed, touched, put, reached };
  let then = after;
  for (const turn of later) {
    const grown = followed.size;
    for (const event of turn) {
      if (!follow(event, then, cone)) return null;
      then = evolve(then, event);
    }
    if (followed.size > grown && turn.some((event) => OUT.includes(event.type))) return null;
  }
  if (!standsAround(index, before, state, activity, restored)) return null;
  const returnsChanged = before.returns !== after.returns;
  if (returnsChanged && JSON.stringify(state.returns) !== JSON.stringify(after.returns)) return null;
  const spans = standing(past.turns);
  return {
    taken: [...followed].filter((id) => state.tokens[id]),
    put,
    gone: [...followed].filter((id) => {
      const one = state.activities[id];
      return one !== undefined && isLive(one);
    }),
    restored: restored.map((one) => stoodFor(one, spans)),
    returns: returnsChanged ? before.returns : null,
    reached: reached.length > 0 ? without(state.reached, reached) : null,
    repaired: first.some((event) => event.type === 'incidentRaised'),
  };
}

/** Ids of tokens and activities that the completing command made. */
function followedFrom(turn: readonly CaseEvent[], after: CaseState): Set<string> {
  const ids = new Set<string>();
  for (const event of turn) {
    if (event.type === 'tokensMoved') for (const token of event.put) ids.add(token.id);
    if (event.type === 'activityStarted') ids.add(event.id);
    if (event.type === 'opinionKept') ids.add(`${after.caseId}.${event.seq}`);
  }
  return ids;
}

/** Those that were live before and are not the same after it, as they were. */
function changedIn(before: CaseState, after: CaseState): Activity[] {
  return Object.values(before.activities).filter((one) => isLive(one) && after.activities[one.id] !== one);
}

interface Cone {
  readonly followed: Set<string>;
  readonly touched: Set<string>;
  readonly put: Token[];
  readonly reached: EndResult[];
}

/** Takes in what follows by itself from what followed; false when somebody acted on it. */
function follow(event: CaseEvent, then: CaseState, { followed, touched, put, reached }: Cone): boolean {
  const add = (id: string): void => {
    followed.add(id);
    touched.add(id);
  };
  switch (event.type) {
    case 'caseEnded':
      return false;
    case 'tokensMoved':
      if (!event.taken.some((id) => followed.has(id))) return true;
      for (const id of event.taken) {
        const token = then.tokens[id];
        if (token && !followed.has(id)) put.push(token);
      }
      for (const token of event.put) add(token.id);
      if (event.reached) reached.push(event.reached);
      return true;
    case 'activityStarted':
      if (event.token && followed.has(event.token.id)) add(event.id);
      if (event.parent !== null && followed.has(event.parent)) add(event.id);
      return true;
    default:
      return HARMLESS.includes(event.type) || !mentions(event, touched);
  }
}

/** Names any of these ids anywhere; a timer's id begins with its activity's. */
function mentions(value: unknown, ids: ReadonlySet<string>): boolean {
  if (typeof value === 'string') return ids.has(value) || ids.has(value.split(':')[0] ?? '');
  return typeof value === 'object' && value !== null && Object.values(value).some((part) => mentions(part, ids));
}

/** The scopes and the list of people that it stood in are still there, or come back with it. */
function standsAround(
  index: ExecutableIndex,
  before: CaseState,
  state: CaseState,
  activity: Activity,
  restored: readonly Activity[],
): boolean {
  const was = before.activities[activity.id] ?? activity;
  const lineage = lineageOf(before, was);
  const around = Object.values(before.activities).filter(
    (one) => one.id === was.parent || (isHolder(one) && isLive(one) && isWithin(insideOf(index, one), lineage)),
  );
  return around.every(({ id }) => {
    const now = state.activities[id];
    return restored.some((one) => one.id === id) || (now !== undefined && isLive(now));
  });
}

type Span = { readonly from: number; readonly to: number | null; readonly reason: string };

/** When the whole case stood meanwhile. */
function standing(turns: readonly (readonly CaseEvent[])[]): Span[] {
  const spans: Span[] = [];
  for (const event of turns.flat()) {
    if (event.type === 'caseSuspended') spans.push({ from: event.at, to: null, reason: 'suspended' });
    const open = spans.at(-1);
    if (event.type === 'caseResumed' && open) spans[spans.length - 1] = { ...open, to: event.at };
  }
  return spans;
}

function stoodFor(activity: Activity, spans: readonly Span[]): Activity {
  if (spans.length === 0) return activity;
  const { clock, stood = [] } = activity;
  return clock
    ? { ...activity, clock: { ...clock, suspensions: [...clock.suspensions, ...spans] } }
    : { ...activity, stood: [...stood, ...spans] };
}

/** The list without one of each, the last of its kind. */
function without(reached: readonly EndResult[], gone: readonly EndResult[]): EndResult[] {
  const left = [...reached];
  for (const result of gone) left.splice(left.lastIndexOf(result), 1);
  return left;
}
