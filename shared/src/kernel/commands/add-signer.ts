/**
 * 加签 and 减签. Before or after a task others sign for it, and it is done when all of them have signed. Beside a task of
 * a joint signature (会签) one more signer joins it, with a vote of their own; beside any other task they sign with it.
 * An added signer of a single task decides and gives an opinion, and fills in nothing.
 */
import { isPerson } from '../authorise.ts';
import { cancel, resumeIfFree } from '../activities.ts';
import { completionInput, elementsOf } from '../many.ts';
import { mayDo } from '../powers.ts';
import { descendantsOf } from '../scope.ts';
import { goOnAfterRemoval, jointSignature, manyAt, passTurn } from '../signers.ts';
import type { Activity, Addressee, CaseState, Rejection } from '../types.ts';
import type { Turn } from '../turn.ts';
import { recipientOf } from './consult.ts';
import { isBlank, reject, type CommandOf, type Handler } from './command.ts';

export const addSigner: Handler<'addSigner'> = (turn, command) => {
  const may = mayDo(turn, 'addSigner', command.activity);
  if (!may.ok) return may.rejection;
  const { activity } = may;
  if (isBlank(command.reason)) return reject('reasonRequired');
  const joint = command.where === 'beside' ? jointSignature(turn.index, turn.state, activity) : null;
  const refused = checkWeight(turn, joint, command.weight) ?? checkMember(turn.state, joint, activity, command.to);
  if (refused) return refused;
  if (joint) joinSignature(turn, joint, activity, command);
  else joinGroup(turn, activity, command);
  return null;
};

/** Votes are weighed only where the step counts them so. */
function checkWeight(turn: Turn, joint: Activity | null, weight: number | null): Rejection | null {
  if (weight === null) return null;
  const counted = joint && manyAt(turn.index, joint)?.completion === 'vote@1';
  return counted && Number.isFinite(weight) && weight > 0 ? null : reject('notAllowed');
}

/** Nobody is asked for who signs already. */
function checkMember(
  state: CaseState,
  joint: Activity | null,
  activity: Activity,
  { person }: Addressee,
): Rejection | null {
  if (!person) return null;
  const parent = joint?.id ?? activity.parent;
  const members = [activity, ...(parent === null ? [] : elementsOf(state, parent))];
  const same = members.find((one) =>
    [one.endedBy, one.endedFor, one.claimedBy, one.assignee].some((held) => held?.person === person.person),
  );
  return same ? reject('sameSigner', { element: same.name }) : null;
}

type Adding = CommandOf<'addSigner'>;

function joinSignature(turn: Turn, joint: Activity, activity: Activity, { to, reason, weight }: Adding): void {
  const id = turn.nextId();
  turn.emit({
    type: 'signerAdded',
    id,
    parent: joint.id,
    activity: activity.id,
    where: 'beside',
    element: `+${turn.nextSeq}`,
    name: to.person?.name ?? to.departmentName,
    to: recipientOf(to),
    reason: reason.trim(),
    weight: weight ?? 1,
    holds: [],
    awaits: [],
  });
}

function joinGroup(turn: Turn, activity: Activity, { where, to, reason }: Adding): void {
  const parent = groupOf(turn, activity);
  // What waits for the task waits for whoever signs with it or after it.
  const waiting = elementsOf(turn.state, parent).filter((one) => one.awaits?.includes(activity.id));
  turn.emit({
    type: 'signerAdded',
    id: turn.nextId(),
    parent,
    activity: activity.id,
    where,
    element: activity.element,
    name: activity.name,
    to: recipientOf(to),
    reason: reason.trim(),
    weight: 1,
    holds: where === 'before' ? [activity.id] : waiting.map((one) => one.id),
    awaits: where === 'after' ? [activity.id] : [],
  });
}

/** The group that the task is in; it is made when the first signer comes. */
function groupOf(turn: Turn, activity: Activity): string {
  const { parent } = activity;
  if (parent !== null && turn.state.activities[parent]?.shared) return parent;
  const id = turn.nextId();
  turn.emit({ type: 'taskShared', id, activity: activity.id });
  return id;
}

export const removeSigner: Handler<'removeSigner'> = (turn, { activity: id, reason }) => {
  const { state, facts } = turn;
  if (!isPerson(facts.actor)) return reject('notAllowed');
  const may = mayDo(turn, 'removeSigner', id);
  if (!may.ok) return may.rejection;
  const { activity } = may;
  if (isBlank(reason)) return reject('reasonRequired');
  const parent = activity.parent === null ? undefined : state.activities[activity.parent];
  if (!parent) return reject('notAllowed');
  const refused = checkEnough(turn, parent, [id]);
  if (refused) return refused;
  turn.emit({ type: 'signerRemoved', activity: id, reason: reason.trim() });
  cancel(turn, [id, ...descendantsOf(state, id).map((one) => one.id)], 'removed');
  passTurn(turn, id);
  resumeIfFree(turn, parent.id);
  return goOnAfterRemoval(turn, parent);
};

/** May these be taken out and the rest still decide? One at least, and as many as the rule counts. */
export function checkEnough(
  { index, state }: Pick<Turn, 'index' | 'state'>,
  parent: Activity,
  gone: readonly string[],
  more = 0,
): Rejection | null {
  const members = elementsOf(state, parent.id);
  const left = members.filter((one) => !gone.includes(one.id));
  const out = members.filter((one) => gone.includes(one.id)).map((one) => one.element);
  const planned = parent.planned?.filter((id) => !out.includes(id));
  const prim = manyAt(index, parent);
  const { weights, params } = prim
    ? completionInput(prim, planned ? { planned } : {}, left)
    : { weights: left.map(() => 1), params: { n: undefined } };
  const count = weights.length + more;
  if (count === 0) return reject('nothingTicked', { node: parent.name });
  const needed = prim?.completion === 'atLeast@1' ? (params.n ?? 1) : 1;
  return count < needed ? reject('tooFewSigners', { needed, left: count }) : null;
}
