/**
 * Automatic routing: tokens run over gateways and into work until nothing moves by itself. What can fire is net.ts's
 * matter; here it is given identities, lineage and conditions. Bounded: a loop of gateways is an incident, no hang.
 */
import { cancel, enter } from './activities.ts';
import { holds, readerOf } from './conditions.ts';
import { isEnabled, type Transition } from './net.ts';
import { branchEntry, isLive, joinedLineage } from './scope.ts';
import {
  STEP_BOUND,
  type Activity,
  type CaseState,
  type EndResult,
  type PrimOf,
  type Rejection,
  type Token,
} from './types.ts';
import type { Turn } from './turn.ts';

/** Runs to quiescence, then ends the case if nothing is left. A rejection undoes the whole command. */
export function route(turn: Turn): Rejection | null {
  let steps = 0;
  for (let token = turn.queue.shift(); token; token = turn.queue.shift()) {
    if (!turn.state.tokens[token.id]) continue;
    const node = turn.index.executable.edges[token.edge]?.to;
    if (node === undefined) throw new Error(`Expected edge "${token.edge}" in the executable but it is not there`);
    if (++steps > STEP_BOUND) {
      turn.queue.length = 0;
      turn.emit({ type: 'incidentRaised', code: 'stepBound', node });
      return null;
    }
    const refused = arrive(turn, token, node);
    if (refused) return refused;
  }
  settle(turn);
  return null;
}

function arrive(turn: Turn, token: Token, node: string): Rejection | null {
  const prim = turn.index.executable.prims[node];
  switch (prim?.type) {
    case 'activity':
    case 'many':
      return enter(turn, prim, token);
    case 'choice':
      choose(turn, token, prim);
      return null;
    case 'fork':
      turn.move(
        prim.id,
        [token.id],
        prim.out.map((edge, i) => ({
          edge,
          lineage: [...token.lineage, branchEntry(prim.id, turn.nextSeq, i)],
        })),
      );
      return null;
    case 'join':
      join(turn, prim);
      return null;
    case 'end':
      turn.emit({ type: 'tokensMoved', node: prim.id, taken: [token.id], put: [], reached: prim.result });
      return null;
    default:
      throw new Error(`Expected something to route to at node "${node}" but found ${prim?.type ?? 'nothing'}`);
  }
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

/** Ends the case when no token is left; a token that nothing can ever fetch is an incident. */
function settle(turn: Turn): void {
  const { state } = turn;
  if (state.status === 'ended' || state.incident) return;
  const notes: string[] = [];
  for (const id in state.activities) {
    const activity = state.activities[id];
    if (!activity || !isLive(activity)) continue;
    if (!isNote(state, activity)) return;
    notes.push(id);
  }
  if (state.returns.length > 0) return;
  const stuck = Object.values(state.tokens)[0];
  if (stuck) {
    turn.emit({ type: 'incidentRaised', code: 'stuck', node: turn.index.executable.edges[stuck.edge]?.to ?? null });
    return;
  }
  cancel(turn, notes, 'caseEnded');
  turn.emit({ type: 'caseEnded', result: resultOf(state.reached), node: null, reason: null });
}

/** An element that may still be done after its rule has decided: nothing waits for it. */
function isNote(state: CaseState, activity: Activity): boolean {
  const parent = activity.parent === null ? undefined : state.activities[activity.parent];
  return parent !== undefined && !isLive(parent);
}

/** One refusal refuses the case; else one approval approves it. */
function resultOf(reached: readonly EndResult[]): EndResult {
  if (reached.includes('refused')) return 'refused';
  return reached.includes('approved') ? 'approved' : 'finished';
}

/** Ends the case now, whatever is open. */
export function endCase(
  turn: Turn,
  end: { result: 'rejected' | 'terminated'; node: string | null; reason: string },
): void {
  cancel(turn, Object.keys(turn.state.activities), 'caseEnded');
  turn.emit({ type: 'caseEnded', ...end });
}
