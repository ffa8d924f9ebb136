/**
 * The journal: decides commands in order and makes them durable, many to one COMMIT.
 *
 * Invariants:
 * - nothing leaves a batch (answers, cache, chain heads, numbers of commits) before its COMMIT returned; when COMMIT
 *   fails everything of the batch is forgotten and read again from disk;
 * - a bug in one command does not take the others of its batch with it;
 * - the instants of a case's events never go back.
 * Synchronous throughout; it runs in a worker, so that nobody waits for the disk but those who asked.
 */
import { bookOf, calendarOf, INSTALLATION, type Calendar, type CalendarBook } from '@tongban/shared/calendar';
import type { ActingParty, Command, Facts } from '@tongban/shared/kernel';
import type { HostClock } from '../clock.ts';
import { HostError } from '../host.ts';
import type { Kernel } from '../kernel.ts';
import { EMPTY_BATCH, OpenBatch, type Batch } from './batch.ts';
import { keyHint, remember, type CaseEntry } from './cases.ts';
import { commitDigest, GENESIS } from './chain.ts';
import { Definitions } from './definitions.ts';
import { loadCase } from './loader.ts';
import { deliveredTo, owedAfter, saveDelivered } from './owed.ts';
import type { Answer, Committed, Item, SubmitItem } from './protocol.ts';
import { Recent } from './recent.ts';
import type { KeyRecord, Store } from './store.ts';
import { Writer, type Key, type Prepared } from './writer.ts';

export interface JournalOptions {
  readonly store: Store;
  readonly kernel: Kernel;
  readonly clock: HostClock;
  /** For a journal that has none. */
  readonly calendars: CalendarBook;
  /** Events after which a case's state is saved. */
  readonly saveEvery: number;
  /** Cases kept in memory. */
  readonly cacheStates: number;
}

/** Where the chain of commits stands. */
interface Head {
  readonly commit: number;
  readonly record: number;
  readonly digest: string;
}

type Decision =
  | { readonly ok: true; readonly events: string; readonly seq: number }
  | { readonly ok: false; readonly rejection: string };

/** Timers fired in one batch, and cases recomputed in one. */
const TIMERS_PER_BATCH = 128;
const CASES_PER_RECOMPUTE = 200;
/** A timer that the kernel refuses is tried again after this, in milliseconds. */
const PARK_MS = 60_000;
const NUMBER_DIGITS = 4;

