/** Starting, finishing and cancelling activities; everything that happens to clocks and corrections with it. */
import { isPaused } from '../calendar/clock.ts';
import { consultOf } from './consults.ts';
import { versionsRead } from './data.ts';
import { isWork, outcomeOf, workOf, type WorkPrim } from './index-of.ts';
import { armedTimers } from './holders.ts';
import { goOnWith } from './listening.ts';
import { elementsOf, enterMany } from './many.ts';
import { isLive, isWithin } from './scope.ts';
import { passTurn } from './signers.ts';
import type { Activity, CaseState, EventBody, Rejection, Token } from './types.ts';
import type { Turn } from './turn.ts';

export interface Office {
  readonly department: string | null;
  readonly departmentName: string | null;
}

/** Department behind a lane or element; the applicant's lane needs no binding. Null: nobody, or the applicant. */
export function officeOf(turn: Turn, binding: string, lane: string | null): Office {
  const bound = turn.state.bindings[binding];
  if (bound) return { department: bound.department, departmentName: bound.name };
  const party = lane === null ? undefined : turn.index.lanes.get(lane)?.party;
  if (party?.kind !== 'applicant') return { department: null, departmentName: null };
  const { department, departmentName } = turn.state.applicant;
  return { department, departmentName };
}

/** A token enters work. A rejection only when a ticked dispatch has nothing ticked. */
export function enter(turn: Turn, prim: WorkPrim, token: Token): Rejection | null {
  if (prim.type === 'many') return enterMany(turn, prim, token);
  const { work } = prim;
  const { department, departmentName } = work.lane === null ? NOBODY : officeOf(turn, work.lane, work.lane);
  startActivity(turn, prim, token, { department, departmentName, post: work.post, kind: 'work' });
  return null;
}

export const NOBODY: Office = { department: null, departmentName: null };

export function startActivity(
  turn: Turn,
  prim: WorkPrim,
  token: Token,
  office: Office & {
    readonly post: string | null;
    readonly kind: 'work' | 'many';
    readonly planned?: readonly string[];
  },
): string {
  const id = turn.nextId();
  const { work } = prim;
  turn.emit({
    type: 'activityStarted',
    id,
    node: prim.id,
    element: null,
    parent: null,
    kind: office.kind,
    name: work.name,
    department: office.department,
    departmentName: office.departmentName,
    post: office.post,
    token,
    budget: office.kind === 'work' ? work.deadline : null,
    round: roundOf(turn.state, prim.id),
    timers: armedTimers(id, turn.index.net.structure.boundaries(prim.id), work.deadline),
    ...(office.planned ? { planned: office.planned } : {}),
  });
  return id;
}

/** 1 for the first time that a node is worked at. */
export function roundOf(state: CaseState, node: string): number {
  let round = 1;
  for (const id in state.activities) {
    const activity = state.activities[id];
    if (activity && activity.node === node && activity.parent === null) round++;
  }
  return round;
}

/** Ends an activity with an outcome and sends its token on: along the outcome's edge, or straight back. */
export function finish(
  turn: Turn,
  activity: Activity,
  result: { readonly outcome: string; readonly opinion: string; readonly byDefault?: string },
): Rejection | null {
  const outcome = outcomeOf(workOf(turn.index, activity.node), result.outcome);
  if (!outcome) throw new Error(`Expected outcome "${result.outcome}" at node "${activity.node}"`);
  turn.emit({
    type: 'activityCompleted',
    activity: activity.id,
    outcome: outcome.id,
    outcomeName: outcome.name,
    opinion: result.opinion,
    // A group of signers answers for the element that it stands for.
    read: answers(activity) ? versionsRead(turn.index, turn.state, activity) : {},
    ...(result.byDefault === undefined ? {} : { byDefault: result.byDefault }),
  });
  if (activity.parent !== null) {
    passTurn(turn, activity.id);
    return goOnWith(turn, activity.parent);
  }
  const waiting = waitingFor(turn.state, activity);
  if (waiting?.outcome === outcome.id) return straightBack(turn, activity, waiting);
  if (waiting) dropReturns(turn, waiting.lineage, 'returned');
  turn.move(activity.node, [], [{ edge: outcome.edge, lineage: activity.token?.lineage ?? [] }]);
  return null;
}

const answers = ({ kind, shared, element }: Activity): boolean =>
  kind === 'work' || (shared === true && element !== null);

type Waiting = CaseState['returns'][number];

