/**
 * Entry of the journal's worker thread. It alone writes journal.db. What arrives while a batch is being decided joins
 * it, what arrives while it is being written waits for the next COMMIT; timers and recomputation take their turn between
 * batches; when idle, the write-ahead log is folded back into the database.
 */
import { parentPort, receiveMessageOnPort, workerData, type MessagePort } from 'node:worker_threads';
import type { CalendarBook } from '@tongban/shared/calendar';
import { clockOf } from '../clock.ts';
import { HostError } from '../host.ts';
import { kernel } from '../kernel.ts';
import { backup } from './backup.ts';
import type { Batch } from './batch.ts';
import { Journal } from './journal.ts';
import { lockFolder, openWriter } from './open.ts';
import type { FromWorker, Item, ToWorker, WorkerOptions, WorkerTask } from './protocol.ts';
import { migrate } from './schema.ts';
import { createStore } from './store.ts';
import { verifyFolder } from './verify.ts';
import { packAnswers, packCommits, unpackSubmissions } from './wire.ts';

/** Commands that share one COMMIT at most: bounds the wait of the first one. */
const MAX_BATCH = 512;
/** Longest sleep before timers are looked at again; a clock that stands is looked at often. */
const LONGEST_SLEEP_MS = 30_000;
const MANUAL_POLL_MS = 20;
const IDLE_CHECKPOINT_MS = 300;
const RETRY_MS = 1_000;

function main(port: MessagePort, task: WorkerTask): void {
  const say = (message: FromWorker): void => port.postMessage(message);
  switch (task.task) {
    case 'journal':
      return runJournal(port, task.options);
    case 'verify':
      return attempt(() => say({ kind: 'verified', report: verifyFolder(task.folder, task.caseId, kernel) }));
    case 'backup':
      return attempt(() => {
        backup(task.folder, task.file);
        say({ kind: 'done' });
      });
  }

  function attempt(work: () => void): void {
    try {
      work();
    } catch (error) {
      say({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  }
}

function runJournal(port: MessagePort, options: WorkerOptions): void {
  const say = (message: FromWorker): void => port.postMessage(message);
  const clock = clockOf(options.clock);
  let unlock: () => void;
  let journal: Journal;
  let db: ReturnType<typeof openWriter>;
  try {
    unlock = lockFolder(options.folder);
    db = openWriter(options.folder);
    migrate(db, clock.now());
    const { saveEvery, cacheStates } = options;
    const calendars = JSON.parse(options.calendars) as CalendarBook;
    journal = new Journal({ store: createStore(db), kernel, clock, calendars, saveEvery, cacheStates });
  } catch (error) {
    const code = error instanceof HostError ? error.code : 'unavailable';
    say({ kind: 'refused', code, message: error instanceof Error ? error.message : String(error) });
    port.close();
    return;
  }

  const waiting: Item[] = [];
  let scheduled = false;
  let closing: number | null = null;
  let timer: NodeJS.Timeout | null = null;
  let idle: NodeJS.Timeout | null = null;
  let dirtyLog = false;
  let askedOwed = false;

  function schedule(): void {
    if (scheduled) return;
    scheduled = true;
    setImmediate(turn);
  }

  /** What waits, and what comes while that is decided. */
  function* batch(): Generator<Item, void> {
    for (let size = 0; size < MAX_BATCH; size += 1) {
      if (waiting.length === 0) take(receiveMessageOnPort(port)?.message as ToWorker | undefined);
      const item = waiting.shift();
      if (item === undefined) return;
      yield item;
    }
  }

  function take(message: ToWorker | undefined): void {
    if (message === undefined) return;
    if (message.delivered !== null) journal.delivered(message.delivered);
    waiting.push(...unpackSubmissions(message.submissions));
    for (const request of message.requests) {
      if (request.kind === 'close') closing = request.id;
      else if (request.kind === 'owed') askedOwed = true;
      else waiting.push(request);
    }
  }

  /** One batch, then timers that are due, then a piece of recomputation. */
  function turn(): void {
    scheduled = false;
    if (waiting.length > 0) tell(journal.run(batch()));
    if (askedOwed) {
      askedOwed = false;
      const { upTo, committed } = journal.owed();
      say({ kind: 'owed', upTo, committed: packCommits(committed) });
    }
    if (!background()) return;
    if (waiting.length > 0) return schedule();
    if (closing !== null) return finish(closing);
    sleep();
  }

  /** False: the journal could not be written; tried again later. */
  function background(): boolean {
    try {
      const fired = journal.fireDue();
      tell(fired);
      const recomputed = journal.recompute();
      if (recomputed !== null) tell(recomputed);
      if (recomputed !== null || fired.committed.length > 0) schedule();
      return true;
    } catch (error) {
      say({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
      if (closing !== null) finish(closing);
      else if (timer === null) timer = setTimeout(wake, RETRY_MS);
      if (waiting.length > 0) schedule();
      return false;
    }
  }

  function tell(batch: Batch): void {
    if (batch.answers.length > 0 || batch.committed.length > 0) {
      dirtyLog = true;
      say({ kind: 'committed', answers: packAnswers(batch.answers), committed: packCommits(batch.committed) });
    }
    for (const message of batch.faults) say({ kind: 'failed', message });
  }

  function sleep(): void {
    if (timer !== null) clearTimeout(timer);
    const due = journal.nextDue();
    const poll = clock.spec.kind === 'manual' ? MANUAL_POLL_MS : LONGEST_SLEEP_MS;
    const delay = due === null ? null : clock.delayUntil(due);
    timer = setTimeout(wake, Math.min(poll, delay ?? poll));
    if (!dirtyLog) return;
    if (idle === null) idle = setTimeout(checkpoint, IDLE_CHECKPOINT_MS);
    else idle.refresh();
  }

  function wake(): void {
    timer = null;
    schedule();
  }

  function checkpoint(): void {
    if (idle !== null) clearTimeout(idle);
    idle = null;
    dirtyLog = false;
    try {
      journal.saveDelivered();
      db.pragma('wal_checkpoint(PASSIVE)');
    } catch (error) {
      say({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  }

  function finish(id: number): void {
    if (timer !== null) clearTimeout(timer);
    if (idle !== null) clearTimeout(idle);
    try {
      journal.saveDelivered();
      db.pragma('wal_checkpoint(TRUNCATE)');
    } finally {
      db.close();
      unlock();
      const answer = { ok: true as const, id, caseId: '', seq: 0, repeated: false, events: '[]' };
      say({ kind: 'committed', answers: packAnswers([answer]), committed: [] });
      port.close();
    }
  }

  port.on('message', (message: ToWorker) => {
    take(message);
    schedule();
  });
  say({
    kind: 'ready',
    calendars: JSON.stringify(journal.calendars),
    importing: journal.importing,
    empty: journal.empty,
  });
  schedule();
}

if (parentPort !== null) main(parentPort, workerData as WorkerTask);
