/**
 * What a person may do with a task as things stand: the one answer that decide acts on and view shows, so that what
 * the desk offers is exactly what is accepted. Whether the rest of a command is right (its reason, its addressee, its
 * form) is the command's own matter.
 */
import type { Calendar } from '../calendar/types.ts';
import { dueOf } from '../calendar/working-time.ts';
import { POWER_DEFAULTS, USUAL_PERIODS, type PowerId } from '../definition/index.ts';
import {
  checkClaim,
  checkOffice,
  checkOpen,
  checkSigner,
  isApplicant,
  isPerson,
  whoIs,
  type Who,
} from './authorise.ts';
import { awaitedConsults, recipientName } from './consults.ts';
import { workOf, type ExecutableIndex } from './index-of.ts';
import { isBeyondCure } from './materials.ts';
import { returnTargetsOf } from './return-target.ts';
import { isLive, isNote, isWithin, lineageOf, startSeq } from './scope.ts';
import { awaited, checkRemoval } from './signers.ts';
import type { Turn } from './turn.ts';
import type { Activity, Actor, CaseState, CommandType, Rejection } from './types.ts';

/** Commands of those who have a task before them, in the order in which a desk shows them. */
export const DESK_COMMANDS = [
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
  'addSigner',
  'consult',
  'copyTo',
  'suspend',
  'resume',
] as const satisfies readonly CommandType[];
/** With those of others. */
export type TaskCommand = (typeof DESK_COMMANDS)[number] | 'verifyMaterial' | 'removeSigner' | 'urge' | 'takeBack';

export interface Asking {
  readonly index: ExecutableIndex;
  readonly state: CaseState;
  readonly who: Who;
  readonly now: number;
  readonly calendar: Calendar;
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
const there: Rule = ({ state, who }, activity) => checkOffice(state, activity, who) ?? checkOpen(state, activity);
const running: Rule = ({ state }) => (state.suspension ? { code: 'caseSuspended' } : null);
const open = inTurn(there, running);

const notDelegated: Rule = ({ who }, { delegation }) => {
  if (delegation?.to.person === who.authority) return { code: 'ownerDecides', params: { name: delegation.owner.name } };
  if (delegation?.owner.person === who.authority)
    return { code: 'delegatedAway', params: { name: delegation.to.name } };
  return null;
};
const notOthers: Rule = ({ index, state, who }, activity) =>
  checkClaim(activity, who) ?? checkSigner(index, state, activity, who);
/** 前加签, 后加签: those who sign first have signed. */
const itsTurn: Rule = ({ state }, activity) => {
  const [first] = awaited(state, activity);
  return first ? { code: 'awaitsOthers', params: { name: first.assignee?.name ?? first.departmentName ?? '' } } : null;
};
const inHand = inTurn(open, notDelegated, notOthers);
/** Whether the case is suspended or not. */
const mayHalt = inTurn(there, notDelegated, notOthers);

const notCorrecting: Rule = (_, { status }) => (status === 'correcting' ? { code: 'correctionOpen' } : null);

const power =
  (id: PowerId): Rule =>
  ({ index }, activity) =>
    hasPower(index, activity, id) ? null : { code: 'powerMissing', params: { power: id } };

export function hasPower(index: ExecutableIndex, activity: Pick<Activity, 'node'>, id: PowerId): boolean {
  return workOf(index, activity.node).powers[id] ?? POWER_DEFAULTS[id];
}

const suspended: Rule = ({ state }) => (state.suspension ? null : { code: 'notSuspended' });
/** A note that decides nothing needs no signers. */
const counts: Rule = ({ state }, activity) => (isNote(state, activity) ? { code: 'notAllowed' } : null);
/** With the power; after a broken promise that was not made good in time, by whoever has a task in hand. */
const rejecting: Rule = (asking, activity) =>
  isBeyondCure(asking.state)
    ? inTurn(there, notDelegated, notOthers)(asking, activity)
    : inTurn(inHand, power('reject'), itsTurn)(asking, activity);
const held: Rule = (_, { claimedBy, assignee }) => (claimedBy || assignee ? null : { code: 'notYours' });

const consulted: Rule = ({ state }, activity) => {
  const [first] = awaitedConsults(state, activity.id);
  return first ? { code: 'consultOpen', params: { name: recipientName(first.to) } } : null;
};

/** The applicant, the lead office, supervision, and offices that have or had a part in the case. */
const urging: Rule = ({ index, state, who }, activity) => {
  const { lead } = index.executable;
  const leads = lead !== null && who.department !== null && state.bindings[lead]?.department === who.department;
  const others = activity.department !== who.department;
  const party = (): boolean =>
    who.department !== null && Object.values(state.activities).some((one) => one.department === who.department);
  const may = who.admin || who.supervisor || leads || isApplicant(index, state, who) || (others && party());
  return may ? checkOpen(state, activity) : { code: 'notYours' };
};

const notUrgedJustNow: Rule = ({ index, now, calendar }, { urged }) => {
  if (!urged) return null;
  const every = index.executable.policies.urgeEvery ?? USUAL_PERIODS.urgeEvery;
  return now < dueOf(calendar, urged.at, every) ? { code: 'urgedAlready', params: { count: urged.count } } : null;
};

/** Whoever ended it. Whether the next has begun shows here as far as the state tells; the record decides (unwind.ts). */
const takingBack: Rule = ({ state, who }, activity) => {
  const { endedBy, endedFor, endedSeq, status, kind } = activity;
  const mine = endedBy?.person === who.person || endedFor?.person === who.authority;
  if (kind !== 'work' || !mine) return { code: 'notYours' };
  if (state.status === 'ended') return { code: 'caseEnded' };
  if (status !== 'done' || endedSeq === null) return { code: 'gone' };
  const own = lineageOf(state, activity);
  const begun = Object.values(state.activities).some((one) => {
    if (startSeq(one) <= endedSeq || !isLive(one)) return false;
    const other = lineageOf(state, one);
    return one.claimedBy !== null && (isWithin(own, other) || isWithin(other, own));
  });
  return begun ? { code: 'nextBegun' } : null;
};

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
  complete: inTurn(inHand, notCorrecting, itsTurn, consulted),
  saveDraft: drafting,
  askCorrection: inTurn(inHand, power('correct'), notCorrecting, itsTurn),
  return: inTurn(inHand, power('return'), notCorrecting, itsTurn, ({ index, state }, activity) =>
    returnTargetsOf({ index, state }, activity).length > 0 ? null : { code: 'returnNotAllowed' },
  ),
  reject: rejecting,
  verifyMaterial: inHand,
  handOver,
  delegate: inTurn(inHand, power('delegate')),
  handBack: inTurn(open, partyOfDelegation),
  addSigner: inTurn(inHand, power('addSigner'), notCorrecting, counts),
  removeSigner: ({ state, who }, activity) => checkRemoval(state, activity, who),
  consult: inTurn(inHand, power('consult')),
  copyTo: inTurn(inHand, power('copyTo')),
  urge: inTurn(urging, running, power('urge'), notCorrecting, notUrgedJustNow),
  takeBack: inTurn(takingBack, running),
  suspend: inTurn(mayHalt, power('suspend'), running),
  resume: inTurn(mayHalt, power('suspend'), suspended),
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
  const asking = askingOf(turn, actor);
  const refused = refusalOf(asking, command, activity);
  return refused ? { ok: false, rejection: refused } : { ok: true, activity, actor, who: asking.who };
}

export function askingOf({ index, state, facts }: Turn, actor: Actor): Asking {
  return { index, state, who: whoIs(actor), now: facts.now, calendar: facts.calendar };
}
