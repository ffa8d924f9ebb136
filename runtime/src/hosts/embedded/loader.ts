/** Reads a case that is not in memory: the saved state, and the events after it applied. */
import type { CaseEvent, CaseState } from '@tongban/shared/kernel';
import type { Kernel } from '../kernel.ts';
import { keyHint, type CaseEntry } from './cases.ts';
import type { Store } from './store.ts';

/** Null when there is no such case. */
export function loadCase(store: Store, kernel: Kernel, caseId: string): CaseEntry | null {
  const last = store.lastRecord(caseId);
  if (last === undefined) return null;
  const saved = store.state(caseId);
  const savedSeq = saved?.seq ?? 0;
  const later = store.payloads(caseId, savedSeq).flatMap((payload) => JSON.parse(payload) as CaseEvent[]);
  const before = saved === undefined ? null : (JSON.parse(saved.json) as CaseState);
  const state = before !== null && later.length === 0 ? before : kernel.evolve(before, later);
  const timers = new Map(store.timersOf(caseId).map((row) => [row.timer, row.due_at]));
  const keys = new Set(store.keysOf(caseId).map((row) => keyHint(row.scope, row.key)));
  const calendar = store.calendarOfCase(caseId);
  return { state, head: last.hash, lastAt: last.at, savedSeq, timers, keys, row: null, calendar };
}
