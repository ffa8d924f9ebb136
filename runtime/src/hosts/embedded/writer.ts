/**
 * From what a command decided to rows: `prepare` computes everything and runs no statement, so that whatever throws,
 * throws there; `flush` writes many commands kind by kind, because one statement run often is far cheaper than many in
 * turn. Only rows of the read model that changed are written.
 */
import { elapsedMinutes, workingMinutesBetween, type Calendar } from '@tongban/shared/calendar';
import type { Definition } from '@tongban/shared/definition';
import { hasLetter } from '@tongban/shared/kernel';
import type { CaseEvent, CaseRow, CaseState, Projection, TaskRow } from '@tongban/shared/kernel';
import type { Kernel } from '../kernel.ts';
import { keyHint, type CaseEntry } from './cases.ts';
import { caseRoot, newSalt, payloadHash, recordHash } from './chain.ts';
import { createRows, type Rows } from './rows.ts';
import type { Store } from './store.ts';

export interface Key {
  readonly scope: string;
  readonly key: string;
  /** SHA-256 of what was asked for. */
  readonly digest: string;
}
export interface Decided {
  /** Number of the record in the journal. */
  readonly n: number;
  readonly caseId: string;
  readonly command: string;
  readonly key: Key | null;
  /** The case before; null: it starts. */
  readonly before: CaseEntry | null;
  readonly definition: Definition;
  readonly events: readonly CaseEvent[];
  /** The case after them. */
  readonly state: CaseState;
  readonly calendar: Calendar;
}
/** A record ready to be written. */
export interface Prepared {
  readonly n: number;
  readonly command: string;
  readonly key: Key | null;
  readonly before: CaseEntry | null;
  readonly after: CaseEntry;
  readonly projection: Projection;
  readonly calendar: Calendar;
  readonly first: CaseEvent;
  /** JSON array of the events. */
  readonly payload: string;
  readonly salt: string;
  readonly inside: string;
  readonly previous: string;
  /** JSON array of the outbox entries; null: none. */
  readonly outbox: string | null;
}

export class Writer {
  readonly #store: Store;
  readonly #rows: Rows;
  readonly #kernel: Kernel;
  readonly #saveEvery: number;

  constructor(store: Store, kernel: Kernel, saveEvery: number) {
    this.#store = store;
    this.#rows = createRows(store.db);
    this.#kernel = kernel;
    this.#saveEvery = saveEvery;
  }

  /** `events` holds one at least. */
  prepare(decided: Decided): Prepared {
    const { n, caseId, before, definition, events, state, calendar, command, key } = decided;
    const first = events[0];
    const seq = (before?.state.seq ?? 0) + 1;
    if (first?.seq !== seq || state.seq !== seq + events.length - 1) {
      throw new Error(`expected events from ${seq} on, found ${first?.seq ?? 'none'} to ${state.seq}`);
    }
    const payload = JSON.stringify(events);
    const { at, by } = first;
    const previous = before?.head ?? caseRoot(caseId);
    const salt = newSalt();
    const inside = payloadHash(salt, payload);
    const head = recordHash(previous, inside, { caseId, seq, lastSeq: state.seq, command, at, by });
    // Due times of another calendar must not stay beside new ones: everything of the case is computed again.
    const known = before?.calendar === calendar.version ? before.state : null;
    const projection = this.#kernel.project(definition, known, state, calendar);
    const messages = this.#kernel.react(definition, state, events);
    const outbox = messages.length === 0 ? null : JSON.stringify(messages);
    const keys = before?.keys ?? new Set<string>();
    if (key !== null) keys.add(keyHint(key.scope, key.key));
    const savedBefore = before?.savedSeq ?? 0;
    const savedSeq = state.seq - savedBefore >= this.#saveEvery ? state.seq : savedBefore;
    const timers = timersOf(projection);
    const row = projection.case;
    const after = { state, head, lastAt: at, savedSeq, timers, keys, row, calendar: calendar.version };
    return { n, command, key, before, after, projection, calendar, first, payload, salt, inside, previous, outbox };
  }

  /** Writes in order of kind; within a kind in the order that was decided. */
  flush(all: readonly Prepared[]): void {
    for (const one of all) this.#record(one);
    for (const one of all) this.#case(one);
    for (const { before, projection } of all) {
      for (const task of projection.tasks) {
        if (before === null || isNew(before.state, task)) this.#rows.addTask(task);
      }
    }
    for (const { before, projection } of all) {
      if (before === null) continue;
      for (const task of projection.tasks) {
        if (!isNew(before.state, task)) this.#rows.changeTask(task);
      }
    }
    for (const { before, after } of all) this.#timers(before, after);
    for (const { before, after } of all) {
      if (after.savedSeq !== (before?.savedSeq ?? 0)) this.#save(after.state);
    }
  }

