/**
 * Events that happen to activities: an arm of a wait, what is attached to a step, an event sub-process of a scope.
 * Each happens to one activity; a signal to every one that listens for it. What interrupts happens once.
 */
import type { Arm, Boundary, Handler, Trigger } from '../definition/types.ts';
import { cancel, dropReturns, finish, waitingFor } from './activities.ts';
import { holds, readerOf } from './conditions.ts';
import { activityOf, clear, finishHeld, insideOf, interrupt, startHeld } from './holders.ts';
import { isWork, workOf } from './index-of.ts';
import { goOn } from './many.ts';
import { branchEntry, descendantsOf, isLive } from './scope.ts';
import { goOnGroup } from './signers.ts';
import { CASE_SCOPE } from './structure.ts';
import type { Activity, PrimOf, Rejection } from './types.ts';
import type { Turn } from './turn.ts';

export type Heard =
  | { readonly type: 'arm'; readonly arm: Arm }
  | { readonly type: 'boundary'; readonly boundary: Boundary }
  | { readonly type: 'handler'; readonly handler: Handler };

/** All that an activity listens for now. */
export function heardBy(turn: Pick<Turn, 'index' | 'state'>, activity: Activity): Heard[] {
  const { structure } = turn.index.net;
  const prim = turn.index.executable.prims[activity.node];
  const arms = prim?.type === 'wait' ? prim.arms : [];
  const boundaries = activity.parent === null ? structure.boundaries(activity.node) : [];
  const handlers = activity.kind === 'scope' ? (structure.scopes.get(activity.node)?.handlers ?? []) : [];
  const caught = activity.caught ?? [];
  // Once an event sub-process has interrupted its scope, the scope hears nothing more.
  const deaf = handlers.some((handler) => handler.interrupting && caught.includes(handler.id));
  return [
    ...arms.map((arm): Heard => ({ type: 'arm', arm })),
    ...boundaries.map((boundary): Heard => ({ type: 'boundary', boundary })),
    ...(deaf ? [] : handlers.map((handler): Heard => ({ type: 'handler', handler }))),
  ];
}

export function eventOf(heard: Heard): Arm | Boundary | Handler {
  switch (heard.type) {
    case 'arm':
      return heard.arm;
    case 'boundary':
      return heard.boundary;
    case 'handler':
      return heard.handler;
  }
}

export function find(turn: Pick<Turn, 'index' | 'state'>, activity: Activity, event: string): Heard | undefined {
  return heardBy(turn, activity).find((heard) => eventOf(heard).id === event);
}

type Listener = { readonly activity: string; readonly heard: Heard };
const ORDER = ['arm', 'boundary', 'handler'] as const;

/** Open activities that listen for such a trigger: waits first, then what is attached, then scopes; oldest first. */
export function listeners(turn: Turn, matches: (on: Trigger) => boolean): Listener[] {
  const found: Listener[] = [];
  for (const activity of Object.values(turn.state.activities)) {
    if (activity.status !== 'open' && activity.status !== 'correcting') continue;
    for (const heard of heardBy(turn, activity)) {
      if (matches(eventOf(heard).on)) found.push({ activity: activity.id, heard });
    }
  }
  return ORDER.flatMap((type) => found.filter((one) => one.heard.type === type));
}

/** Tells that it happened, then lets it happen. `name`: of the message or signal, or the code. */
export function hear(turn: Turn, { activity: id, heard }: Listener, name: string): Rejection | null {
  const { on, id: event } = eventOf(heard);
  if (on.type !== 'timer') turn.emit({ type: 'eventCaught', activity: id, event, on: on.type, name });
  return happen(turn, activityOf(turn, id), heard);
}

/** The event happens: the token goes on, the host is interrupted, or one token more appears. */
export function happen(turn: Turn, activity: Activity, heard: Heard): Rejection | null {
  switch (heard.type) {
    case 'arm':
      finishHeld(turn, activity, { outcome: heard.arm.id, name: heard.arm.name, edge: heard.arm.edge });
      return null;
    case 'handler':
      openHandler(turn, activity, heard.handler);
      return null;
    case 'boundary':
      return atBorder(turn, activity, heard.boundary);
  }
}

