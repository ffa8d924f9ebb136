/** Appliers of the people's events, merged into the one table of appliers.ts; the same rules hold for them. */
import { authorOf, moveTokens, stopped, type Applier } from './applying.ts';
import { consultOf, recipientName } from './consults.ts';
import { instanceOf } from './materials.ts';
import type { Draft } from './draft.ts';
import type { Activity, CaseEvent, Consult, MaterialInstance, PeopleEventBody, PeopleLogType } from './types.ts';

type PeopleEventType = PeopleEventBody['type'];

export const peopleAppliers: { readonly [T in PeopleEventType]: Applier<T> } = {
  taskHandedOver: (draft, event) => {
    const activity = draft.activity(event.activity);
    const { department, departmentName, post, person, reason } = event;
    const { claimedBy, assignee } = activity;
    const had = claimedBy ? { person: claimedBy.person, name: claimedBy.name } : (assignee ?? null);
    const hand = {
      at: event.at,
      byName: event.byName,
      department: activity.department,
      departmentName: activity.departmentName,
      post: activity.post,
      person: had,
      reason,
    };
    // To a colleague by name, what was put by goes along; an office that takes it begins anew.
    const kept = person !== null && department === activity.department && activity.draft;
    draft.patchActivity(activity.id, {
      department,
      departmentName,
      post,
      assignee: person,
      claimedBy: null,
      delegation: null,
      hands: [...(activity.hands ?? []), hand],
      draft: kept ? { ...kept, by: person.person } : null,
    });
    const inside = department === activity.department;
    logged(draft, event, {
      ref: activity.id,
      text: reason,
      to: (inside ? person?.name : departmentName) ?? '',
      inside,
    });
  },

  taskDelegated: (draft, event) => {
    const activity = draft.activity(event.activity);
    const owner = activity.claimedBy;
    if (!owner) throw new Error(`Expected activity "${activity.id}" to be claimed by who delegates it`);
    draft.patchActivity(activity.id, {
      delegation: {
        owner: { person: owner.person, name: owner.name },
        to: event.to,
        note: event.note,
        at: event.at,
      },
      draft: activity.draft ? { ...activity.draft, by: event.to.person } : null,
    });
    logged(draft, event, { ref: activity.id, text: event.note, to: event.to.name, inside: true });
  },

  taskHandedBack: (draft, event) => {
    const activity = draft.activity(event.activity);
    const { delegation } = activity;
    if (!delegation) throw new Error(`Expected activity "${activity.id}" to be delegated`);
    const own = activity.draft ? { ...activity.draft, by: delegation.owner.person } : null;
    draft.patchActivity(activity.id, {
      delegation: null,
      draft: event.draft ?? own,
      ...(event.recalled ? {} : { prepared: { by: delegation.to, at: event.at, opinion: event.opinion } }),
    });
    logged(draft, event, { ref: activity.id, text: event.opinion, to: delegation.owner.name, inside: true });
  },

  draftSaved: (draft, event) => {
    draft.patchActivity(event.activity, { draft: event.draft });
  },

  consultAsked: (draft, event) => {
    const { consult: id, activity, to, question, wait, fields, budget, at } = event;
    const clock = budget && { budget, startedAt: at, suspensions: [], stoppedAt: null };
    const asked = { id, activity, to, question, wait, fields, clock, askedAt: at, askedBy: authorOf(event) };
    draft.state.consults = [...(draft.state.consults ?? []), { ...asked, answer: null, cancelledAt: null }];
    logged(draft, event, { ref: id, text: question, to: recipientName(to), inside: true });
  },

  consultAnswered: (draft, event) => {
    const answer = { at: event.at, by: authorOf(event), text: event.answer };
    const { to } = changeConsult(draft, event.consult, event.at, { answer });
    logged(draft, event, { ref: event.consult, text: event.answer, to: recipientName(to), inside: true });
  },

  consultCancelled: (draft, event) => {
    const { to } = changeConsult(draft, event.consult, event.at, { cancelledAt: event.at });
    logged(draft, event, { ref: event.consult, text: event.reason, to: recipientName(to), inside: true });
  },

  copied: (draft, event) => {
    const { copy: id, activity, to, note, fields, at, byName } = event;
    draft.state.copies = [...(draft.state.copies ?? []), { id, activity, to, note, fields, at, byName, read: null }];
    logged(draft, event, { ref: id, text: note, to: recipientName(to), inside: true });
  },

  copyRead: (draft, event) => {
    const read = { at: event.at, by: authorOf(event) };
    draft.state.copies = draft.state.copies?.map((one) => (one.id === event.copy ? { ...one, read } : one));
  },

  taskShared: (draft, event) => {
    const task = draft.activity(event.activity);
    draft.own('activities')[event.id] = { ...task, ...NEW_HANDS, id: event.id, kind: 'many', shared: true };
    // What it counts for where it was added, the group counts for now.
    draft.patchActivity(task.id, { parent: event.id, token: null, timers: [], signer: null });
  },

  signerAdded: (draft, event) => {
    const { id, parent, where, element, name, to, reason, weight, holds, awaits, at } = event;
    const task = draft.activity(event.activity);
    draft.own('activities')[id] = {
      ...task,
      ...NEW_HANDS,
      id,
      parent,
      element,
      name,
      kind: 'work',
      department: to.department,
      departmentName: to.departmentName,
      post: to.post,
      token: null,
      startedAt: at,
      assignee: to.person,
      timers: [],
      signer: { by: authorOf(event), where, reason, weight },
      awaits,
    };
    for (const held of holds) {
      draft.patchActivity(held, { awaits: [...(draft.activity(held).awaits ?? []), id] });
    }
    logged(draft, event, { ref: id, text: reason, to: recipientName(to), inside: true });
  },

  turnCame: (draft, event) => {
    draft.patchActivity(event.activity, { awaits: [] });
  },

  signerRemoved: (draft, event) => {
    const { department, departmentName, assignee, name, parent, element } = draft.activity(event.activity);
    const planned = parent === null ? undefined : draft.activity(parent).planned;
    if (parent !== null && planned) {
      draft.patchActivity(parent, { planned: planned.filter((id) => id !== element) });
    }
    const to = assignee?.name ?? departmentName ?? department ?? name;
    logged(draft, event, { ref: event.activity, text: event.reason, to, inside: true });
  },

  redispatched: (draft, event) => {
    if (event.planned) draft.patchActivity(event.activity, { planned: event.planned });
    logged(draft, event, { ref: event.activity, text: event.reason, to: '' });
  },

  tookBack: (draft, event) => {
    moveTokens(draft, event.taken, event.put);
    const activities = draft.own('activities');
    for (const activity of event.activities) activities[activity.id] = activity;
    if (event.returns) draft.state.returns = event.returns;
    if (event.reached) draft.state.reached = event.reached;
    if (event.repaired) draft.state.incident = null;
    logged(draft, event, { ref: event.activity, text: event.outcomeName, to: '' });
  },

  caseSuspended: (draft, event) => {
    const { at, byName, reason, basis, material } = event;
    draft.state.suspension = { at, byName, reason, basis, ...(material === undefined ? {} : { material }) };
    logged(draft, event, { ref: '', text: reason, to: basis });
  },

  caseResumed: (draft, event) => {
    draft.state.suspension = null;
    logged(draft, event, { ref: '', text: event.reason, to: '' });
  },

  materialPromised: (draft, event) => {
    const { material, until, text, at, byName } = event;
    const promise = { until, text, at, byName, keptAt: null, lapsedAt: null, cure: null, cureLapsedAt: null };
    changeMaterial(draft, material, { promise });
    logged(draft, event, { ref: material, text, to: until });
  },

  materialSupplemented: (draft, event) => {
    changePromise(draft, event.material, { keptAt: event.at });
    logged(draft, event, { ref: event.material, text: null, to: '' });
  },

  materialVerified: (draft, event) => {
    const { material, version, at, byName } = event;
    changeMaterial(draft, material, { verified: { at, byName, version } });
    logged(draft, event, { ref: material, text: null, to: '' });
  },

  promiseLapsed: (draft, event) => {
    changePromise(draft, event.material, { lapsedAt: event.at, cure: event.cure });
    logged(draft, event, { ref: event.material, text: null, to: '' });
  },

  cureLapsed: (draft, event) => {
    changePromise(draft, event.material, { cureLapsedAt: event.at });
    logged(draft, event, { ref: event.material, text: null, to: '' });
  },

  urged: (draft, event) => {
    draft.patchActivity(event.activity, { urged: { count: event.count, at: event.at } });
    logged(draft, event, { ref: event.activity, text: event.note, to: '' });
  },
};

