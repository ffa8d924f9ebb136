/**
 * The journal: takes commands in order and makes them durable, many to one COMMIT; decider.ts decides each.
 *
 * Invariants:
 * - nothing leaves a batch (answers, cache, chain heads, numbers of commits) before its COMMIT returned; when COMMIT
 *   fails everything of the batch is forgotten and read again from disk;
 * - a bug in one command does not take the others of its batch with it;
 * - the instants of a case's events never go back.
 * Synchronous throughout; it runs in a worker, so that nobody waits for the disk but those who asked.
 */
import { bookOf, calendarOf, type Calendar, type CalendarBook } from '@tongban/shared/calendar';
import { HostError } from '../host.ts';
import { EMPTY_BATCH, OpenBatch, type Batch } from './batch.ts';
import { commitDigest, GENESIS } from './chain.ts';
import { Decider, text, type DeciderOptions } from './decider.ts';
import { deliveredTo, owedAfter, saveDelivered } from './owed.ts';
import type { Answer, Committed, Item, SubmitItem } from './protocol.ts';
import type { Store } from './store.ts';

export interface JournalOptions extends DeciderOptions {
  /** For a journal that has none. */
  readonly calendars: CalendarBook;
}

/** Where the chain of commits stands. */
interface Head {
  readonly commit: number;
  readonly record: number;
  readonly digest: string;
}

/** Timers fired in one batch, and cases recomputed in one. */
const TIMERS_PER_BATCH = 128;
const CASES_PER_RECOMPUTE = 200;

export class Journal {
  readonly #options: JournalOptions;
  readonly #store: Store;
  readonly #decider: Decider;
  #importing: boolean;
  #empty: boolean;
  #head: Head;
  /** Records up to here have had their messages delivered; saved with the next commit. */
  #delivered: number;
  #savedDelivered: number;
  /** Recomputation under way: where it stands and who waits for it. */
  #recomputing: { after: string; readonly waiting: number[] } | null;

  constructor(options: JournalOptions) {
    this.#options = options;
    this.#store = options.store;
    this.#decider = new Decider(options, this.#openCalendars(options.calendars));
    this.#importing = this.#store.meta('import') === 'open';
    this.#empty = !this.#store.anyCase();
    this.#head = this.#readHead();
    this.#delivered = this.#savedDelivered = deliveredTo(options.store);
    this.#recomputing = { after: '', waiting: [] };
  }

  get calendars(): CalendarBook {
    return this.#decider.calendars;
  }
  get importing(): boolean {
    return this.#importing;
  }
  get empty(): boolean {
    return this.#empty;
  }

