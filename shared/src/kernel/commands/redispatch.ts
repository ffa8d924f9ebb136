/**
 * A dispatch's set changes while it runs: bodies are added or taken out, by id; what others have answered stands. Never
 * to nothing, nor below what the join needs; never a body that has answered.
 */
import { isPerson, whoIs, type Who } from '../authorise.ts';
import { cancel } from '../activities.ts';
import type { ExecutableIndex } from '../index-of.ts';
import { elementsOf, goOn, startElement } from '../many.ts';
import { descendantsOf, isLive } from '../scope.ts';
import { manyAt } from '../signers.ts';
import type { Activity, CaseState, PrimOf, Rejection } from '../types.ts';
import type { Turn } from '../turn.ts';
import { checkEnough } from './add-signer.ts';
import { isBlank, reject, type Handler } from './command.ts';

export const redispatch: Handler<'redispatch'> = (turn, { activity: id, add, remove, reason }) => {
  const { index, state, facts } = turn;
  if (!isPerson(facts.actor)) return reject('notAllowed');
  const dispatch = state.activities[id];
  if (!dispatch) return reject('notFound');
  const refused = mayRedispatch(index, state, dispatch, whoIs(facts.actor));
  if (refused) return refused;
  const prim = manyAt(index, dispatch);
  if (!prim) return reject('notAllowed');
  if (isBlank(reason)) return reject('reasonRequired');
  const change = changeOf(turn, prim, dispatch, { add, remove });
  if (!change.ok) return change.rejection;
  const { added, removed, gone, planned } = change;
  turn.emit({
    type: 'redispatched',
    activity: id,
    added: added.map((one) => one.id),
    removed,
    ...(planned ? { planned } : {}),
    reason: reason.trim(),
  });
  cancel(turn, gone, 'removed');
  if (!planned) for (const element of added) startElement(turn, prim, element, id);
  noteTicks(turn, prim, id);
  return goOn(turn, id);
};

/** The lead office, an administrator, and the office whose ticks the dispatch follows. */
export function mayRedispatch(
  index: ExecutableIndex,
  state: CaseState,
  dispatch: Activity,
  who: Who,
): Rejection | null {
  const prim = manyAt(index, dispatch);
  if (prim?.role !== 'dispatch') return { code: 'notAllowed' };
  const { lead } = index.executable;
  const leads = lead !== null && who.department !== null && state.bindings[lead]?.department === who.department;
  const ticked = prim.choice.mode === 'ticked' ? (index.writers.get(prim.choice.field) ?? []) : [];
  const ticks = Object.values(state.activities).some(
    (one) => ticked.includes(one.node) && one.department !== null && one.department === who.department,
  );
  if (!who.admin && !leads && !ticks) return { code: 'notYours' };
  if (state.status === 'ended') return { code: 'caseEnded' };
  if (state.suspension) return { code: 'caseSuspended' };
  return isLive(dispatch) && dispatch.status !== 'suspended' ? null : { code: 'gone' };
}

type Element = PrimOf<'many'>['elements'][number];
type Change =
  | { readonly ok: false; readonly rejection: Rejection }
  | {
      readonly ok: true;
      readonly added: readonly Element[];
      readonly removed: readonly string[];
      /** Activities to cancel. */
      readonly gone: readonly string[];
      readonly planned: readonly string[] | null;
    };

function changeOf(
  turn: Turn,
  prim: PrimOf<'many'>,
  dispatch: Activity,
  { add, remove }: { readonly add: readonly string[]; readonly remove: readonly string[] },
): Change {
  const no = (rejection: Rejection): Change => ({ ok: false, rejection });
  const inIt = elementsOf(turn.state, dispatch.id);
  const waiting = (dispatch.planned ?? []).filter((id) => inIt.every((one) => one.element !== id));
  const removed = [...new Set(remove)];
  const gone: string[] = [];
  for (const element of removed) {
    const activity = inIt.find((one) => one.element === element);
    if (!activity && !waiting.includes(element)) return no(reject('notFound'));
    if (activity && !isLive(activity)) return no(reject('alreadySigned', { name: activity.name }));
    if (activity) gone.push(activity.id, ...descendantsOf(turn.state, activity.id).map((one) => one.id));
  }
  const added: Element[] = [];
  for (const id of new Set(add)) {
    const element = prim.elements.find((one) => one.id === id);
    if (!element) return no(reject('notFound'));
    const already = waiting.includes(id) || inIt.some((one) => one.element === id);
    if (!already && !removed.includes(id)) added.push(element);
  }
  if (added.length === 0 && removed.length === 0) return no(reject('nothingTicked', { node: prim.work.name }));
  const later = waiting.filter((id) => removed.includes(id)).length;
  const refused = checkEnough(turn, dispatch, gone, added.length - later);
  if (refused) return no(refused);
  const planned = dispatch.planned
    ? [...dispatch.planned.filter((id) => !removed.includes(id)), ...added.map((one) => one.id)]
    : null;
  return { ok: true, added, removed, gone, planned };
}

/** A ticked set is what its field says, so that the next round asks the same bodies. */
function noteTicks(turn: Turn, { choice, elements, id: node }: PrimOf<'many'>, dispatch: string): void {
  if (choice.mode !== 'ticked') return;
  const { actor, now } = turn.facts;
  const inIt = elementsOf(turn.state, dispatch).map((one) => one.element);
  const planned = turn.state.activities[dispatch]?.planned ?? [];
  const value = elements.flatMap(({ id }) => (inIt.includes(id) || planned.includes(id) ? [id] : []));
  const version = (turn.state.data[choice.field]?.version ?? 0) + 1;
  const by = isPerson(actor) ? actor.person : 'system';
  const written = { value, origin: { type: 'manual' as const }, at: now, by, version };
  turn.emit({ type: 'valuesWritten', node, values: { [choice.field]: written } });
}
