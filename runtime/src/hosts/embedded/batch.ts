/** One batch in the making: what its commands decided so far, forgotten as a whole when its COMMIT fails. */
import type { CaseEntry } from './cases.ts';
import type { Answer, Committed } from './protocol.ts';
import type { Prepared } from './writer.ts';

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
  /** Last case numbers by day, where this batch allotted some. */
  readonly numbers = new Map<string, number>();
  /** The command being decided has run statements that write. */
  wrote = false;
  /** What its commands decided, in order. */
  readonly decided: Prepared[] = [];
  /** How many of them are written; the rest are in memory only. */
  written = 0;
  /** Each command is written at once, in a savepoint of its own. */
  readonly careful: boolean;
  readonly #first: number;

  /** `first`: number of its first record. */
  constructor(first: number, careful: boolean) {
    this.#first = first;
    this.careful = careful;
  }

  get nextRecord(): number {
    return this.#first + this.decided.length;
  }

  add(prepared: Prepared): void {
    const { n, after, outbox } = prepared;
    const { caseId, seq } = after.state;
    this.decided.push(prepared);
    this.committed.push({ n, caseId, seq, outbox });
    this.cases.set(caseId, after);
  }

  /** The record that a start with this key decided in this batch. */
  started(scope: string, key: string): Prepared | undefined {
    return this.decided.find((one) => one.before === null && one.key?.key === key && one.key.scope === scope);
  }

  /** The record of this case and key in this batch. */
  keyed(caseId: string, scope: string, key: string): Prepared | undefined {
    return this.decided.find(
      (one) => one.key?.key === key && one.key.scope === scope && one.after.state.caseId === caseId,
    );
  }

  /** Remembers where the batch stands before a command on this case; the function returned goes back there. */
  mark(caseId: string): () => void {
    const before = this.cases.get(caseId);
    const { length } = this.decided;
    const { written } = this;
    return () => {
      this.decided.length = length;
      this.committed.length = length;
      this.written = written;
      if (before === undefined) this.cases.delete(caseId);
      else this.cases.set(caseId, before);
    };
  }
}
