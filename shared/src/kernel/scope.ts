/**
 * Fork lineage of tokens. An entry is `<node>#<event seq>.<branch>`: which split, when, and which of its ways
 * (`.0+2` after a join that gathered only some of them). A scope is a lineage; what descends from it has it as prefix.
 */
import type { Activity, CaseState, Token } from './types.ts';

export type Lineage = readonly string[];

export function branchEntry(node: string, seq: number, branch: number): string {
  return `${node}#${seq}.${branch}`;
}

const instanceOf = (entry: string): string => entry.slice(0, entry.lastIndexOf('.'));
const branchesOf = (entry: string): string[] => entry.slice(entry.lastIndexOf('.') + 1).split('+');
const bornAt = (entry: string): number => Number(entry.slice(entry.lastIndexOf('#') + 1, entry.lastIndexOf('.')));

export function isWithin(scope: Lineage, lineage: Lineage): boolean {
  return scope.length <= lineage.length && scope.every((entry, i) => lineage[i] === entry);
}

/** Within `scope`, and split off only after event number `since`: what descends from what ran there then. */
export function descends(scope: Lineage, since: number, lineage: Lineage): boolean {
  const next = lineage[scope.length];
  return isWithin(scope, lineage) && (next === undefined || bornAt(next) > since);
}

/** Number of the event that started an activity: ids end with it. */
export function startSeq(activity: Pick<Activity, 'id'>): number {
  return Number(activity.id.slice(activity.id.lastIndexOf('.') + 1));
}

export function isLive(activity: Activity): boolean {
  return activity.status === 'open' || activity.status === 'correcting' || activity.status === 'suspended';
}

/** An element that may still be done after its rule has decided: nothing waits for it, nor for who signs with it. */
export function isNote(state: Pick<CaseState, 'activities'>, activity: Activity): boolean {
  for (let one = parentOf(state, activity); one; one = parentOf(state, one)) if (!isLive(one)) return true;
  return false;
}

function parentOf(state: Pick<CaseState, 'activities'>, { parent }: Activity): Activity | undefined {
  return parent === null ? undefined : state.activities[parent];
}

/** The activity that holds the token for it: itself, the list that it is an element of, or what that is within. */
export function rootOf(state: Pick<CaseState, 'activities'>, activity: Activity): Activity {
  let root = activity;
  for (let one = parentOf(state, root); one; one = parentOf(state, root)) root = one;
  return root;
}

/** Elements of an activity and what they hold in turn, oldest first. */
export function descendantsOf(state: Pick<CaseState, 'activities'>, id: string): Activity[] {
  const found = new Set([id]);
  const list: Activity[] = [];
  for (const key in state.activities) {
    const one = state.activities[key];
    if (!one || one.parent === null || !isUnder(state, one, found)) continue;
    found.add(one.id);
    list.push(one);
  }
  return list;
}

/** Parents may be younger than what they hold: signers are gathered around a task that is there. */
function isUnder(state: Pick<CaseState, 'activities'>, activity: Activity, roots: ReadonlySet<string>): boolean {
  for (let one = parentOf(state, activity); one; one = parentOf(state, one)) if (roots.has(one.id)) return true;
  return false;
}

/** Elements stand in the lineage of their root's token. */
export function lineageOf(state: Pick<CaseState, 'activities'>, activity: Activity): Lineage {
  return rootOf(state, activity).token?.lineage ?? [];
}

/**
 * Lineage after a join of these tokens. What they share stays; a split all of whose living branches are gathered
 * is over; one that others still belong to leaves an entry for the branches that are one now.
 */
export function joinedLineage(state: CaseState, taken: readonly Token[]): Lineage {
  const first = taken[0]?.lineage ?? [];
  let shared = 0;
  while (shared < first.length && taken.every((token) => token.lineage[shared] === first[shared])) shared++;
  const prefix = first.slice(0, shared);
  const entry = first[shared];
  if (entry === undefined) return prefix;
  const instance = instanceOf(entry);
  const entries = taken.map((token) => token.lineage[shared]);
  const oneSplit = entries.every((one) => one !== undefined && instanceOf(one) === instance);
  if (!oneSplit || !livesElsewhere(state, taken, instance, shared)) return prefix;
  const branches = new Set(entries.flatMap((one) => (one === undefined ? [] : branchesOf(one))));
  return [...prefix, `${instance}.${[...branches].sort().join('+')}`];
}

function livesElsewhere(state: CaseState, taken: readonly Token[], instance: string, depth: number): boolean {
  const belongs = (lineage: Lineage): boolean => {
    const entry = lineage[depth];
    return entry !== undefined && instanceOf(entry) === instance;
  };
  const gathered = new Set(taken.map((token) => token.id));
  for (const id in state.tokens) {
    const token = state.tokens[id];
    if (token && !gathered.has(id) && belongs(token.lineage)) return true;
  }
  for (const id in state.activities) {
    const activity = state.activities[id];
    if (activity?.token && isLive(activity) && belongs(activity.token.lineage)) return true;
  }
  return false;
}
