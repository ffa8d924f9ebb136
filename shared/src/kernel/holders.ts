/**
 * Activities that hold a token without people: waits, jobs, nested cases, scopes, compensations. A scope also holds
 * what runs inside it: tokens and activities whose lineage continues its own. The case's own scope has such an
 * activity only where it has event sub-processes; it holds no token.
 */
import type { Arm, Boundary, Handler } from '../definition/types.ts';
import { cancel, dropReturns, resumeCase, roundOf } from './activities.ts';
import type { ExecutableIndex } from './index-of.ts';
import { branchEntry, descendantsOf, isLive, isNote, isWithin, lineageOf, startSeq, type Lineage } from './scope.ts';
import { CASE_SCOPE } from './structure.ts';
import type { Activity, ActivityKind, ArmedTimer, CaseState, Token } from './types.ts';
import type { Turn } from './turn.ts';

/** Anything that an event can happen to: what it waits for and by which id. */
export type Listening = Arm | Boundary | Handler;

/** Timers among what is listened for, as they are armed. `deadline`: the step's own, for those that count back. */
export function armedTimers(
  id: string,
  listening: readonly Listening[],
  deadline: ArmedTimer['budget'] | null,
): ArmedTimer[] {
  return listening.flatMap(({ id: boundary, on }): ArmedTimer[] => {
    if (on.type !== 'timer') return [];
    const base = { id: `${id}:${boundary}`, boundary };
    const { when } = on;
    if (when.from === 'start' && isWorkingTime(when.after)) return [{ ...base, budget: when.after }];
    if (when.from !== 'due') return [{ ...base, when }];
    return deadline ? [{ ...base, when, budget: deadline }] : [];
  });
}

type Budget = NonNullable<ArmedTimer['budget']>;
const isWorkingTime = (after: { readonly unit: string }): after is Budget => after.unit.startsWith('work');

interface HeldStart {
  readonly node: string;
  readonly name: string;
  readonly kind: ActivityKind;
  /** Null: the case's own scope. */
  readonly token: Token | null;
  readonly listening: readonly Listening[];
}

export function startHeld(turn: Turn, { node, name, kind, token, listening }: HeldStart): Activity {
  const id = turn.nextId();
  turn.emit({
    type: 'activityStarted',
    id,
    node,
    element: null,
    parent: null,
    kind,
    name,
    department: null,
    departmentName: null,
    post: null,
    token,
    budget: null,
    round: roundOf(turn.state, node),
    timers: armedTimers(id, listening, null),
  });
  return activityOf(turn, id);
}

export function activityOf({ state }: Turn, id: string): Activity {
  const found = state.activities[id];
  if (!found) throw new Error(`Expected activity "${id}" in the case`);
  return found;
}

/** Ends a held activity and sends its token on; `edge` null: its way ends here. */
export function finishHeld(
  turn: Turn,
  activity: Activity,
  { outcome, name, edge }: { readonly outcome: string; readonly name: string; readonly edge: string | null },
): void {
  const { id } = activity;
  turn.emit({ type: 'activityCompleted', activity: id, outcome, outcomeName: name, opinion: '', read: {} });
  resumeCase(turn);
  if (edge !== null) turn.move(activity.node, [], [{ edge, lineage: activity.token?.lineage ?? [] }]);
}

/** Lineage of what runs inside a scope, an event sub-process or a compensation. */
export function insideOf(index: ExecutableIndex, activity: Activity): Lineage {
  if (activity.node === CASE_SCOPE) return [];
  const own = activity.token?.lineage ?? [];
  const scope = index.net.structure.scopes.get(activity.node);
  // An event sub-process has its entry already: it runs beside the others of its scope.
  return scope?.handler ? own : [...own, branchEntry(activity.node, startSeq(activity), 0)];
}

export const isHolder = ({ kind }: Activity): boolean => kind === 'scope' || kind === 'undo';

/** The innermost open scope activity of a node around what has this lineage. */
export function instanceAround(turn: Turn, node: string, lineage: Lineage): Activity | undefined {
  let found: Activity | undefined;
  let depth = -1;
  for (const activity of Object.values(turn.state.activities)) {
    if (activity.node !== node || !isHolder(activity) || !isLive(activity)) continue;
    const inside = insideOf(turn.index, activity);
    if (isWithin(inside, lineage) && inside.length > depth) {
      found = activity;
      depth = inside.length;
    }
  }
  return found;
}

/** No token and no activity is left inside; notes that decide nothing do not count. */
export function isEmptyInside(state: CaseState, holder: Activity, inside: Lineage): boolean {
  for (const id in state.tokens) {
    const token = state.tokens[id];
    if (token && isWithin(inside, token.lineage)) return false;
  }
  for (const id in state.activities) {
    const activity = state.activities[id];
    if (!activity || activity === holder || !isLive(activity) || isNote(state, activity)) continue;
    if (isWithin(inside, lineageOf(state, activity))) return false;
  }
  return true;
}

/** Takes away everything inside a lineage, `keep` alone stays. */
export function clear(turn: Turn, node: string, inside: Lineage, keep: string | null): void {
  const { state } = turn;
  const taken = Object.values(state.tokens)
    .filter((token) => isWithin(inside, token.lineage))
    .map((token) => token.id);
  const gone = Object.values(state.activities)
    .filter((one) => one.id !== keep && isLive(one) && isWithin(inside, lineageOf(state, one)))
    .map((one) => one.id);
  if (taken.length > 0) turn.emit({ type: 'scopeCleared', node, taken });
  dropReturns(turn, inside, 'interrupted');
  cancel(turn, gone, 'interrupted');
}

/** Interrupts an activity: it, its elements, and all that runs inside it. */
export function interrupt(turn: Turn, activity: Activity): void {
  const elements = descendantsOf(turn.state, activity.id);
  cancel(turn, [activity.id, ...elements.map((one) => one.id)], 'interrupted');
  if (isHolder(activity)) clear(turn, activity.node, insideOf(turn.index, activity), activity.id);
}
