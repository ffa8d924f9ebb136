/**
 * Materials of a case. What is handed in stands in the material's field; what is only promised (容缺), and what was
 * checked (核验), stands beside it. Promises are kept by timers of the case itself.
 */
import { dayOfDate, midnightOf } from '../calendar/days.ts';
import type { Calendar } from '../calendar/types.ts';
import { dueOf } from '../calendar/working-time.ts';
import type { Executable } from '../definition/types.ts';
import type { CaseState, MaterialInstance, TimerRow } from './types.ts';
import { isEmpty } from './values.ts';

export type Material = Executable['materials'][number];
/** exempt: 免交; fetched: from a register; missing: not handed in and not promised. */
export type MaterialStatus = 'exempt' | 'missing' | 'promised' | 'uploaded' | 'fetched' | 'verified';
type Known = Pick<CaseState, 'data' | 'materials'>;

export const UNKNOWN: MaterialInstance = { promise: null, verified: null };

export function instanceOf({ materials }: Pick<CaseState, 'materials'>, id: string): MaterialInstance {
  return materials?.[id] ?? UNKNOWN;
}

export function materialStatus(state: Known, { id, field, exempt }: Material): MaterialStatus {
  const { verified } = instanceOf(state, id);
  const value = field === null ? undefined : state.data[field];
  if (verified && verified.version === (value?.version ?? 0)) return 'verified';
  if (value && !isEmpty(value.value)) return value.origin.type === 'shared' ? 'fetched' : 'uploaded';
  if (exempt) return 'exempt';
  return isPromised(state, id) ? 'promised' : 'missing';
}

export function isPromised(state: Pick<CaseState, 'materials'>, id: string): boolean {
  const { promise } = instanceOf(state, id);
  return promise !== null && promise.keptAt === null;
}

/** Fields that need not be filled yet, because their material is promised. */
export function deferredFields(materials: readonly Material[], state: Pick<CaseState, 'materials'>): Set<string> {
  const fields = new Set<string>();
  if (!state.materials) return fields;
  for (const { id, field } of materials) if (field !== null && isPromised(state, id)) fields.add(field);
  return fields;
}

// ---------------------------------------------------------------- timers

const PROMISE = 'promise:';
const CURE = 'cure:';

export interface MaterialTimer {
  readonly kind: 'promise' | 'cure';
  readonly material: string;
}

/** What a timer of the case itself is for; null: it is an activity's. */
export function materialTimer(timer: string): MaterialTimer | null {
  if (timer.startsWith(PROMISE)) return { kind: 'promise', material: timer.slice(PROMISE.length) };
  if (timer.startsWith(CURE)) return { kind: 'cure', material: timer.slice(CURE.length) };
  return null;
}

/** When it is due: the end of the promised day, or of the cure period; null when it is not armed or the case stands. */
export function materialDue(state: CaseState, { kind, material }: MaterialTimer, calendar: Calendar): number | null {
  const { promise } = instanceOf(state, material);
  if (!promise || promise.keptAt !== null || state.status === 'ended') return null;
  if (kind === 'promise') {
    const day = promise.lapsedAt === null && !state.suspension ? dayOfDate(promise.until) : null;
    return day === null ? null : midnightOf(calendar, day + 1);
  }
  const { lapsedAt, cure, cureLapsedAt } = promise;
  const runs = state.suspension?.material === material && lapsedAt !== null && cureLapsedAt === null;
  return runs && cure ? dueOf(calendar, lapsedAt, cure) : null;
}

export function materialTimerRows(state: CaseState, calendar: Calendar): TimerRow[] {
  return Object.keys(state.materials ?? {}).flatMap((material) =>
    (['promise', 'cure'] as const).flatMap((kind): TimerRow[] => {
      const dueAt = materialDue(state, { kind, material }, calendar);
      const timer = `${kind === 'promise' ? PROMISE : CURE}${material}`;
      return dueAt === null ? [] : [{ timer, caseId: state.caseId, activity: '', dueAt }];
    }),
  );
}

/** The cure period is over as well: the case may be rejected. */
export function isBeyondCure({ suspension, materials }: CaseState): boolean {
  const material = suspension?.material;
  return material !== undefined && (materials?.[material]?.promise?.cureLapsedAt ?? null) !== null;
}
