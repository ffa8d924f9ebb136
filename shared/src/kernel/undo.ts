/**
 * Compensation: finished steps that have a reverse step are undone, last first, one after the other; then the token
 * goes on. A scope that has a reverse step, or an event sub-process for it, is undone as a whole by that; otherwise
 * its finished steps are undone one by one.
 */
import { finishHeld, insideOf, instanceAround, startHeld } from './holders.ts';
import { branchEntry, isLive, isWithin, lineageOf, startSeq, type Lineage } from './scope.ts';
import { CASE_SCOPE } from './structure.ts';
import type { Activity, PrimOf, Token } from './types.ts';
import type { Turn } from './turn.ts';

export function beginUndo(turn: Turn, prim: PrimOf<'throw'>, token: Token): void {
  const held = startHeld(turn, { node: prim.id, name: prim.name, kind: 'undo', token, listening: [] });
  undoNext(turn, held);
}

/** The next of the steps to undo, or on when there is none left. */
export function undoNext(turn: Turn, holder: Activity): void {
  const prim = turn.index.executable.prims[holder.node];
  if (prim?.type !== 'throw' || prim.what.type !== 'compensate') {
    throw new Error(`Expected a compensation at "${holder.node}"`);
  }
  const next = finished(turn, holder, prim.what.of)[0];
  if (!next) {
    finishHeld(turn, holder, { outcome: 'done', name: '', edge: prim.out });
    return;
  }
  turn.emit({ type: 'undoBegun', holder: holder.id, activity: next.id });
  const lineage = insideOf(turn.index, holder);
  const handler = handlerFor(turn, next.node);
  if (!handler) {
    const edge = turn.index.executable.undo?.[next.node];
    if (edge !== undefined) turn.move(holder.node, [], [{ edge, lineage }]);
    return;
  }
  const inside = [...lineage, branchEntry(handler.id, turn.nextSeq, 0)];
  const token = { id: `t${turn.nextSeq}.0`, edge: handler.edge, lineage: inside };
  startHeld(turn, { node: handler.id, name: handler.name, kind: 'scope', token, listening: handler.handlers ?? [] });
  turn.move(handler.id, [], [{ edge: handler.edge, lineage: inside }]);
}

const handlerFor = ({ index }: Turn, node: string) =>
  index.net.structure.scopes.get(node)?.handlers.find((one) => one.on.type === 'compensation');

const undoesItself = (turn: Turn, node: string): boolean =>
  turn.index.executable.undo?.[node] !== undefined || handlerFor(turn, node) !== undefined;

/** Finished and not yet undone, the last first: of one node, or of the scope that the compensation stands in. */
function finished(turn: Turn, holder: Activity, of: string | null): Activity[] {
  const { state, index } = turn;
  const base = baseOf(turn, holder);
  const own = startSeq(holder);
  const done = Object.values(state.activities).filter(
    (one) =>
      one.status === 'done' &&
      one.parent === null &&
      one.undone !== true &&
      one.endedSeq !== null &&
      one.endedSeq < own &&
      one.id !== base.itself &&
      isWithin(base.lineage, lineageOf(state, one)),
  );
  const scopes = Object.values(state.activities).filter(({ kind, node }) => kind === 'scope' && node !== CASE_SCOPE);
  const named = (one: Activity): boolean =>
    of === null || one.node === of || scopes.some((scope) => scope.node === of && around(scope, one));
  const around = (scope: Activity, one: Activity): boolean =>
    scope !== one && isWithin(insideOf(index, scope), lineageOf(state, one));
  return done
    .filter((one) => undoesItself(turn, one.node) && named(one))
    .filter((one) =>
      scopes.every((scope) => {
        if (!around(scope, one) || scope.id === base.itself || isWithin(insideOf(index, scope), base.lineage))
          return true;
        // Inside a scope that still runs nothing is finished for those outside; one that undoes itself does it whole.
        return !isLive(scope) && scope.status === 'done' && !undoesItself(turn, scope.node);
      }),
    )
    .sort((a, b) => (b.endedSeq ?? 0) - (a.endedSeq ?? 0));
}

/** The lineage whose finished steps are meant, and the scope activity whose inside it is. */
function baseOf(turn: Turn, holder: Activity): { readonly lineage: Lineage; readonly itself: string | null } {
  const { structure } = turn.index.net;
  const lineage = lineageOf(turn.state, holder);
  const id = structure.scopeOf(holder.node);
  const scope = structure.scopes.get(id);
  if (!scope || id === CASE_SCOPE) return { lineage: [], itself: null };
  if (scope.handler?.on.type === 'compensation') {
    // In the event sub-process of a scope that is being undone: the steps of that scope.
    const undoing = Object.values(turn.state.activities)
      .filter((one) => one.kind === 'undo' && isLive(one) && one !== holder)
      .filter((one) => isWithin(insideOf(turn.index, one), lineage))
      .sort((a, b) => startSeq(b) - startSeq(a))[0];
    const target = turn.state.activities[undoing?.undoing?.at(-1) ?? ''];
    if (target) return { lineage: insideOf(turn.index, target), itself: target.id };
  }
  // Within another event sub-process: the scope that it belongs to.
  const instance = instanceAround(turn, id, lineage);
  if (!instance) return { lineage: [], itself: null };
  const inside = insideOf(turn.index, instance);
  return scope.handler
    ? { lineage: inside.slice(0, -1), itself: instance.id }
    : { lineage: inside, itself: instance.id };
}