  /** All rows of a case anew, after a calendar came or a timer was refused. */
  projectAll(entry: CaseEntry, definition: Definition, calendar: Calendar): CaseEntry {
    const projection = this.#kernel.project(definition, null, entry.state, calendar);
    const after = { ...entry, timers: timersOf(projection), row: projection.case, calendar: calendar.version };
    this.#rows.changeCase(projection.case, extras(projection.case, calendar));
    for (const task of projection.tasks) this.#rows.changeTask(task);
    this.#timers(entry, after);
    return after;
  }

  #record({ n, command, key, before, after, first, payload, salt, inside, previous }: Prepared): void {
    const { state, head } = after;
    this.#store.insertRecord.run(
      n,
      state.caseId,
      (before?.state.seq ?? 0) + 1,
      state.seq,
      command,
      first.at,
      first.by,
      key?.scope,
      key?.key,
      key?.digest,
      payload,
      salt,
      inside,
      previous,
      head,
    );
  }

  #case({ before, projection, calendar }: Prepared): void {
    const { case: row } = projection;
    const written = before?.calendar === calendar.version ? before.row : null;
    if (before === null) this.#rows.addCase(row, extras(row, calendar));
    else if (written === null || !same(written, row)) this.#rows.changeCase(row, extras(row, calendar));
    this.#departments(before, row);
  }

  /** Who may find the case: the office that filed it, and every one that ever had a task in it. */
  #departments(entry: CaseEntry | null, row: CaseRow): void {
    const { caseId, startedAt, applicantDepartment } = row;
    const before = entry?.row?.departments ?? [];
    if (entry === null && applicantDepartment !== null) {
      this.#rows.addDepartment(applicantDepartment, startedAt, caseId);
    }
    if (before.length === row.departments.length) return;
    for (const department of row.departments) {
      if (!before.includes(department)) this.#rows.addDepartment(department, startedAt, caseId);
    }
  }

  #timers(before: CaseEntry | null, after: CaseEntry): void {
    const armed = before?.timers ?? NO_TIMERS;
    if (armed.size === 0 && after.timers.size === 0) return;
    const { caseId } = after.state;
    for (const [timer, dueAt] of after.timers) {
      if (armed.get(timer) !== dueAt) this.#store.putTimer(timer, caseId, dueAt);
    }
    for (const timer of armed.keys()) if (!after.timers.has(timer)) this.#store.deleteTimer(caseId, timer);
  }

  #save(state: CaseState): void {
    this.#store.saveState(state.caseId, state.seq, JSON.stringify(state));
  }
}

function isNew(before: CaseState, { kind, activity }: TaskRow): boolean {
  return kind === 'work' ? before.activities[activity] === undefined : !hasLetter(before, activity);
}

const NO_TIMERS: ReadonlyMap<string, number> = new Map();

function timersOf(projection: Projection): ReadonlyMap<string, number> {
  if (projection.timers.length === 0) return NO_TIMERS;
  return new Map(projection.timers.map(({ timer, dueAt }) => [timer, dueAt]));
}

function extras(row: CaseRow, calendar: Calendar) {
  return { usedMinutes: usedMinutes(row, calendar), calendar: calendar.version };
}

/** Working minutes from start to end, without the time its clock was suspended; null while it runs. */
function usedMinutes(row: CaseRow, calendar: Calendar): number | null {
  if (row.endedAt === null) return null;
  return row.clock === null
    ? workingMinutesBetween(calendar, row.startedAt, row.endedAt)
    : elapsedMinutes(calendar, row.clock, row.endedAt);
}

/** What a command can change in a case's row. */
function same(a: CaseRow, b: CaseRow): boolean {
  return (
    a.status === b.status &&
    a.result === b.result &&
    a.subject === b.subject &&
    a.endedAt === b.endedAt &&
    a.promisedAt === b.promisedAt &&
    a.dueAt === b.dueAt &&
    a.amberAt === b.amberAt &&
    a.redAt === b.redAt &&
    a.clock === b.clock &&
    a.departments.length === b.departments.length
  );
}
