/**
 * The server's end of the line to the journal's worker: many submissions travel in one message, answers find their
 * promise again, long jobs get a worker of their own.
 */
import { Worker } from 'node:worker_threads';
import { HostError } from '../host.ts';
import type { Answer, Committed, FromWorker, ToWorker, WorkerOptions, WorkerTask } from './protocol.ts';

/** The worker's file: beside this one in the bundle; from TypeScript sources one that loads them through tsx. */
export function workerEntry(base: string = import.meta.url): URL {
  return new URL(base.endsWith('.ts') ? './journal-worker.dev.mjs' : './journal-worker.js', base);
}

/** Asked at once, so many go in one message: the worker decides the first while the next are still being asked. */
const PER_MESSAGE = 16;
/** A batch's garbage dies young when there is room for it; by default it is often moved before it can. */
const YOUNG_MB = 96;

export type Answered = Extract<Answer, { ok: true }> | { ok: false; rejection: string } | { ok: false; conflict: true };

export interface Ready {
  readonly calendars: string;
  readonly importing: boolean;
  readonly empty: boolean;
}
export interface LinkEvents {
  readonly committed: (committed: readonly Committed[]) => void;
  readonly owed: (committed: readonly Committed[], upTo: number) => void;
  /** Faults that no caller hears of: a timer's bug, a worker that died. */
  readonly fault: (message: string) => void;
}

interface Waiting {
  readonly resolve: (answer: Answered) => void;
  readonly reject: (error: HostError) => void;
}
type WithoutId<T> = T extends { readonly id: number } ? Omit<T, 'id'> : never;
export type Request = WithoutId<ToWorker>;

export class WorkerLink {
  readonly #worker: Worker;
  readonly #events: LinkEvents;
  /** By the number of the question; numbers come back into use, so that this stays as short as what was ever open at once. */
  readonly #waiting: (Waiting | null)[] = [];
  readonly #free: number[] = [];
  #outgoing: ToWorker[] = [];
  #scheduled = false;
  #gone: HostError | null = null;

  private constructor(worker: Worker, events: LinkEvents) {
    this.#worker = worker;
    this.#events = events;
  }

  /** Rejects with the HostError that the worker refused with. */
  static async open(
    entry: URL,
    options: WorkerOptions,
    events: LinkEvents,
  ): Promise<{ link: WorkerLink; ready: Ready }> {
    const task: WorkerTask = { task: 'journal', options };
    const worker = new Worker(entry, { workerData: task, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } });
    const link = new WorkerLink(worker, events);
    const ready = await new Promise<Ready>((resolve, reject) => {
      worker.on('message', (message: FromWorker) => {
        if (message.kind === 'ready') resolve(message);
        else if (message.kind === 'refused') reject(new HostError(message.code, message.message));
        else link.#receive(message);
      });
      worker.on('error', (cause) => {
        const error = new HostError('unavailable', `The journal's worker failed: ${cause.message}`, { cause });
        reject(error);
        link.#end(error);
      });
      worker.on('exit', () => link.#end(new HostError('closed', 'The journal is closed.')));
    });
    return { link, ready };
  }

  ask(request: Request): Promise<Answered> {
    if (this.#gone !== null) return Promise.reject(this.#gone);
    return new Promise((resolve, reject) => {
      const id = this.#free.pop() ?? this.#waiting.length;
      this.#waiting[id] = { resolve, reject };
      this.#send({ ...request, id } as ToWorker);
    });
  }

  /** Marks messages as delivered up to this record; saved with a later commit. */
  delivered(upTo: number): void {
    if (this.#gone === null) this.#send({ kind: 'delivered', upTo });
  }

  /** Asks what is owed; `owed` hears of it. */
  askOwed(): void {
    if (this.#gone === null) this.#send({ kind: 'owed' });
  }

  async ended(): Promise<void> {
    await this.#worker.terminate();
  }

  /** Posts what was asked when it is many, else once per turn of the loop. */
  #send(item: ToWorker): void {
    this.#outgoing.push(item);
    if (this.#outgoing.length >= PER_MESSAGE) return this.#post();
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      this.#post();
    });
  }

  #post(): void {
    const items = this.#outgoing;
    if (items.length === 0 || this.#gone !== null) return;
    this.#outgoing = [];
    this.#worker.postMessage(items);
  }

  #receive(message: FromWorker): void {
    if (message.kind === 'failed') return this.#events.fault(message.message);
    if (message.kind === 'owed') return this.#events.owed(message.committed, message.upTo);
    if (message.kind !== 'committed') return;
    for (const answer of message.answers) {
      const waiting = this.#waiting[answer.id] ?? null;
      if (waiting === null) continue;
      this.#waiting[answer.id] = null;
      this.#free.push(answer.id);
      if ('error' in answer) waiting.reject(new HostError(answer.error.code, answer.error.message));
      else waiting.resolve(answer);
    }
    if (message.committed.length > 0) this.#events.committed(message.committed);
  }

  #end(error: HostError): void {
    this.#gone ??= error;
    for (const waiting of this.#waiting) waiting?.reject(this.#gone);
    this.#waiting.length = 0;
  }
}

/** Runs one long, reading job in a worker of its own. Rejects with what it failed with. */
export function runTask(entry: URL, task: WorkerTask): Promise<FromWorker> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(entry, { workerData: task });
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'failed') reject(new Error(message.message));
      else resolve(message);
      void worker.terminate();
    });
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error('the task ended without an answer')));
  });
}
