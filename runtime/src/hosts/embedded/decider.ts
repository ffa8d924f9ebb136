/**
 * One command or timer at a time, decided inside an open batch: the case as the batch sees it, the kernel's answer, and
 * the rows it leads to. Nothing here commits; what a batch made enters memory only when the journal says so.
 */
import { calendarOf, INSTALLATION, type Calendar, type CalendarBook } from '@tongban/shared/calendar';
import { needsPast, pastOf } from '@tongban/shared/kernel';
import type { ActingParty, CaseEvent, Command, Facts } from '@tongban/shared/kernel';
import type { HostClock } from '../clock.ts';
import { HostError } from '../host.ts';
import type { Kernel } from '../kernel.ts';
import type { OpenBatch } from './batch.ts';
import { keyHint, remember, type CaseEntry } from './cases.ts';
import { Definitions } from './definitions.ts';
import { loadCase } from './loader.ts';
import { CaseNumbers } from './numbers.ts';
import type { Answer, SubmitItem } from './protocol.ts';
import { Recent } from './recent.ts';
import type { KeyRecord, Store } from './store.ts';
import { Writer, type Key, type Prepared } from './writer.ts';

export interface DeciderOptions {
  readonly store: Store;
  readonly kernel: Kernel;
  readonly clock: HostClock;
  /** Events after which a case's state is saved. */
  readonly saveEvery: number;
  /** Cases kept in memory. */
  readonly cacheStates: number;
}

interface Asked {
  readonly caseId: string;
  readonly command: Command;
  readonly key: Key | null;
}
type Decision =
  | { readonly ok: true; readonly events: string; readonly seq: number }
  | { readonly ok: false; readonly rejection: string };

/** A timer that the kernel refuses is tried again after this, in milliseconds. */
const PARK_MS = 60_000;
/** People whose description is kept parsed. */
const ACTORS = 1_000;

export class Decider {
  readonly definitions: Definitions;
  /** In force for what is decided next. */
  calendars: CalendarBook;
  readonly #options: DeciderOptions;
  readonly #store: Store;
  readonly #cases: Recent<CaseEntry>;
  readonly #actors = new Recent<ActingParty>(ACTORS);
  readonly #numbers: CaseNumbers;
  readonly #writer: Writer;

  constructor(options: DeciderOptions, calendars: CalendarBook) {
    this.#options = options;
    this.#store = options.store;
    this.calendars = calendars;
    this.definitions = new Definitions(options.store);
    this.#cases = new Recent(options.cacheStates);
    this.#numbers = new CaseNumbers(options.store);
    this.#writer = new Writer(options.store, options.kernel, options.saveEvery);
  }