function atBorder(turn: Turn, activity: Activity, boundary: Boundary): Rejection | null {
  const { effect, edge, interrupting } = boundary;
  const lineage = activity.token?.lineage ?? [];
  if (effect?.type === 'remind') {
    const count = (activity.reminders ?? 0) + 1;
    turn.emit({ type: 'reminded', activity: activity.id, boundary: boundary.id, count });
  }
  if (effect?.type === 'complete') return byDefault(turn, activity, effect);
  if (interrupting) {
    interrupt(turn, activity);
    const waiting = waitingFor(turn.state, activity);
    if (waiting) dropReturns(turn, waiting.lineage, 'interrupted');
    if (edge !== null) turn.move(activity.node, [], [{ edge, lineage }]);
  } else if (edge !== null && turn.index.executable.edges[edge]) {
    turn.move(activity.node, [], [{ edge, lineage: [...lineage, branchEntry(boundary.id, turn.nextSeq, 0)] }]);
  }
  return null;
}

/** 超时默认办结: the step ends with the outcome that stands for silence, on the basis that is told with it. */
function byDefault(
  turn: Turn,
  activity: Activity,
  { outcome, basis }: { readonly outcome: string; readonly basis: string },
): Rejection | null {
  const prim = turn.index.executable.prims[activity.node];
  if (!isWork(prim)) throw new Error(`Expected work at "${activity.node}" that can end by default`);
  const elements = descendantsOf(turn.state, activity.id);
  cancel(
    turn,
    elements.map((one) => one.id),
    'decided',
  );
  return finish(turn, activity, { outcome, opinion: '', byDefault: basis });
}

/** An event sub-process begins beside what runs in its scope, or in its place. */
function openHandler(turn: Turn, scope: Activity, handler: Handler): void {
  const inside = insideOf(turn.index, scope);
  if (handler.interrupting) clear(turn, handler.id, inside, scope.node === CASE_SCOPE ? scope.id : null);
  const lineage = [...inside, branchEntry(handler.id, turn.nextSeq, 0)];
  const token = { id: `t${turn.nextSeq}.0`, edge: handler.edge, lineage };
  startHeld(turn, { node: handler.id, name: handler.name, kind: 'scope', token, listening: handler.handlers ?? [] });
  turn.move(handler.id, [], [{ edge: handler.edge, lineage }]);
}

/** Conditions that have become true; each happens once to an activity. True when one did. */
export function hearConditions(turn: Turn): { readonly heard: boolean; readonly refused: Rejection | null } {
  const reader = readerOf({ index: turn.index, state: turn.state, data: turn.state.data });
  const ready = listeners(turn, (on) => on.type === 'condition' && holds(on.when.source, reader));
  for (const one of ready) {
    const activity = turn.state.activities[one.activity];
    const { id } = eventOf(one.heard);
    if (!activity || !isLive(activity) || activity.caught?.includes(id)) continue;
    return { heard: true, refused: hear(turn, one, eventOf(one.heard).name) };
  }
  return { heard: false, refused: null };
}

/** What a done element belongs to goes on: a list of people, a group of signers, or a job that was done by hand. */
export function goOnWith(turn: Turn, parent: string): Rejection | null {
  const holder = activityOf(turn, parent);
  const prim = turn.index.executable.prims[holder.node];
  if (holder.shared) return goOnGroup(turn, holder);
  if (prim?.type !== 'job') return goOn(turn, parent);
  finishHeld(turn, holder, doneOf(turn, prim));
  return null;
}

const doneOf = (turn: Turn, prim: PrimOf<'job'>): { outcome: string; name: string; edge: string } => ({
  outcome: 'done',
  name: workOf(turn.index, prim.id).outcomes[0]?.name ?? '',
  edge: prim.out,
});
