/**
 * Cases in use, as of the last commit. Entries are immutable: a command makes a new one, which enters the cache only
 * after its COMMIT returned. A case may leave at any time: at most `saveEvery` events lie behind its saved state.
 */
import type { CaseRow, CaseState } from '@tongban/shared/kernel';

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
}

export function keyHint(scope: string, key: string): string {
  return `${scope}\n${key}`;
}

export class CaseCache {
  readonly #entries = new Map<string, CaseEntry>();
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get(caseId: string): CaseEntry | undefined {
    return this.#entries.get(caseId);
  }

  /** Takes what was committed; ended cases are not kept, and those unused for longest leave. */
  take(committed: ReadonlyMap<string, CaseEntry>): void {
    for (const [caseId, entry] of committed) {
      this.#entries.delete(caseId);
      if (entry.state.status !== 'ended') this.#entries.set(caseId, entry);
    }
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= this.#limit) return;
      this.#entries.delete(oldest);
    }
  }

  clear(): void {
    this.#entries.clear();
  }
}