/** Nobody has it yet, nobody has done anything with it. */
const NEW_HANDS: Partial<Activity> & Pick<Activity, 'status' | 'claimedBy' | 'corrections'> = {
  status: 'open',
  claimedBy: null,
  assignee: null,
  hands: [],
  draft: null,
  delegation: null,
  prepared: null,
  awaits: [],
  corrections: 0,
};

/** What leaves with the holder when a task is given back to its office or ends. */
export function emptyHands(activity: ReturnType<Draft['change']>): void {
  if (activity.assignee) activity.assignee = null;
  if (activity.draft) activity.draft = null;
  if (activity.delegation) activity.delegation = null;
}

function changeConsult(draft: Draft, id: string, at: number, change: Partial<Consult>): Consult {
  const found = consultOf(draft.state, id);
  if (!found) throw new Error(`Expected consultation "${id}" but the case has none of that id`);
  const changed = { ...found, clock: found.clock && stopped(found.clock, at), ...change };
  draft.state.consults = draft.state.consults?.map((one) => (one === found ? changed : one));
  return changed;
}

function changeMaterial(draft: Draft, id: string, change: Partial<MaterialInstance>): void {
  draft.state.materials = { ...draft.state.materials, [id]: { ...instanceOf(draft.state, id), ...change } };
}

function changePromise(draft: Draft, id: string, change: Partial<NonNullable<MaterialInstance['promise']>>): void {
  const { promise } = instanceOf(draft.state, id);
  if (!promise) throw new Error(`Expected a promise of material "${id}" but there is none`);
  changeMaterial(draft, id, { promise: { ...promise, ...change } });
}

interface Noted {
  readonly ref: string;
  readonly text: string | null;
  readonly to: string;
  readonly inside?: boolean;
}

function logged(
  draft: Draft,
  event: CaseEvent & { readonly type: PeopleLogType },
  { ref, text, to, inside = false }: Noted,
): void {
  const { seq, at, type, byName } = event;
  const entry = { seq, at, type, byName, ref, text, to };
  draft.state.log = [...draft.state.log, inside ? { ...entry, inside: true } : entry];
}
