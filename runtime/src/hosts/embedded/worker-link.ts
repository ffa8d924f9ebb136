/**
 * The server's end of the line to the journal's worker: many submissions travel in one message, answers find their
 * promise again, long jobs get a worker of their own.
 */
import { Worker } from 'node:worker_threads';
import { HostError } from '../host.ts';
import type { Answer, FromWorker, Request, SubmitItem, ToWorker, WorkerOptions, WorkerTask } from './protocol.ts';
import { packSubmission, unpackAnswers, unpackCommits, type Flat, type Told } from './wire.ts';

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
  readonly committed: (committed: readonly Told[]) => void;
  readonly owed: (committed: readonly Told[], upTo: number) => void;
  /** Faults that no caller hears of: a timer's bug, a worker that died. */
  readonly fault: (message: string) => void;
}

/** Emptied when it is answered: what was answered long ago must not live on in an old table of the Map (recent.ts). */
interface Waiting {
  promise: { readonly resolve: (answer: Answered) => void; readonly reject: (error: HostError) => void } | null;
}
type WithoutId<T> = T extends { readonly id: number } ? Omit<T, 'id'> : never;

export class WorkerLink {
  readonly #worker: Worker;
  readonly #events: LinkEvents;
  readonly #waiting = new Map<number, Waiting>();
  #id = 0;
  #submissions: Flat = [];
  #requests: Request[] = [];
  #delivered: number | null = null;
  /** Submissions in the message that is being made. */
  #size = 0;
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

  submit(submission: Omit<SubmitItem, 'kind' | 'id'>): Promise<Answered> {
    return this.#question((id) => {
      if (this.#requests.length > 0) this.#post();
      packSubmission(this.#submissions, { ...submission, kind: 'submit', id });
      this.#size += 1;
      if (this.#size >= PER_MESSAGE) this.#post();
    });
  }

  ask(request: WithoutId<Request>): Promise<Answered> {
    return this.#question((id) => this.#requests.push({ ...request, id } as Request));
  }

  /** Marks messages as delivered up to this record; saved with a later commit. */
  delivered(upTo: number): void {
    this.#delivered = upTo;
    this.#schedule();
  }

  /** Asks what is owed; `owed` hears of it. */
  askOwed(): void {
    this.#requests.push({ kind: 'owed' });
    this.#schedule();
  }

  async ended(): Promise<void> {
    await this.#worker.terminate();
  }

  #question(put: (id: number) => void): Promise<Answered> {
    if (this.#gone !== null) return Promise.reject(this.#gone);
    return new Promise((resolve, reject) => {
      this.#id += 1;
      this.#waiting.set(this.#id, { promise: { resolve, reject } });
      put(this.#id);
      this.#schedule();
    });
  }

  /** What is asked in one turn of the loop goes in one message, unless it is much. */
  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      this.#post();
    });
  }

  #post(): void {
    if (this.#gone !== null) return;
    const [submissions, requests, delivered] = [this.#submissions, this.#requests, this.#delivered];
    if (submissions.length === 0 && requests.length === 0 && delivered === null) return;
    this.#submissions = [];
    this.#requests = [];
    this.#delivered = null;
    this.#size = 0;
    const message: ToWorker = { submissions, requests, delivered };
    this.#worker.postMessage(message);
  }

  #receive(message: FromWorker): void {
    if (message.kind === 'failed') return this.#events.fault(message.message);
    if (message.kind === 'owed') return this.#events.owed(unpackCommits(message.committed), message.upTo);
    if (message.kind !== 'committed') return;
    for (const answer of unpackAnswers(message.answers)) {
      const promise = this.#take(answer.id);
      if ('error' in answer) promise?.reject(new HostError(answer.error.code, answer.error.message));
      else promise?.resolve(answer);
    }
    if (message.committed.length > 0) this.#events.committed(unpackCommits(message.committed));
  }

  #take(id: number): Waiting['promise'] {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) return null;
    this.#waiting.delete(id);
    const { promise } = waiting;
    waiting.promise = null;
    return promise;
  }

  #end(error: HostError): void {
    this.#gone ??= error;
    for (const id of [...this.#waiting.keys()]) this.#take(id)?.reject(this.#gone);
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
