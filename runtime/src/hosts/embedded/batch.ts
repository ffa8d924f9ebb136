/** One batch in the making: what its commands decided so far, forgotten as a whole when its COMMIT fails. */
import type { CaseEntry } from './cases.ts';
import type { Answer, Committed } from './protocol.ts';

export interface Batch {
  readonly answers: readonly Answer[];
  readonly committed: readonly Committed[];
  /** Bugs of timers, which have no caller to tell. */
  readonly faults: readonly string[];
}
export const EMPTY_BATCH: Batch = { answers: [], committed: [], faults: [] };

export class OpenBatch implements Batch {
  readonly answers: Answer[] = [];
  readonly committed: Committed[] = [];
  readonly faults: string[] = [];
  /** Cases as this batch sees them. */
  readonly cases = new Map<string, CaseEntry>();
  /** Hashes of its records, in order. */
  readonly records: Buffer[] = [];
  /** Each command has a savepoint. */
  readonly careful: boolean;
  /** The command being decided has run statements that write. */
  wrote = false;
  readonly #first: number;

  /** `first`: number of its first record. */
  constructor(first: number, careful: boolean) {
    this.#first = first;
    this.careful = careful;
  }

  get nextRecord(): number {
    return this.#first + this.records.length;
  }

  decided(entry: CaseEntry, outbox: readonly string[]): void {
    const { caseId, seq } = entry.state;
    this.committed.push({ n: this.nextRecord, caseId, seq, outbox });
    this.records.push(entry.head);
    this.cases.set(caseId, entry);
  }

  /** Remembers where the batch stands before a command on this case; the function returned goes back there. */
  mark(caseId: string): () => void {
    const before = this.cases.get(caseId);
    const decided = this.committed.length;
    return () => {
      this.committed.length = decided;
      this.records.length = decided;
      if (before === undefined) this.cases.delete(caseId);
      else this.cases.set(caseId, before);
    };
  }
}
