/**
 * What the server's thread and the journal's worker say to each other. Commands and events cross as JSON text: they
 * are stored and hashed as text anyway, and text crosses threads by one copy. Many submissions travel in one message.
 */
import type { ClockSpec } from '../clock.ts';
import type { HostErrorCode, Verified } from '../host.ts';
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

/** Besides items for the journal: what is delivered, what is owed, and the end. */
export type ToWorker =
  | Item
  | { readonly kind: 'delivered'; readonly upTo: number }
  | { readonly kind: 'owed' }
  | { readonly kind: 'close'; readonly id: number };

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
  /** JSON of each OutboxEntry. */
  readonly outbox: readonly string[];
}

export type FromWorker =
  | { readonly kind: 'ready'; readonly calendars: string; readonly importing: boolean; readonly empty: boolean }
  | { readonly kind: 'refused'; readonly code: HostErrorCode; readonly message: string }
  | { readonly kind: 'committed'; readonly answers: readonly Answer[]; readonly committed: readonly Committed[] }
  | { readonly kind: 'owed'; readonly upTo: number; readonly committed: readonly Committed[] }
  | { readonly kind: 'verified'; readonly report: Verified }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly message: string };

/** The same entry also runs long jobs that only read, each in a worker of its own. */
export type WorkerTask =
  | { readonly task: 'journal'; readonly options: WorkerOptions }
  | { readonly task: 'verify'; readonly folder: string; readonly caseId: string | null }
  | { readonly task: 'backup'; readonly folder: string; readonly file: string };
