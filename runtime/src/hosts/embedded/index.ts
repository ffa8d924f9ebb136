/**
 * The embedded host: SQLite in the server's process (the default). This thread stringifies, hashes keys and reads; the
 * journal's worker decides and writes. Invariants are those of host.ts.
 */

import { mkdirSync } from 'node:fs';
import { calendarOf, defaultCalendar, INSTALLATION, makeBook, type CalendarBook } from '@tongban/shared/calendar';
import { KNOWN_FORMATS, type Definition } from '@tongban/shared/definition';
import type { CaseEvent, Command, Rejection } from '@tongban/shared/kernel';
import { realClock, type HostClock } from '../clock.ts';
import { HostError, type CommittedListener, type Host, type Submission, type Submitted } from '../host.ts';
import { kernel } from '../kernel.ts';
import { sha256 } from './chain.ts';
import { openReader } from './open.ts';
import { OutboxDelivery } from './outbox.ts';
import { createQueries } from './queries.ts';
import { Reader } from './reader.ts';
import type { Told } from './wire.ts';
import { runTask, workerEntry, WorkerLink, type Answered } from './worker-link.ts';

export interface EmbeddedOptions {
  /** Data folder; made when it is not there. */
  readonly folder: string;
  readonly clock?: HostClock;
  /** Calendars of a new journal. Default: the official years known to this build, everywhere. */
  readonly calendars?: CalendarBook;
  /** The worker's file, when it does not lie beside this one. */
  readonly entry?: URL;
  /** Events after which a case's state is saved (64), and cases kept in memory (5,000). */
  readonly saveEvery?: number;
  readonly cacheStates?: number;
  /** Faults nobody asked for: a timer's bug, a listener that threw. Default: a process warning. */
  readonly onFault?: (message: string) => void;
}

const SAVE_EVERY = 64;
const CACHE_STATES = 5_000;
/** States kept on the server's thread, for views. */
const READ_STATES = 2_000;

