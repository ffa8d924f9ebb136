/**
 * Hands messages to the one handler, at least once each. Messages derive from the record (owed.ts); what is kept is how
 * far all of them were delivered, told by `delivered` in order. One that the handler refuses is offered again after a
 * pause with the same key, and what came later is delivered meanwhile, except of the same case, where order counts.
 */
import type { OutboxEntry } from '@tongban/shared/kernel';
import type { OutboxHandler } from '../host.ts';
import type { Told } from './wire.ts';

const RETRY_MS = 2_000;

export interface OutboxOptions {
  /** Asks for what is owed; `owed` is called with the answer. */
  readonly ask: () => void;
  readonly delivered: (upTo: number) => void;
  readonly fault: (message: string) => void;
}
interface Queued {
  readonly n: number;
  readonly entry: OutboxEntry;
}

export class OutboxDelivery {
  readonly #options: OutboxOptions;
  readonly #queues = new Map<string, Queued[]>();
  /** Messages not yet delivered by record; in order, for records are committed in order. */
  readonly #pending = new Map<number, number>();
  /** Last record seen; null until it is known what is owed. */
  #seen: number | null = null;
  #told = 0;
  #handler: OutboxHandler | null = null;
  #closed = false;

  constructor(options: OutboxOptions) {
    this.#options = options;
  }

  /** One handler at a time; returns the function that takes it off. */
  handle(handler: OutboxHandler): () => void {
    if (this.#handler !== null) throw new Error('the outbox has a handler already');
    this.#handler = handler;
    this.#options.ask();
    return () => {
      this.#handler = null;
      this.#seen = null;
      this.#queues.clear();
      this.#pending.clear();
    };
  }

  owed(committed: readonly Told[], upTo: number): void {
    if (this.#handler === null) return;
    this.#seen = 0;
    this.add(committed);
    this.#seen = upTo;
    this.#tell();
  }

  /** Commands that were committed; ignored until it is known what is owed, for that will hold them. */
  add(committed: readonly Told[]): void {
    if (this.#seen === null) return;
    for (const { n, outbox } of committed) {
      if (n <= this.#seen) continue;
      this.#seen = n;
      if (outbox.length > 0) this.#pending.set(n, outbox.length);
      for (const entry of outbox) this.#queue(n, entry);
    }
    this.#tell();
  }

  close(): void {
    this.#closed = true;
  }

  #queue(n: number, entry: OutboxEntry): void {
    const queue = this.#queues.get(entry.caseId);
    if (queue !== undefined) return void queue.push({ n, entry });
    const fresh = [{ n, entry }];
    this.#queues.set(entry.caseId, fresh);
    void this.#drain(entry.caseId, fresh);
  }

  /** One drain per case at a time: it owns the queue until it has removed it. */
  async #drain(caseId: string, queue: Queued[]): Promise<void> {
    for (let next = queue[0]; next !== undefined; next = queue[0]) {
      const handler = this.#handler;
      if (handler === null || this.#closed || this.#queues.get(caseId) !== queue) return;
      try {
        const outcome = handler(next.entry);
        if (outcome !== undefined) await outcome;
      } catch (error) {
        this.#options.fault(`outbox ${next.entry.key}: ${error instanceof Error ? error.message : String(error)}`);
        setTimeout(() => void this.#drain(caseId, queue), RETRY_MS).unref();
        return;
      }
      queue.shift();
      this.#done(next.n);
    }
    if (this.#queues.get(caseId) === queue) this.#queues.delete(caseId);
    this.#tell();
  }

  #done(n: number): void {
    const left = (this.#pending.get(n) ?? 1) - 1;
    if (left === 0) this.#pending.delete(n);
    else this.#pending.set(n, left);
  }

  /** Tells how far everything is delivered, when that moved. */
  #tell(): void {
    if (this.#seen === null) return;
    const [first] = this.#pending.keys();
    const upTo = first === undefined ? this.#seen : first - 1;
    if (upTo <= this.#told) return;
    this.#told = upTo;
    this.#options.delivered(upTo);
  }
}
