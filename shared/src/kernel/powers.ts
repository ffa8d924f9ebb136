/**
 * What a person may do with a task as things stand: the one answer that decide acts on and view shows, so that what
 * the desk offers is exactly what is accepted. Whether the rest of a command is right (its reason, its addressee, its
 * form) is the command's own matter.
 */
import type { PowerId } from '../definition/types.ts';
import { checkClaim, checkOffice, checkOpen, checkSigner, isPerson, whoIs, type Who } from './authorise.ts';
import { workOf, type ExecutableIndex } from './index-of.ts';
import { returnTargetsOf } from './return-target.ts';
import type { Turn } from './turn.ts';
import type { Activity, Actor, CaseState, CommandType, Rejection } from './types.ts';

/** Commands on one task, in the order in which a desk shows them. */
export const TASK_COMMANDS = [
  'claim',
  'release',
  'complete',
  'saveDraft',
  'askCorrection',
  'return',
  'reject',
  'handOver',
  'delegate',
  'handBack',
] as const satisfies readonly CommandType[];
export type TaskCommand = (typeof TASK_COMMANDS)[number];

export interface Asking {
  readonly index: ExecutableIndex;
  readonly state: CaseState;
  readonly who: Who;
}
type Rule = (asking: Asking, activity: Activity) => Rejection | null;

/** Each question in turn; the first refusal counts. */
const inTurn =
  (...rules: readonly Rule[]): Rule =>
  (asking, activity) => {
    for (const rule of rules) {
      const refused = rule(asking, activity);
      if (refused) return refused;
    }
    return null;
  };

/** The office first: others learn nothing of how the task came out. */
const open: Rule = ({ state, who }, activity) => checkOffice(state, activity, who) ?? checkOpen(state, activity);

const notDelegated: Rule = ({ who }, { delegation }) => {
  if (delegation?.to.person === who.authority) return { code: 'ownerDecides', params: { name: delegation.owner.name } };
  if (delegation?.owner.person === who.authority)
    return { code: 'delegatedAway', params: { name: delegation.to.name } };
  return null;
};
const notOthers: Rule = ({ index, state, who }, activity) =>
  checkClaim(activity, who) ?? checkSigner(index, state, activity, who);
const inHand = inTurn(open, notDelegated, notOthers);

const notCorrecting: Rule = (_, { status }) => (status === 'correcting' ? { code: 'correctionOpen' } : null);

const power =
  (id: PowerId): Rule =>
  ({ index }, activity) =>
    hasPower(index, activity, id) ? null : { code: 'powerMissing', params: { power: id } };

export function hasPower(index: ExecutableIndex, activity: Pick<Activity, 'node'>, id: PowerId): boolean {
  return workOf(index, activity.node).powers[id] ?? POWER_DEFAULTS[id];
}

/** What a step that says nothing about a power has of it. */
export const POWER_DEFAULTS: Readonly<Record<PowerId, boolean>> = {
  correct: false,
  return: false,
  reject: false,
  handOver: true,
  delegate: false,
};

const held: Rule = (_, { claimedBy, assignee }) => (claimedBy || assignee ? null : { code: 'notYours' });

/** The delegate while it is delegated, else whoever holds it. */
const drafting: Rule = (asking, activity) => {
  const delegate = activity.delegation?.to.person === asking.who.authority;
  return open(asking, activity) ?? (delegate ? null : (notDelegated(asking, activity) ?? notOthers(asking, activity)));
};

const partyOfDelegation: Rule = ({ who }, { delegation }) => {
  if (delegation && [delegation.owner.person, delegation.to.person].includes(who.authority)) return null;
  return { code: 'notAllowed' };
};

/** An administrator too, whoever holds it: people leave (离职转办). */
const handOver: Rule = (asking, activity) => {
  if (activity.department === null) return open(asking, activity) ?? { code: 'notAllowed' };
  return asking.who.admin ? checkOpen(asking.state, activity) : inTurn(inHand, power('handOver'))(asking, activity);
};

const RULES: Readonly<Record<TaskCommand, Rule>> = {
  claim: inHand,
  release: inTurn(inHand, held),
  complete: inTurn(inHand, notCorrecting),
  saveDraft: drafting,
  askCorrection: inTurn(inHand, power('correct'), notCorrecting),
  return: inTurn(inHand, power('return'), notCorrecting, ({ index, state }, activity) =>
    returnTargetsOf({ index, state }, activity).length > 0 ? null : { code: 'returnNotAllowed' },
  ),
  reject: inTurn(inHand, power('reject')),
  handOver,
  delegate: inTurn(inHand, power('delegate')),
  handBack: inTurn(open, partyOfDelegation),
};

/** Null when this person may; else why not. */
export function refusalOf(asking: Asking, command: TaskCommand, activity: Activity): Rejection | null {
  return RULES[command](asking, activity);
}

export type MayAct =
  | { readonly ok: true; readonly activity: Activity; readonly actor: Actor; readonly who: Who }
  | { readonly ok: false; readonly rejection: Rejection };

/** The same for a command that is being decided. */
export function mayDo(turn: Turn, command: TaskCommand, id: string): MayAct {
  const { actor } = turn.facts;
  if (!isPerson(actor)) return { ok: false, rejection: { code: 'notAllowed' } };
  const activity = turn.state.activities[id];
  if (!activity) return { ok: false, rejection: { code: 'notFound' } };
  const who = whoIs(actor);
  const refused = refusalOf({ index: turn.index, state: turn.state, who }, command, activity);
  return refused ? { ok: false, rejection: refused } : { ok: true, activity, actor, who };
}