/** Rejects with HostError 'folderInUse', 'newerJournal' or 'unavailable'. */
export async function openEmbedded(options: EmbeddedOptions): Promise<Host> {
  const clock = options.clock ?? realClock();
  const entry = options.entry ?? workerEntry();
  const fault = options.onFault ?? ((message: string) => process.emitWarning(message, 'TongbanHost'));
  const listeners = new Set<CommittedListener>();
  mkdirSync(options.folder, { recursive: true });

  const outbox = new OutboxDelivery({
    ask: () => link.askOwed(),
    delivered: (upTo) => link.delivered(upTo),
    fault,
  });
  const { link, ready } = await WorkerLink.open(
    entry,
    {
      folder: options.folder,
      clock: clock.spec,
      calendars: JSON.stringify(options.calendars ?? makeBook(defaultCalendar())),
      saveEvery: options.saveEvery ?? SAVE_EVERY,
      cacheStates: options.cacheStates ?? CACHE_STATES,
    },
    { committed: onCommit, owed: (committed, upTo) => outbox.owed(committed, upTo), fault },
  );
  let calendars = JSON.parse(ready.calendars) as CalendarBook;
  const calendar = (region: string = INSTALLATION) => calendarOf(calendars, region);
  let { importing, empty } = ready;
  let closed = false;
  const db = openReader(options.folder);
  const reader = new Reader(db, kernel, READ_STATES);

  function onCommit(committed: readonly Told[]): void {
    outbox.add(committed);
    if (listeners.size === 0) return;
    for (const one of committed) {
      for (const listener of listeners) {
        try {
          listener(one.caseId, one.seq, one.outbox);
        } catch (error) {
          fault(`committed listener: ${error instanceof Error ? error.message : String(error)}`);
        }
      }
    }
  }

  async function decide(submission: Submission, playAt: number | null): Promise<Submitted> {
    const { caseId, command, actor, registersDown } = submission;
    const text = JSON.stringify(command);
    const answer = await link.submit({
      caseId,
      command: text,
      actor: JSON.stringify(actor),
      registersDown: registersDown === undefined ? null : JSON.stringify(registersDown),
      key: keyOf(submission, text),
      playAt,
    });
    const submitted = submittedOf(answer);
    if (submitted.ok) empty = false;
    return submitted;
  }

  return {
    submit: (submission) => decide(submission, null),
    async playAt(at, submission) {
      const submitted = await decide(submission, at);
      importing = true;
      return submitted;
    },
    async endImport() {
      await link.ask({ kind: 'endImport' });
      importing = false;
    },
    get importing() {
      return importing;
    },
    get empty() {
      return empty;
    },
    load: (caseId) => answered(() => reader.load(caseId)),
    events: (caseId) => answered(() => reader.events(caseId)),
    definition: (release) => answered(() => reader.definition(release)),
    queries: createQueries(db, { now: () => clock.now(), calendar, calendars: () => calendars }),
    async putDefinition(release: string, definition: Definition) {
      const { format } = definition.executable;
      if (!KNOWN_FORMATS.includes(format)) {
        throw new HostError('bug', `Executable format ${String(format)}, this host runs ${KNOWN_FORMATS.join(', ')}.`);
      }
      const json = JSON.stringify(definition);
      await link.ask({ kind: 'definition', release, identity: definition.identity, json });
    },
    calendar,
    calendars: () => calendars,
    async setCalendars(next) {
      await link.ask({ kind: 'calendar', json: JSON.stringify(next) });
      calendars = next;
    },
    onCommitted(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    onOutbox: (handler) => outbox.handle(handler),
    now: () => clock.now(),
    async verify(caseId) {
      const said = await runTask(entry, { task: 'verify', folder: options.folder, caseId: caseId ?? null });
      if (said.kind !== 'verified') throw new Error(`expected a report, got ${said.kind}`);
      return said.report;
    },
    async backup(file) {
      await runTask(entry, { task: 'backup', folder: options.folder, file });
    },
    async close() {
      if (closed) return;
      closed = true;
      outbox.close();
      await link.ask({ kind: 'close' });
      db.close();
      await link.ended();
    },
  };
}

/** A promise of what a synchronous read gives; what it throws rejects it. */
function answered<T>(read: () => T): Promise<T> {
  return new Promise((resolve) => resolve(read()));
}

function submittedOf(answer: Answered): Submitted {
  if (!answer.ok) {
    if ('conflict' in answer) return { ok: false, conflict: 'keyReused' };
    return { ok: false, rejection: JSON.parse(answer.rejection) as Rejection };
  }
  return new Accepted(answer);
}

/** A class, because an object with a getter of its own costs the engine a shape per object. */
class Accepted {
  readonly ok = true;
  readonly caseId: string;
  readonly seq: number;
  readonly repeated: boolean;
  readonly #json: string;
  #events: readonly CaseEvent[] | null = null;

  constructor({ caseId, seq, repeated, events }: Extract<Answered, { ok: true }>) {
    this.caseId = caseId;
    this.seq = seq;
    this.repeated = repeated;
    this.#json = events;
  }

  /** Parsed when somebody reads it: most callers only want the number. */
  get events(): readonly CaseEvent[] {
    this.#events ??= JSON.parse(this.#json) as CaseEvent[];
    return this.#events;
  }
}

/** `text`: the command as JSON. */
function keyOf(submission: Submission, text: string) {
  const { key, keyScope, sameness, command } = submission;
  if (key === undefined) return null;
  if (keyScope === undefined) throw new HostError('bug', 'A key needs the scope it is unique in.');
  return { scope: keyScope, key, digest: sha256(sameness ?? (command.type === 'start' ? startBody(command) : text)) };
}

/** What the client asked for, without what the server adds anew on every try. */
function startBody({ type, release, region, trial, patch }: Extract<Command, { type: 'start' }>): string {
  const values = Object.entries(patch).map(([key, { value }]) => [key, value]);
  return JSON.stringify([type, release, region, trial, values]);
}