  /** Decides the items in order inside one transaction. Never throws: failures are answers. */
  run(items: Iterable<Item>): Batch {
    const taken: Item[] = [];
    try {
      return this.#transaction((open) => {
        for (const item of items) {
          taken.push(item);
          this.#item(open, item);
        }
      }, false);
    } catch {
      return this.#runCarefully(taken);
    }
  }

  #runCarefully(items: readonly Item[]): Batch {
    try {
      return this.#transaction((open) => {
        for (const item of items) this.#item(open, item);
      });
    } catch (cause) {
      const error = { code: 'unavailable' as const, message: `The journal could not be written: ${text(cause)}` };
      const answers = items.map((item): Answer => ({ ok: false, id: item.id, error }));
      return { answers, committed: [], faults: [text(cause)] };
    }
  }

  /** Fires what is due now; an empty batch when nothing is. Throws when the journal cannot be written. */
  fireDue(): Batch {
    const now = this.#options.clock.now();
    const due = this.#importing ? [] : this.#store.dueTimers(now, TIMERS_PER_BATCH);
    if (due.length === 0) return EMPTY_BATCH;
    return this.#transaction((open) => {
      for (const timer of due) this.#decider.fire(open, timer.case_id, timer.timer, now);
    });
  }

  /** Due instant of the next timer; null when none is armed or an import holds them. */
  nextDue(): number | null {
    return this.#importing ? null : this.#store.nextDue();
  }

  /** Recomputes due times of some cases after a calendar came; null when nothing is left to do. */
  recompute(): Batch | null {
    const doing = this.#recomputing;
    if (doing === null) return null;
    const page = this.#store.openCases(doing.after, CASES_PER_RECOMPUTE);
    const last = page[page.length - 1];
    if (last === undefined) {
      this.#recomputing = null;
      return { answers: doing.waiting.map(done), committed: [], faults: [] };
    }
    const stale = page.filter((row) => row.calendar !== calendarOf(this.calendars, row.region).version);
    const batch =
      stale.length === 0
        ? EMPTY_BATCH
        : this.#transaction((open) => {
            for (const { case_id } of stale) this.#decider.project(open, case_id);
          });
    doing.after = last.case_id;
    return batch;
  }

  /** Messages not known to be delivered, and the last record they were looked for in. */
  owed(): { readonly upTo: number; readonly committed: readonly Committed[] } {
    const committed = owedAfter(this.#store, this.#options.kernel, this.#decider.definitions, this.#delivered);
    return { upTo: this.#head.record, committed };
  }

  /** Everything up to this record has been delivered. */
  delivered(record: number): void {
    this.#delivered = Math.max(this.#delivered, record);
  }

  /** Saves what may wait: how far messages are delivered. */
  saveDelivered(): void {
    if (this.#delivered === this.#savedDelivered) return;
    this.#transaction(() => undefined);
  }

  #transaction(work: (open: OpenBatch) => void, careful = true): Batch {
    const open = new OpenBatch(this.#head.record + 1, careful);
    const { calendars } = this.#decider;
    const importing = this.#importing;
    const recomputing = this.#recomputing;
    try {
      this.#store.begin();
      work(open);
      this.#decider.flush(open);
      for (const [day, last] of open.numbers) this.#store.putNumber(day, last);
      const head = this.#seal(open);
      const delivered = this.#delivered;
      if (delivered !== this.#savedDelivered) saveDelivered(this.#store, delivered);
      this.#store.commit();
      this.#head = head;
      this.#savedDelivered = delivered;
      if (open.decided.length > 0) this.#empty = false;
      this.#decider.committed(open);
      return open;
    } catch (error) {
      if (this.#store.db.inTransaction) this.#store.rollback();
      this.#decider.forget();
      this.#decider.calendars = calendars;
      this.#importing = importing;
      this.#recomputing = recomputing;
      this.#head = this.#readHead();
      throw error;
    }
  }

  /** Chains this commit over its records. */
  #seal(open: OpenBatch): Head {
    if (open.decided.length === 0) return this.#head;
    const commit = this.#head.commit + 1;
    const record = open.nextRecord - 1;
    const digest = commitDigest(
      this.#head.digest,
      open.decided.map((one) => one.after.head),
    );
    this.#store.insertCommit(commit, record, this.#options.clock.now(), digest);
    return { commit, record, digest };
  }

  #item(open: OpenBatch, item: Item): void {
    switch (item.kind) {
      case 'submit':
        open.answers.push(this.#guarded(open, item));
        return;
      case 'definition':
        this.#decider.definitions.put(item.release, item.identity, item.json, this.#options.clock.now());
        open.answers.push(done(item.id));
        return;
      case 'calendar':
        this.#decider.calendars = JSON.parse(item.json) as CalendarBook;
        this.#store.putCalendar(this.calendars.version, item.json, this.#options.clock.now());
        this.#store.putMeta('calendar', this.calendars.version);
        this.#recomputing = { after: '', waiting: [...(this.#recomputing?.waiting ?? []), item.id] };
        return;
      case 'endImport':
        this.#endImport(open);
        open.answers.push(done(item.id));
        return;
    }
  }

  /**
   * One command. What throws before anything of it was written is answered as a bug and the batch goes on; what throws
   * later sends the whole batch back, to be decided again with a savepoint for each.
   */
  #guarded(open: OpenBatch, item: SubmitItem): Answer {
    const goBack = open.mark(item.caseId);
    open.wrote = false;
    if (open.careful) this.#store.savepoint();
    try {
      this.#admit(open, item);
      const answer = this.#decider.submit(open, item);
      if (open.careful) {
        this.#decider.flush(open);
        this.#store.releaseSavepoint();
      }
      return answer;
    } catch (error) {
      if (!this.#store.db.inTransaction || (open.wrote && !open.careful)) throw error;
      if (open.careful) {
        this.#store.rollbackTo();
        this.#store.releaseSavepoint();
      }
      goBack();
      const code = error instanceof HostError ? error.code : 'bug';
      return { ok: false, id: item.id, error: { code, message: text(error) } };
    }
  }

  /** Live commands and played ones never mix. */
  #admit(open: OpenBatch, item: SubmitItem): void {
    if (item.playAt === null) {
      if (this.#importing) throw new HostError('importing', 'The journal is taking in played cases.');
      return;
    }
    if (this.#importing) return;
    if (!this.#empty || this.#store.meta('import') !== null) {
      throw new HostError('notImporting', 'Only a new journal takes played cases.');
    }
    open.wrote = true;
    this.#importing = true;
    this.#store.putMeta('import', 'open');
  }

  #endImport(open: OpenBatch): void {
    const now = this.#options.clock.now();
    for (;;) {
      const due = this.#store.dueTimers(now, TIMERS_PER_BATCH);
      if (due.length === 0) break;
      for (const timer of due) this.#decider.fire(open, timer.case_id, timer.timer, timer.due_at);
      if (open.faults.length > 0) break;
    }
    this.#importing = false;
    this.#store.putMeta('import', 'closed');
  }

  #openCalendars(fallback: CalendarBook): CalendarBook {
    const version = this.#store.meta('calendar');
    const stored = version === null ? null : this.#store.calendar(version);
    if (stored !== null) return bookOf(JSON.parse(stored) as Calendar | CalendarBook);
    this.#store.begin();
    this.#store.putCalendar(fallback.version, JSON.stringify(fallback), this.#options.clock.now());
    this.#store.putMeta('calendar', fallback.version);
    this.#store.commit();
    return fallback;
  }

  #readHead(): Head {
    const last = this.#store.lastCommit();
    if (last === undefined) return { commit: 0, record: 0, digest: GENESIS };
    return { commit: last.n, record: last.last_record, digest: last.digest };
  }
}

function done(id: number): Answer {
  return { ok: true, id, caseId: '', seq: 0, repeated: false, events: '[]' };
}
