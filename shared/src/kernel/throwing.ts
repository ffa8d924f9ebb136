/** Throwing events: what a token does that leaves its way: errors, escalations, signals, messages, termination. */
import type { Mapping, Throw } from '../definition/types.ts';
import { officeOf } from './activities.ts';
import { activityOf, clear, insideOf, instanceAround } from './holders.ts';
import type { ExecutableIndex } from './index-of.ts';
import { hear, listeners, type Heard } from './listening.ts';
import { endCase } from './ending.ts';
import { isLive, isWithin, lineageOf, type Lineage } from './scope.ts';
import { CASE_SCOPE, type Catcher } from './structure.ts';
import type { Activity, CaseState, PrimOf, Rejection, Token, Value } from './types.ts';
import type { Turn } from './turn.ts';
import { beginUndo } from './undo.ts';

/** A token comes to a throwing event. */
export function throwAt(turn: Turn, prim: PrimOf<'throw'>, token: Token): Rejection | null {
  const { what } = prim;
  const { lineage } = token;
  const goOn = (): void => {
    const put = prim.out === null ? [] : [{ edge: prim.out, lineage }];
    turn.move(prim.id, [token.id], put);
  };
  switch (what.type) {
    case 'error':
      turn.move(prim.id, [token.id], []);
      return throwError(turn, { node: prim.id, lineage, code: what.code });
    case 'escalation':
      return escalate(turn, prim, what.code, token, goOn);
    case 'signal':
      turn.emit({ type: 'signalThrown', node: prim.id, name: what.name });
      return heardFirst(turn, token, hearSignal(turn, what.name), goOn);
    case 'message':
      turn.emit({ type: 'messageSent', node: prim.id, name: what.name, values: valuesOf(turn.state, what.values) });
      goOn();
      return null;
    case 'notify':
      turn.emit({
        type: 'notified',
        node: prim.id,
        ...recipientOf(turn, what),
        channels: what.channels,
        text: what.text,
      });
      goOn();
      return null;
    case 'terminate':
      return terminateAt(turn, prim, what, token);
    case 'compensate':
      beginUndo(turn, prim, token);
      return null;
  }
}

/** Values of fields by the names that the other side knows; what was never filled is null. */
export function valuesOf(state: Pick<CaseState, 'data'>, mappings: readonly Mapping[]): Record<string, Value> {
  return Object.fromEntries(mappings.map(({ field, name }) => [name, state.data[field]?.value ?? null]));
}

function recipientOf(turn: Turn, { to }: Extract<Throw, { type: 'notify' }>) {
  if (to.type === 'lane') return { department: officeOf(turn, to.lane, to.lane).department, person: null };
  const { department, person } = turn.state.applicant;
  return { department, person };
}

interface Thrown {
  readonly node: string;
  readonly lineage: Lineage;
  readonly code: string;
  /** The activity that failed, when it is one. */
  readonly activity?: Activity;
}

/** To the nearest catcher outwards; nobody: the case has failed. */
export function throwError(turn: Turn, thrown: Thrown): Rejection | null {
  const caught = catcher(turn, 'error', thrown);
  const { node, code } = thrown;
  turn.emit({
    type: 'errorThrown',
    node,
    code,
    caughtBy: caught && { id: idOf(caught.heard), activity: caught.activity },
  });
  if (caught) return hear(turn, caught, code);
  endCase(turn, { result: 'failed', node, reason: code });
  return null;
}

const idOf = (heard: Heard): string =>
  heard.type === 'handler' ? heard.handler.id : heard.type === 'boundary' ? heard.boundary.id : heard.arm.id;

export function isCaught({ index }: { readonly index: ExecutableIndex }, node: string, code: string): boolean {
  return index.net.structure.catcherOf(node, 'error', code) !== null;
}

function escalate(turn: Turn, prim: PrimOf<'throw'>, code: string, token: Token, goOn: () => void): Rejection | null {
  const caught = catcher(turn, 'escalation', { node: prim.id, lineage: token.lineage, code });
  const caughtBy = caught && { id: idOf(caught.heard), activity: caught.activity };
  turn.emit({ type: 'escalated', node: prim.id, code, caughtBy });
  if (!caught) {
    goOn();
    return null;
  }
  return heardFirst(turn, token, hear(turn, caught, code), goOn);
}

/** Interrupted with the rest by those who heard it, the thrower does not go on. */
function heardFirst(turn: Turn, token: Token, refused: Rejection | null, goOn: () => void): Rejection | null {
  if (turn.state.tokens[token.id]) goOn();
  return refused;
}

/** The open activity that catches, by the executable's structure and the thrower's lineage. */
function catcher(
  turn: Turn,
  type: 'error' | 'escalation',
  { node, lineage, code, activity }: Thrown,
): { readonly activity: string; readonly heard: Heard } | null {
  const found: Catcher | null = turn.index.net.structure.catcherOf(node, type, code);
  if (!found) return null;
  if (found.by.type === 'boundary' && found.by.node === node && activity) {
    return { activity: activity.id, heard: { type: 'boundary', boundary: found.by.boundary } };
  }
  const holder = found.by.type === 'boundary' ? found.by.node : found.scope;
  const instance = instanceAround(turn, holder, lineage);
  if (!instance) return null;
  const heard: Heard =
    found.by.type === 'boundary'
      ? { type: 'boundary', boundary: found.by.boundary }
      : { type: 'handler', handler: found.by.handler };
  return { activity: instance.id, heard };
}

/**
 * Every activity that listens for the signal now hears it. Event sub-processes come first, those that interrupt before
 * the others: what has been interrupted from inside, or ended by another's hearing, does not hear it any more.
 */
export function hearSignal(turn: Turn, name: string): Rejection | null {
  const listening = listeners(turn, (on) => on.type === 'signal' && on.name === name);
  const interrupted = new Set<string>();
  for (const one of [...listening].sort((a, b) => rank(a.heard) - rank(b.heard))) {
    const activity = activityOf(turn, one.activity);
    if (!isLive(activity) || interrupted.has(activity.id)) continue;
    if (one.heard.type === 'handler' && one.heard.handler.interrupting) interrupted.add(activity.id);
    const refused = hear(turn, one, name);
    if (refused) return refused;
  }
  return null;
}

function rank(heard: Heard): number {
  if (heard.type === 'handler') return heard.handler.interrupting ? 0 : 1;
  return heard.type === 'arm' ? 2 : 3;
}

function terminateAt(
  turn: Turn,
  prim: PrimOf<'throw'>,
  what: Extract<Throw, { type: 'terminate' }>,
  token: Token,
): Rejection | null {
  const scope = turn.index.net.structure.scopeOf(prim.id);
  turn.emit({ type: 'tokensMoved', node: prim.id, taken: [token.id], put: [], reached: what.result });
  if (what.of === 'case' || scope === CASE_SCOPE) {
    endCase(turn, { result: what.result, node: prim.id, reason: null });
    return null;
  }
  const instance = instanceAround(turn, scope, token.lineage);
  if (instance) clear(turn, prim.id, insideOf(turn.index, instance), instance.id);
  return null;
}

/** Does this activity stand within a lineage? */
export const standsWithin = (state: CaseState, scope: Lineage, activity: Activity): boolean =>
  isWithin(scope, lineageOf(state, activity));