  /** The batch is on disk. */
  committed(open: OpenBatch): void {
    remember(this.#cases, open.cases);
  }

  /** A batch was lost: everything is read again. */
  forget(): void {
    this.#cases.clear();
    this.definitions.clear();
  }

  submit(open: OpenBatch, item: SubmitItem): Answer {
    const { id, caseId, key } = item;
    const command = JSON.parse(item.command) as Command;
    const known = key === null ? undefined : this.#known(open, caseId, command, key);
    if (known !== undefined) {
      if (known.digest !== key?.digest) return { ok: false, id, conflict: true };
      return { ok: true, id, caseId: known.case_id, seq: known.last_seq, repeated: true, events: known.payload };
    }
    if (item.playAt !== null) this.#catchUp(open, caseId, item.playAt);
    const actor = this.#actor(item.actor);
    const now = item.playAt ?? this.#options.clock.now();
    const down = item.registersDown === null ? undefined : (JSON.parse(item.registersDown) as string[]);
    const decision = this.#decide(open, { caseId, command, key }, { actor, now, registersDown: down });
    if (!decision.ok) return { ok: false, id, rejection: decision.rejection };
    return { ok: true, id, caseId, seq: decision.seq, repeated: false, events: decision.events };
  }

  /** Fires one timer as the system. A refusal rearms it as the kernel sees it, or parks it. */
  fire(open: OpenBatch, caseId: string, timer: string, now: number): boolean {
    this.flush(open);
    this.#store.savepoint();
    const goBack = open.mark(caseId);
    let failed = false;
    try {
      const asked: Asked = { caseId, command: { type: 'fireTimer', timer }, key: null };
      const decision = this.#decide(open, asked, { actor: 'system', now });
      this.flush(open);
      if (decision.ok) {
        this.#store.releaseSavepoint();
        return true;
      }
      this.project(open, caseId);
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
  project(open: OpenBatch, caseId: string): void {
    this.flush(open);
    const entry = this.#entry(open, caseId);
    if (entry === null) return;
    const definition = this.definitions.get(entry.state);
    if (definition === null) throw new Error(`expected definition ${entry.state.identity} of case ${caseId}`);
    const calendar = calendarOf(this.calendars, entry.state.region);
    open.cases.set(caseId, this.#writer.projectAll(entry, definition, calendar));
  }

  /** Writes what was decided and is in memory only. */
  flush(open: OpenBatch): void {
    if (open.written === open.decided.length) return;
    open.wrote = true;
    this.#writer.flush(open.written === 0 ? open.decided : open.decided.slice(open.written));
    open.written = open.decided.length;
  }

  #actor(json: string): ActingParty {
    const known = this.#actors.get(json);
    if (known !== undefined) return known;
    const actor = JSON.parse(json) as ActingParty;
    this.#actors.set(json, actor);
    return actor;
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

  #decide(open: OpenBatch, { caseId, command: asked, key }: Asked, facts: Omit<Facts, 'calendar'>): Decision {
    const entry = this.#entry(open, caseId);
    const definition =
      asked.type === 'start' ? this.definitions.ofRelease(asked.release) : entry && this.definitions.get(entry.state);
    if (definition === null || definition === undefined) return refused('notFound');
    if (asked.type === 'start' && entry !== null) return refused('alreadyDone');
    const now = entry === null ? facts.now : Math.max(facts.now, entry.lastAt);
    const calendar = this.#calendarOf(asked, entry);
    const { national } = this.calendars;
    const numbered = asked.type === 'start' && asked.number === '';
    const command = numbered ? { ...asked, number: this.#numbers.next(open.numbers, now, national) } : asked;
    const { actor, registersDown } = facts;
    const decided = this.#options.kernel.execute(definition, entry?.state ?? null, command, {
      actor,
      now,
      calendar,
      registersDown,
      ...this.#askedFor(open, entry, command),
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
    if (numbered) this.#numbers.take(open.numbers, now, national);
    open.add(prepared);
    return { ok: true, events: prepared.payload, seq: state.seq };
  }

  /** Facts that only some commands need: the record of the case. */
  #askedFor(open: OpenBatch, entry: CaseEntry | null, command: Command): Pick<Facts, 'past'> {
    const seq = entry && needsPast(entry.state, command);
    if (entry === null || seq === null) return {};
    this.flush(open);
    const record = this.#store.payloads(entry.state.caseId, 0).map((json) => JSON.parse(json) as CaseEvent[]);
    const past = pastOf(record, seq);
    return past ? { past } : {};
  }

  /** A case runs on the calendar of its region. */
  #calendarOf(command: Command, entry: CaseEntry | null): Calendar {
    const region = entry?.state.region ?? (command.type === 'start' ? command.region : INSTALLATION);
    return calendarOf(this.calendars, region);
  }

  /** The case as this batch sees it, or null. */
  #entry(open: OpenBatch, caseId: string): CaseEntry | null {
    const seen = open.cases.get(caseId) ?? this.#cases.get(caseId);
    if (seen !== undefined) return seen;
    const loaded = loadCase(this.#store, this.#options.kernel, caseId);
    if (loaded !== null) open.cases.set(caseId, loaded);
    return loaded;
  }

  /** Import: fires what came due in this case before the played instant, each at its own. */
  #catchUp(open: OpenBatch, caseId: string, at: number): void {
    const entry = this.#entry(open, caseId);
    if (entry !== null && at < entry.lastAt) {
      throw new HostError('backwards', `Case ${caseId} already has an event later than ${new Date(at).toISOString()}.`);
    }
    for (;;) {
      const due = firstDue(this.#entry(open, caseId), at);
      if (due === null || !this.fire(open, caseId, due.timer, due.dueAt)) return;
    }
  }
}

export function text(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
function recordOf({ key, after, payload }: Prepared): KeyRecord {
  const { caseId, seq } = after.state;
  return { digest: key?.digest ?? '', case_id: caseId, last_seq: seq, payload };
}
function refused(code: 'notFound' | 'alreadyDone'): Decision {
  return { ok: false, rejection: JSON.stringify({ code }) };
}
/** The case's earliest timer that is due at `at`, or null. */
function firstDue(entry: CaseEntry | null, at: number): { timer: string; dueAt: number } | null {
  let first: { timer: string; dueAt: number } | null = null;
  for (const [timer, dueAt] of entry?.timers ?? []) {
    if (dueAt <= at && (first === null || dueAt < first.dueAt)) first = { timer, dueAt };
  }
  return first;
}
