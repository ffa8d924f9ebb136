/**
 * Automatic routing: tokens run over gateways and into work until nothing moves by itself. What can fire is net.ts's
 * matter; here it is given identities, lineage and conditions. Bounded: a loop of gateways is an incident, no hang.
 * When no token can run any more, what waits for quiet has its turn: inclusive joins, conditions, scopes that are empty.
 */
import { enter } from './activities.ts';
import { computeAt } from './compute.ts';
import { holds, readerOf } from './conditions.ts';
import { settle } from './ending.ts';
import { finishHeld, insideOf, isEmptyInside, isHolder, startHeld } from './holders.ts';
import { hearConditions } from './listening.ts';
import { enterCase, enterJob } from './machines.ts';
import { gathered, held, isEnabled, type Transition } from './net.ts';
import { branchEntry, isLive, isWithin, joinedLineage, type Lineage } from './scope.ts';
import { CASE_SCOPE } from './structure.ts';
import { throwAt } from './throwing.ts';
import { STEP_BOUND, type Activity, type PrimOf, type Rejection, type ScopePrim, type Token } from './types.ts';
import type { Turn } from './turn.ts';
import { undoNext } from './undo.ts';
import { enterWait } from './waiting.ts';

/** Runs to quiescence, then ends the case if nothing is left. A rejection undoes the whole command. */
export function route(turn: Turn): Rejection | null {
  let steps = 0;
  for (;;) {
    for (let token = turn.queue.shift(); token; token = turn.queue.shift()) {
      if (!turn.state.tokens[token.id]) continue;
      const node = turn.index.executable.edges[token.edge]?.to;
      if (node === undefined) throw new Error(`Expected edge "${token.edge}" in the executable but it is not there`);
      if (++steps > STEP_BOUND) return standStill(turn, node);
      const refused = arrive(turn, token, node);
      if (refused) return refused;
    }
    const { moved, refused } = inQuiet(turn);
    if (refused) return refused;
    if (!moved) break;
    if (++steps > STEP_BOUND) return standStill(turn, null);
  }
  settle(turn);
  return null;
}

function standStill(turn: Turn, node: string | null): null {
  turn.queue.length = 0;
  turn.emit({ type: 'incidentRaised', code: 'stepBound', node });
  return null;
}

interface Quiet {
  readonly moved: boolean;
  readonly refused: Rejection | null;
}
const STILL: Quiet = { moved: false, refused: null };
const MOVED: Quiet = { moved: true, refused: null };

/** One thing that had to wait until no token runs. */
function inQuiet(turn: Turn): Quiet {
  const { index, state } = turn;
  if (state.status === 'ended') return STILL;
  for (const prim of index.gathers) if (gather(turn, prim)) return MOVED;
  if (index.hasConditions) {
    const { heard, refused } = hearConditions(turn);
    if (heard) return { moved: true, refused };
  }
  if (!index.hasHolders) return STILL;
  // The innermost was opened last.
  for (const activity of Object.values(state.activities).reverse()) {
    if (!isHolder(activity) || activity.status !== 'open' || activity.node === CASE_SCOPE) continue;
    if (!isEmptyInside(state, activity, insideOf(index, activity))) continue;
    leave(turn, activity);
    return MOVED;
  }
  return STILL;
}

/** A scope in which nothing is left: on from it; a compensation goes on with the next step to undo. */
function leave(turn: Turn, activity: Activity): void {
  if (activity.kind === 'undo') {
    undoNext(turn, activity);
    return;
  }
  const prim = turn.index.executable.prims[activity.node];
  finishHeld(turn, activity, { outcome: 'done', name: '', edge: prim?.type === 'scope' ? prim.out : null });
}

function arrive(turn: Turn, token: Token, node: string): Rejection | null {
  const prim = turn.index.executable.prims[node];
  switch (prim?.type) {
    case 'activity':
    case 'many':
      return enter(turn, prim, token);
    case 'wait':
      return enterWait(turn, prim, token);
    case 'job':
      return enterJob(turn, prim, token);
    case 'case':
      return enterCase(turn, prim, token);
    case 'scope':
      enterScope(turn, prim, token);
      return null;
    case 'choice':
      choose(turn, token, prim);
      return null;
    case 'some':
      chooseSome(turn, token, prim);
      return null;
    case 'fork':
      split(turn, token, prim.id, prim.out);
      return null;
    case 'join':
      join(turn, prim);
      return null;
    case 'gather':
      // It stays on its edge: whether another can still come is known only when no token runs.
      return null;
    case 'compute':
      return computeAt(turn, prim, token);
    case 'throw':
      return throwAt(turn, prim, token);
    case 'end':
      turn.emit({ type: 'tokensMoved', node: prim.id, taken: [token.id], put: [], reached: prim.result });
      return null;
    default:
      throw new Error(`Expected something to route to at node "${node}" but found ${prim?.type ?? 'nothing'}`);
  }
}

