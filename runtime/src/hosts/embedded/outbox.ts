/**
 * Hands messages that are owed to the one handler, at least once. What the handler took is marked; what it refused is
 * offered again after a pause, as is, with the same key. Order is kept within a case, cases do not wait for each other.
 */
import type { OutboxEntry } from '@tongban/shared/kernel';
import type { OutboxHandler } from '../host.ts';

const RETRY_MS = 2_000;

export interface OutboxOptions {
  readonly delivered: (keys: readonly string[]) => void;
  readonly fault: (message: string) => void;
}

export class OutboxDelivery {
  readonly #options: OutboxOptions;
  readonly #queues = new Map<string, OutboxEntry[]>();
  #handler: OutboxHandler | null = null;
  #closed = false;

  constructor(options: OutboxOptions) {
    this.#options = options;
  }

  handle(handler: OutboxHandler): () => void {
    if (this.#handler !== null) throw new Error('the outbox has a handler already');
    this.#handler = handler;
    for (const caseId of this.#queues.keys()) void this.#drain(caseId);
    return () => {
      this.#handler = null;
    };
  }

  add(entries: readonly OutboxEntry[]): void {
    for (const entry of entries) {
      const queue = this.#queues.get(entry.caseId);
      if (queue === undefined) this.#queues.set(entry.caseId, [entry]);
      else queue.push(entry);
      if (queue === undefined && this.#handler !== null) void this.#drain(entry.caseId);
    }
  }

  close(): void {
    this.#closed = true;
  }

  /** One drain per case at a time: it owns the queue until it has removed it. */
  async #drain(caseId: string): Promise<void> {
    const queue = this.#queues.get(caseId) ?? [];
    const keys: string[] = [];
    for (let entry = queue[0]; entry !== undefined; entry = queue[0]) {
      const handler = this.#handler;
      if (handler === null || this.#closed) break;
      try {
        const outcome = handler(entry);
        if (outcome !== undefined) await outcome;
        keys.push(entry.key);
        queue.shift();
      } catch (error) {
        this.#options.fault(`outbox ${entry.key}: ${error instanceof Error ? error.message : String(error)}`);
        setTimeout(() => void this.#drain(caseId), RETRY_MS).unref();
        break;
      }
    }
    if (queue.length === 0) this.#queues.delete(caseId);
    if (keys.length > 0) this.#options.delivered(keys);
  }
}
