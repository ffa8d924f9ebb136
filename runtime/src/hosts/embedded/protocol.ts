/**
 * What the server's thread and the journal's worker say to each other. Commands and events cross as JSON text: they
 * are stored and hashed as text anyway, and text crosses threads by one copy. Many submissions travel in one message.
 */
import type { ClockSpec } from '../clock.ts';
import type { HostErrorCode, Verified } from '../host.ts';
import type { Flat } from './wire.ts';
import type { Key } from './writer.ts';

export interface WorkerOptions {
  readonly folder: string;
  readonly clock: ClockSpec;
  /** Calendars (JSON) for a journal that has none yet. */
  readonly calendars: string;
  readonly saveEvery: number;
  readonly cacheStates: number;
}

export interface SubmitItem {
  readonly kind: 'submit';
  readonly id: number;
  readonly caseId: string;
  /** JSON of the command and of the acting party. */
  readonly command: string;
  readonly actor: string;
  readonly registersDown: string | null;
  /** null: without a key. */
  readonly key: Key | null;
  /** Instant of a played command; null: live. */
  readonly playAt: number | null;
}
export interface DefinitionItem {
  readonly kind: 'definition';
  readonly id: number;
  readonly release: string;
  readonly identity: string;
  readonly json: string;
}
export interface CalendarItem {
  readonly kind: 'calendar';
  readonly id: number;
  readonly json: string;
}
export interface EndImportItem {
  readonly kind: 'endImport';
  readonly id: number;
}
export type Item = SubmitItem | DefinitionItem | CalendarItem | EndImportItem;

/** What is not for the journal: what messages are owed, and the end. */
export type Request =
  Exclude<Item, SubmitItem> | { readonly kind: 'owed' } | { readonly kind: 'close'; readonly id: number };

/** Submissions come before requests. */
export interface ToWorker {
  /** SubmitItems (wire.ts). */
  readonly submissions: Flat;
  readonly requests: readonly Request[];
  /** Messages up to this record have been delivered; null: nothing new. */
  readonly delivered: number | null;
}

export type Answer =
  | {
      readonly ok: true;
      readonly id: number;
      readonly caseId: string;
      readonly seq: number;
      readonly repeated: boolean;
      /** JSON array of the events. */
      readonly events: string;
    }
  | { readonly ok: false; readonly id: number; readonly rejection: string }
  | { readonly ok: false; readonly id: number; readonly conflict: true }
  | {
      readonly ok: false;
      readonly id: number;
      readonly error: { readonly code: HostErrorCode; readonly message: string };
    };

/** One command that a commit made durable; timers appear here, too. */
export interface Committed {
  /** Number of the record. */
  readonly n: number;
  readonly caseId: string;
  readonly seq: number;
  /** JSON array of the OutboxEntries; null: none. */
  readonly outbox: string | null;
}

export type FromWorker =
  | { readonly kind: 'ready'; readonly calendars: string; readonly importing: boolean; readonly empty: boolean }
  | { readonly kind: 'refused'; readonly code: HostErrorCode; readonly message: string }
  /** Answers and Committed (wire.ts). */
  | { readonly kind: 'committed'; readonly answers: Flat; readonly committed: Flat }
  | { readonly kind: 'owed'; readonly upTo: number; readonly committed: Flat }
  | { readonly kind: 'verified'; readonly report: Verified }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly message: string };

/** The same entry also runs long jobs that only read, each in a worker of its own. */
export type WorkerTask =
  | { readonly task: 'journal'; readonly options: WorkerOptions }
  | { readonly task: 'verify'; readonly folder: string; readonly caseId: string | null }
  | { readonly task: 'backup'; readonly folder: string; readonly file: string };