/** The innermost straight-back return that this activity serves. */
export function waitingFor(state: CaseState, activity: Activity): Waiting | undefined {
  const lineage = activity.token?.lineage ?? [];
  return state.returns.filter((one) => one.to === activity.node && sameLineage(one.lineage, lineage)).at(-1);
}

/** The target came out as before: back to the returner, with the siblings that stood still meanwhile. */
function straightBack(turn: Turn, target: Activity, waiting: Waiting): Rejection | null {
  const returner = turn.state.activities[waiting.from];
  const prim = returner && turn.index.executable.prims[returner.node];
  if (!returner?.token || !isWork(prim)) {
    throw new Error(`Expected the returner "${waiting.from}" to be work with a token`);
  }
  turn.emit({ type: 'straightBackDone', activity: waiting.from, target: target.id });
  for (const id of waiting.activities) resumeIfFree(turn, id);
  return enter(turn, prim, { ...returner.token, id: `t${turn.nextSeq}.0` });
}

function sameLineage(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((entry, i) => entry === b[i]);
}

/** Gives up the ways back within a scope, and what stood still beside them. */
export function dropReturns(turn: Turn, scope: readonly string[], reason: 'returned' | 'interrupted'): void {
  for (const waiting of turn.state.returns.filter((one) => isWithin(scope, one.lineage))) {
    cancel(turn, waiting.activities, reason);
    turn.emit({ type: 'straightBackDropped', activity: waiting.from });
  }
}

/** decided: the completion rule did not need them any more. */
export type CancelReason = Extract<EventBody, { type: 'activityCancelled' }>['reason'];

/** Cancels those that are still live, oldest first; the case clock runs on if a correction was among them. */
export function cancel(turn: Turn, ids: Iterable<string>, reason: CancelReason): void {
  for (const id of ids) {
    const activity = turn.state.activities[id];
    if (activity && isLive(activity)) turn.emit({ type: 'activityCancelled', activity: id, reason });
  }
  if (reason !== 'caseEnded') resumeCase(turn);
}

/** A correction that its step still waits for. */
export function openCorrections(state: CaseState): CaseState['corrections'] {
  return state.corrections.filter((one) => {
    const activity = state.activities[one.activity];
    return one.answeredAt === null && activity !== undefined && isLive(activity);
  });
}

export const CASE_CLOCK = 'case';
/** Reasons on the ledger of a clock. */
export const PAUSED_BY_CORRECTION = 'correction';
export const PAUSED_BY_RETURN = 'returned';
export const PAUSED_BY_WAIT = 'outsideClock';
export const PAUSED_BY_SUSPENSION = 'suspended';

export function pause(turn: Turn, clock: string, reason: string): void {
  if (isRunning(turn.state, clock)) turn.emit({ type: 'clockPaused', clock, reason });
}

/** Has it a ledger that runs now? A step without a deadline has one for its timers. */
function isRunning(state: CaseState, id: string): boolean {
  const consult = id === CASE_CLOCK ? undefined : consultOf(state, id);
  const clock = id === CASE_CLOCK ? state.clock : (consult ?? state.activities[id])?.clock;
  if (clock) return clock.stoppedAt === null && !isPaused(clock);
  const activity = state.activities[id];
  return activity !== undefined && activity.timers.length > 0 && !stands(activity);
}

const stands = ({ clock, stood = [] }: Activity): boolean =>
  clock ? isPaused(clock) : stood.some((span) => span.to === null);

/** Lets a step's clock run again, unless a correction, a return or the suspended case still holds it. */
export function resumeIfFree(turn: Turn, id: string): void {
  const activity = turn.state.activities[id];
  if (!activity || !stands(activity) || activity.status !== 'open' || turn.state.suspension) return;
  if (activity.shared && elementsOf(turn.state, id).some((one) => one.status === 'correcting')) return;
  turn.emit({ type: 'clockResumed', clock: id });
}

/** Lets the case clock run again when no correction is open any more and nobody waits outside of it. */
export function resumeCase(turn: Turn): void {
  const { clock, activities } = turn.state;
  if (!clock || !isPaused(clock) || turn.state.suspension || openCorrections(turn.state).length > 0) return;
  for (const id in activities) {
    const activity = activities[id];
    if (activity?.kind !== 'wait' || !isLive(activity)) continue;
    const prim = turn.index.executable.prims[activity.node];
    if (prim?.type === 'wait' && prim.outsideClock) return;
  }
  turn.emit({ type: 'clockResumed', clock: CASE_CLOCK });
}