export class Journal {
  readonly #options: JournalOptions;
  readonly #store: Store;
  readonly #cache: Recent<CaseEntry>;
  readonly #definitions: Definitions;
  readonly #writer: Writer;
  #calendars: CalendarBook;
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
    this.#cache = new Recent(options.cacheStates);
    this.#definitions = new Definitions(options.store);
    this.#writer = new Writer(options.store, options.kernel, options.saveEvery);
    this.#calendars = this.#openCalendars(options.calendars);
    this.#importing = this.#store.meta('import') === 'open';
    this.#empty = !this.#store.anyCase();
    this.#head = this.#readHead();
    this.#delivered = this.#savedDelivered = deliveredTo(options.store);
    this.#recomputing = { after: '', waiting: [] };
  }

  get calendars(): CalendarBook {
    return this.#calendars;
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
      for (const timer of due) this.#fire(open, timer.case_id, timer.timer, now);
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
    const stale = page.filter((row) => row.calendar !== calendarOf(this.#calendars, row.region).version);
    const batch =
      stale.length === 0
        ? EMPTY_BATCH
        : this.#transaction((open) => {
            for (const { case_id } of stale) this.#project(open, case_id);
          });
    doing.after = last.case_id;
    return batch;
  }

  /** Messages not known to be delivered, and the last record they were looked for in. */
  owed(): { readonly upTo: number; readonly committed: readonly Committed[] } {
    const committed = owedAfter(this.#store, this.#options.kernel, this.#definitions, this.#delivered);
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
    const calendars = this.#calendars;
    const recomputing = this.#recomputing;
    const importing = this.#importing;
    try {
      this.#store.begin();
      work(open);
      this.#flush(open);
      for (const [day, last] of open.numbers) this.#store.putNumber(day, last);
      const head = this.#seal(open);
      const delivered = this.#delivered;
      if (delivered !== this.#savedDelivered) saveDelivered(this.#store, delivered);
      this.#store.commit();
      this.#head = head;
      this.#savedDelivered = delivered;
      if (open.decided.length > 0) this.#empty = false;
      remember(this.#cache, open.cases);
      return open;
    } catch (error) {
      if (this.#store.db.inTransaction) this.#store.rollback();
      this.#cache.clear();
      this.#definitions.clear();
      this.#calendars = calendars;
      this.#recomputing = recomputing;
      this.#importing = importing;
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
        this.#definitions.put(item.release, item.identity, item.json, this.#options.clock.now());
        open.answers.push(done(item.id));
        return;
      case 'calendar':
        this.#calendars = JSON.parse(item.json) as CalendarBook;
        this.#store.putCalendar(this.#calendars.version, item.json, this.#options.clock.now());
        this.#store.putMeta('calendar', this.#calendars.version);
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
      const answer = this.#submit(open, item);
      if (open.careful) {
        this.#flush(open);
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

  #submit(open: OpenBatch, item: SubmitItem): Answer {
    const { id, caseId, key } = item;
    this.#admit(open, item);
    const command = JSON.parse(item.command) as Command;
    const known = key === null ? undefined : this.#known(open, caseId, command, key);
    if (known !== undefined) {
      if (known.digest !== key?.digest) return { ok: false, id, conflict: true };
      return { ok: true, id, caseId: known.case_id, seq: known.last_seq, repeated: true, events: known.payload };
    }
    const actor = JSON.parse(item.actor) as ActingParty;
    if (item.playAt !== null) this.#catchUp(open, caseId, item.playAt);
    const now = item.playAt ?? this.#options.clock.now();
    const down = item.registersDown === null ? undefined : (JSON.parse(item.registersDown) as string[]);
    const decision = this.#decide(open, caseId, command, { actor, now, registersDown: down }, key);
    if (!decision.ok) return { ok: false, id, rejection: decision.rejection };
    return { ok: true, id, caseId, seq: decision.seq, repeated: false, events: decision.events };
  }

  /** The record that this key made before: of any case for a start, else of this one. */
  #known(open: OpenBatch, caseId: string, command: Command, { scope, key }: Key): KeyRecord | undefined {
    if (command.type === 'start') {
      const started = open.started(scope, key);
      return started === undefined ? this.#store.byStartKey(scope, key) : recordOf(started);
    }
    if (!this.#entry(open, caseId)?.keys.has(keyHint(scope, key))) return undefined;
    const keyed = open.keyed(caseId, scope, key);
    return keyed === undefined ? this.#store.byKey(caseId, scope, key) : recordOf(keyed);
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

  #decide(
    open: OpenBatch,
    caseId: string,
    asked: Command,
    facts: Omit<Facts, 'calendar'>,
    key: Key | null = null,
  ): Decision {
    const entry = this.#entry(open, caseId);
    const definition =
      asked.type === 'start' ? this.#definitions.ofRelease(asked.release) : entry && this.#definitions.get(entry.state);
    if (definition === null || definition === undefined) return refused('notFound');
    if (asked.type === 'start' && entry !== null) return refused('alreadyDone');
    const now = entry === null ? facts.now : Math.max(facts.now, entry.lastAt);
    const calendar = this.#calendarOf(asked, entry);
    const command =
      asked.type === 'start' && asked.number === '' ? { ...asked, number: this.#number(open, now) } : asked;
    const decided = this.#options.kernel.execute(definition, entry?.state ?? null, command, {
      ...facts,
      now,
      calendar,
    });
    if (!decided.ok) return { ok: false, rejection: JSON.stringify(decided.rejection) };
    const { events, state } = decided;
    if (events.length === 0) return { ok: true, events: '[]', seq: state.seq };
    const prepared = this.#writer.prepare({
      n: open.nextRecord,
      caseId,
      command: command.type,
      key,
      before: entry,
      definition,
      events,
      state,
      calendar,
    });
    if (command !== asked) open.numbers.set(this.#day(now), this.#lastNumber(open, now) + 1);
    open.add(prepared);
    return { ok: true, events: prepared.payload, seq: state.seq };
  }

  /** Writes what was decided and is in memory only. */
  #flush(open: OpenBatch): void {
    if (open.written === open.decided.length) return;
    open.wrote = true;
    this.#writer.flush(open.written === 0 ? open.decided : open.decided.slice(open.written));
    open.written = open.decided.length;
  }

  /** The case as this batch sees it, or null. */
  #entry(open: OpenBatch, caseId: string): CaseEntry | null {
    const seen = open.cases.get(caseId) ?? this.#cache.get(caseId);
    if (seen !== undefined) return seen;
    const loaded = loadCase(this.#store, this.#options.kernel, caseId);
    if (loaded !== null) open.cases.set(caseId, loaded);
    return loaded;
  }

  /** Fires one timer as the system. A refusal rearms it as the kernel sees it, or parks it. */
  #fire(open: OpenBatch, caseId: string, timer: string, now: number): boolean {
    this.#flush(open);
    this.#store.savepoint();
    const goBack = open.mark(caseId);
    let failed = false;
    try {
      const decision = this.#decide(open, caseId, { type: 'fireTimer', timer }, { actor: 'system', now });
      this.#flush(open);
      if (decision.ok) {
        this.#store.releaseSavepoint();
        return true;
      }
      this.#project(open, caseId);
    } catch (error) {
      if (!this.#store.db.inTransaction) throw error;
      this.#store.rollbackTo();
      goBack();
      failed = true;
      open.faults.push(`timer ${timer} of case ${caseId}: ${text(error)}`);
    }
    const due = open.cases.get(caseId)?.timers.get(timer);
    if (failed || (due !== undefined && due <= now)) this.#store.putTimer(timer, caseId, now + PARK_MS);
    else if (due === undefined) this.#store.deleteTimer(caseId, timer);
    this.#store.releaseSavepoint();
    return false;
  }

  /** Writes all rows of a case anew, from its state and the calendar of now. */
  #project(open: OpenBatch, caseId: string): void {
    this.#flush(open);
    const entry = this.#entry(open, caseId);
    if (entry === null) return;
    const definition = must(this.#definitions.get(entry.state));
    const calendar = calendarOf(this.#calendars, entry.state.region);
    open.cases.set(caseId, this.#writer.projectAll(entry, definition, calendar));
  }

  /** A case runs on the calendar of its region. */
  #calendarOf(command: Command, entry: CaseEntry | null): Calendar {
    const region = entry?.state.region ?? (command.type === 'start' ? command.region : INSTALLATION);
    return calendarOf(this.#calendars, region);
  }

  /** Import: fires what came due in this case before the played instant, each at its own. */
  #catchUp(open: OpenBatch, caseId: string, at: number): void {
    const entry = this.#entry(open, caseId);
    if (entry !== null && at < entry.lastAt) {
      throw new HostError('backwards', `Case ${caseId} already has an event later than ${new Date(at).toISOString()}.`);
    }
    for (;;) {
      const due = firstDue(this.#entry(open, caseId), at);
      if (due === null || !this.#fire(open, caseId, due.timer, due.dueAt)) return;
    }
  }

  #endImport(open: OpenBatch): void {
    const now = this.#options.clock.now();
    for (;;) {
      const due = this.#store.dueTimers(now, TIMERS_PER_BATCH);
      if (due.length === 0) break;
      for (const timer of due) this.#fire(open, timer.case_id, timer.timer, timer.due_at);
      if (open.faults.length > 0) break;
    }
    this.#importing = false;
    this.#store.putMeta('import', 'closed');
  }

  #number(open: OpenBatch, now: number): string {
    return `${this.#day(now)}${String(this.#lastNumber(open, now) + 1).padStart(NUMBER_DIGITS, '0')}`;
  }

  #lastNumber(open: OpenBatch, now: number): number {
    const day = this.#day(now);
    return open.numbers.get(day) ?? this.#store.lastNumber(day);
  }

  /** Local date as YYYYMMDD. */
  #day(now: number): string {
    const local = new Date(now + this.#calendars.national.offsetMinutes * 60_000);
    return local.toISOString().slice(0, 10).replaceAll('-', '');
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

function recordOf({ key, after, payload }: Prepared): KeyRecord {
  const { caseId, seq } = after.state;
  return { digest: key?.digest ?? '', case_id: caseId, last_seq: seq, payload };
}
function done(id: number): Answer {
  return { ok: true, id, caseId: '', seq: 0, repeated: false, events: '[]' };
}
function refused(code: 'notFound' | 'alreadyDone'): Decision {
  return { ok: false, rejection: JSON.stringify({ code }) };
}
function text(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
/** The case's earliest timer that is due at `at`, or null. */
function firstDue(entry: CaseEntry | null, at: number): { timer: string; dueAt: number } | null {
  let first: { timer: string; dueAt: number } | null = null;
  for (const [timer, dueAt] of entry?.timers ?? []) {
    if (dueAt <= at && (first === null || dueAt < first.dueAt)) first = { timer, dueAt };
  }
  return first;
}
function must<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('expected a value, but it is missing');
  return value;
}
