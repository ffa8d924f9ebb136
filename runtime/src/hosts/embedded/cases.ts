/**
 * Cases in use, as of the last commit. Entries are immutable: a command makes a new one, which enters the cache only
 * after its COMMIT returned. An entry that was not saved since its last events is `dirty` and is saved when it leaves.
 */
import type { CaseRow, CaseState } from '@tongban/shared/kernel';

export interface CaseEntry {
  readonly state: CaseState;
  /** Hash of the last record. */
  readonly head: Buffer;
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

  /** Marks as most recently used. */
  put(caseId: string, entry: CaseEntry): void {
    this.#entries.delete(caseId);
    this.#entries.set(caseId, entry);
  }

  /** What must leave, oldest first, when `coming` entries that may be new are put in. */
  victims(coming: ReadonlyMap<string, CaseEntry>): readonly [string, CaseEntry][] {
    let fresh = 0;
    for (const caseId of coming.keys()) if (!this.#entries.has(caseId)) fresh += 1;
    let excess = this.#entries.size + fresh - this.#limit;
    if (excess <= 0) return [];
    const out: [string, CaseEntry][] = [];
    for (const pair of this.#entries) {
      if (excess <= 0) break;
      if (coming.has(pair[0])) continue;
      out.push(pair);
      excess -= 1;
    }
    return out;
  }

  drop(caseId: string): void {
    this.#entries.delete(caseId);
  }

  clear(): void {
    this.#entries.clear();
  }

  /** Entries whose saved state is behind. */
  *dirty(): Iterable<[string, CaseEntry]> {
    for (const pair of this.#entries) if (pair[1].savedSeq < pair[1].state.seq) yield pair;
  }
}
