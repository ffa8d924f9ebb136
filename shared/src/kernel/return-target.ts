/** Where a step may send the case back to: an earlier time of a node that dominates it, in its own or an outer scope. */
import type { ExecutableIndex } from './index-of.ts';
import { isWithin, lineageOf, type Lineage } from './scope.ts';
import type { Activity, CaseState } from './types.ts';

interface Where {
  readonly index: ExecutableIndex;
  readonly state: CaseState;
}

/** The last time a target was done in a scope around the activity; undefined when it is not allowed or never was. */
export function returnTarget({ index, state }: Where, from: Activity, to: string): Activity | undefined {
  if (!index.executable.returnTargets[from.node]?.includes(to)) return undefined;
  return timesDone(state, lineageOf(state, from), to).at(-1);
}

/** Nodes that the activity may go back to now, nearest first. */
export function returnTargetsOf(where: Where, from: Activity): string[] {
  const targets = where.index.executable.returnTargets[from.node] ?? [];
  return targets.filter((node) => returnTarget(where, from, node) !== undefined);
}

export function timesDone(state: CaseState, lineage: Lineage, node: string): Activity[] {
  return Object.values(state.activities)
    .filter((one) => one.node === node && one.parent === null && one.status === 'done')
    .filter((one) => isWithin(one.token?.lineage ?? [], lineage));
}
