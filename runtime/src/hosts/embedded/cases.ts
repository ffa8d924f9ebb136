/**
 * Cases in use, as of the last commit. Entries are immutable: a command makes a new one, which enters the cache only
 * after its COMMIT returned. A case may leave at any time: at most `saveEvery` events lie behind its saved state.
 */
import type { CaseRow, CaseState } from '@tongban/shared/kernel';
import type { Recent } from './recent.ts';

export interface CaseEntry {
  readonly state: CaseState;
  /** Hash of the last record. */
  readonly head: string;
  readonly lastAt: number;
  /** Number of the last event in the saved state; 0: never saved. */
  readonly savedSeq: number;
  /** Armed timers with their due times, as written. */
  readonly timers: ReadonlyMap<string, number>;
  /** Idempotency keys used on this case, as scope and key; a hint where looking is worth it, never the answer. */
  readonly keys: Set<string>;
  /** The case's row as written; null after a cold load: write it again. */
  readonly row: CaseRow | null;
  /** Version of the calendar that its rows and timers were computed with. */
  readonly calendar: string;
}

export function keyHint(scope: string, key: string): string {
  return `${scope}\n${key}`;
}

/** Takes in what was committed; ended cases are not kept. */
export function remember(cases: Recent<CaseEntry>, committed: ReadonlyMap<string, CaseEntry>): void {
  for (const [caseId, entry] of committed) {
    if (entry.state.status === 'ended') cases.delete(caseId);
    else cases.set(caseId, entry);
  }
}