function enterScope(turn: Turn, prim: ScopePrim, token: Token): void {
  const listening = [...prim.boundaries, ...prim.handlers];
  const activity = startHeld(turn, { node: prim.id, name: prim.name, kind: 'scope', token, listening });
  const lineage = insideOf(turn.index, activity);
  if (prim.inner.length === 1) turn.move(prim.id, [], [{ edge: prim.inner[0] ?? '', lineage }]);
  else {
    const seq = turn.nextSeq;
    turn.move(
      prim.id,
      [],
      prim.inner.map((edge, i) => ({ edge, lineage: [...lineage, branchEntry(`${prim.id}/in`, seq, i)] })),
    );
  }
}

function split(turn: Turn, token: Token, node: string, out: readonly string[]): void {
  const seq = turn.nextSeq;
  turn.move(
    node,
    [token.id],
    out.map((edge, i) => ({ edge, lineage: [...token.lineage, branchEntry(node, seq, i)] })),
  );
}

function chooseSome(turn: Turn, token: Token, prim: PrimOf<'some'>): void {
  const reader = readerOf({ index: turn.index, state: turn.state, data: turn.state.data });
  const taken = prim.branches.filter(({ when }) => when === null || holds(when.source, reader)).map(({ edge }) => edge);
  if (taken.length === 0 && prim.otherwise !== null) taken.push(prim.otherwise);
  if (taken.length === 0) {
    turn.emit({ type: 'incidentRaised', code: 'noBranch', node: prim.id });
    return;
  }
  split(turn, token, prim.id, taken);
}

function choose(turn: Turn, token: Token, prim: PrimOf<'choice'>): void {
  const reader = readerOf({ index: turn.index, state: turn.state, data: turn.state.data });
  const branch = prim.branches.find((one) => holds(one.when.source, reader));
  const edge = branch?.edge ?? prim.otherwise;
  if (edge === null) {
    turn.emit({ type: 'incidentRaised', code: 'noBranch', node: prim.id });
    return;
  }
  turn.move(prim.id, [token.id], [{ edge, lineage: token.lineage }]);
}

function join(turn: Turn, prim: PrimOf<'join'>): void {
  const waiting = new Map<string, Token>();
  for (const id in turn.state.tokens) {
    const token = turn.state.tokens[id];
    if (token && prim.in.includes(token.edge) && !waiting.has(token.edge)) waiting.set(token.edge, token);
  }
  const gather: Transition | undefined = turn.index.net.from.get(prim.in[0] ?? '')?.[0];
  if (!gather || !isEnabled(gather, (place) => (waiting.has(place) ? 1 : 0))) return;
  const taken = [...waiting.values()];
  turn.move(
    prim.id,
    taken.map((token) => token.id),
    [{ edge: prim.out, lineage: joinedLineage(turn.state, taken) }],
  );
}

/** Fires the inclusive join in one of the scopes where tokens wait at it; true when it did. */
function gather(turn: Turn, prim: PrimOf<'gather'>): boolean {
  const { state, index } = turn;
  const waiting = Object.values(state.tokens).filter((token) => prim.in.includes(token.edge));
  const seen = new Set<string>();
  for (const { lineage } of waiting) {
    const scope = scopeLineage(turn, lineage);
    const key = scope.join(' ');
    if (seen.has(key)) continue;
    seen.add(key);
    const inside = (one: Lineage): boolean => isWithin(scope, one);
    const places = [
      ...Object.values(state.tokens).flatMap((token) => (inside(token.lineage) ? [token.edge] : [])),
      ...Object.values(state.activities).flatMap((one) =>
        one.token && isLive(one) && inside(one.token.lineage) ? [held(one.node)] : [],
      ),
    ];
    const edges = gathered(index.net, prim.id, places);
    if (!edges) continue;
    const taken = edges.flatMap((edge) => {
      const token = waiting.find((one) => one.edge === edge && inside(one.lineage));
      return token ? [token] : [];
    });
    const ids = taken.map((token) => token.id);
    turn.move(prim.id, ids, [{ edge: prim.out, lineage: joinedLineage(state, taken) }]);
    return true;
  }
  return false;
}

/** The part of a lineage that names the innermost scope around a token. */
function scopeLineage({ index }: Turn, lineage: Lineage): Lineage {
  for (let depth = lineage.length; depth > 0; depth--) {
    const entry = lineage[depth - 1] ?? '';
    const node = entry.slice(0, entry.lastIndexOf('#'));
    if (index.net.structure.scopes.has(node) || index.executable.prims[node]?.type === 'throw') {
      return lineage.slice(0, depth);
    }
  }
  return [];
}
