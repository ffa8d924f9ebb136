/**
 * The port between the areas of the server and whatever makes the kernel durable. Several hosts implement it
 * (embedded: SQLite in the server's process; a cluster later); one contract suite holds for all of them.
 *
 * Invariants, kept by every host:
 * - a submission that was answered `ok` is on disk and survives a kill; nothing is visible before that;
 * - the events of a case are numbered from 1 without gaps, and every read after an answer sees what it decided;
 * - an idempotency key decides once: the same key and body get the first result again, another body a conflict;
 * - expected refusals are values; a promise rejects only for bugs and for a journal that cannot be written.
 */
import type { Calendar, CalendarBook } from '@tongban/shared/calendar';
import type { Definition } from '@tongban/shared/definition';
import type { ActingParty, CaseEvent, CaseState, Command, OutboxEntry, Rejection } from '@tongban/shared/kernel';
import type { HostQueries } from './queries.ts';

export interface Submission {
  readonly caseId: string;
  readonly command: Command;
  readonly actor: ActingParty;
  /** Registers that cannot be reached now. */
  readonly registersDown?: readonly string[];
  /** Idempotency key, chosen by the client. */
  readonly key?: string;
  /** What the key is unique in: actor and case; for a start: actor and scenario. Needed with `key`. */
  readonly keyScope?: string;
  /**
   * Text that says what the command asks for; two submissions of one key with the same text are the same.
   * Default: the command as JSON; for a start without case id, number and the origins of its values, because the
   * server allots and looks those up anew on every try.
   */
  readonly sameness?: string;
}

export type Submitted =
  | {
      readonly ok: true;
      /** The case that was touched: for a repeated start the one of the first try. */
      readonly caseId: string;
      readonly events: readonly CaseEvent[];
      /** Number of the last event. */
      readonly seq: number;
      /** The key had decided before; nothing was decided now. */
      readonly repeated: boolean;
    }
  | { readonly ok: false; readonly rejection: Rejection; readonly conflict?: undefined }
  | { readonly ok: false; readonly conflict: 'keyReused'; readonly rejection?: undefined };

/** Called after the commit, once per command that changed a case. Must not throw; carries ids, no case data. */
export type CommittedListener = (caseId: string, seq: number, outbox: readonly OutboxEntry[]) => void;

/** Takes one message out of the outbox. It may come again (same `key`) when the process ended before it was marked. */
export type OutboxHandler = (entry: OutboxEntry) => void | Promise<void>;

export interface Loaded {
  readonly definition: Definition;
  readonly state: CaseState;
}

export interface Verified {
  readonly cases: number;
  readonly events: number;
  /** Number and digest of the journal's last commit, to be kept somewhere else as an anchor. */
  readonly head: { readonly commit: number; readonly digest: string };
  /** What does not fit; empty when the record is whole. `seq` null: the case as a whole or the commit chain. */
  readonly faults: readonly {
    readonly caseId: string | null;
    readonly seq: number | null;
    readonly fault: ChainFault;
  }[];
}
/**
 * gap: numbers missing; payload: the stored payload is not what was recorded; header: type, time, author or number
 * changed; link: the event does not follow from the one before; commit: events were removed or added behind the
 * journal's back; state: the saved state is not what the events give.
 */
export type ChainFault = 'gap' | 'payload' | 'header' | 'link' | 'commit' | 'state';

export interface Host {
  /** Decides one command. Rejects with HostError 'unavailable' when the journal cannot be written. */
  submit(submission: Submission): Promise<Submitted>;
  /**
   * Import only: decides as if it were `at`. Allowed on a journal that has never taken a live command; per case `at`
   * must not go back. Timers that came due before `at` fire at their own instants first. Timers stand still and live
   * submissions are refused until `endImport`.
   */
  playAt(at: number, submission: Submission): Promise<Submitted>;
  /** Ends an import: timers that came due fire at their own instants, then the journal is live. */
  endImport(): Promise<void>;
  /** True from the first playAt until endImport, across restarts: a seeding that was cut off can be told. */
  readonly importing: boolean;
  /** True when no case was ever started here. */
  readonly empty: boolean;

  /** Raw state, for the cases area's view only. */
  load(caseId: string): Promise<Loaded | null>;
  events(caseId: string): Promise<readonly CaseEvent[]>;
  /** Typed lists and figures of the read model. */
  readonly queries: HostQueries;

  /** Stores a sealed definition under a release; must be done before the release takes effect. Idempotent. */
  putDefinition(release: string, definition: Definition): Promise<void>;
  definition(release: string): Promise<Definition | null>;

  /** The calendar in force in a region, where its cases run; without one, the installation's. */
  calendar(region?: string): Calendar;
  calendars(): CalendarBook;
  /** Takes effect with the next command; due times and timers of what is open are recomputed before it returns. */
  setCalendars(book: CalendarBook): Promise<void>;

  /** Both return a function that ends the subscription. */
  onCommitted(listener: CommittedListener): () => void;
  /** One handler; what was not marked done before is delivered first. */
  onOutbox(handler: OutboxHandler): () => void;

  now(): number;
  /** Recomputes the chains of one case, or of the whole journal. */
  verify(caseId?: string): Promise<Verified>;
  /** A consistent copy in one file, made while the journal runs. Fails when the file exists. */
  backup(file: string): Promise<void>;
  /** Finishes what was submitted, saves, releases the data folder. */
  close(): Promise<void>;
}

/**
 * folderInUse: another server has this data folder open. newerJournal: written by a newer version of this product.
 * unavailable: the journal could not be written; nothing of the submission took effect. notImporting, importing:
 * playAt on a live journal, submit while importing. backwards: playAt with an instant before the case's last event.
 * closed: the host was closed. bug: the kernel threw; nothing of the submission took effect.
 */
export type HostErrorCode =
  'folderInUse' | 'newerJournal' | 'unavailable' | 'notImporting' | 'importing' | 'backwards' | 'closed' | 'bug';

export class HostError extends Error {
  readonly code: HostErrorCode;
  constructor(code: HostErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'HostError';
    this.code = code;
  }
}
