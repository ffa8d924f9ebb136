/**
 * Writes what one command decided: its record with the chain, and only those rows of the read model that changed.
 * Pure apart from the statements it runs in the open transaction; returns the case as it will be after the COMMIT.
 */
import { workingMinutesBetween, type Calendar } from '@tongban/shared/calendar';
import type { Definition } from '@tongban/shared/definition';
import type { CaseEvent, CaseRow, CaseState, Projection } from '@tongban/shared/kernel';
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
  readonly entry: CaseEntry | null;
  readonly definition: Definition;
  readonly events: readonly CaseEvent[];
  /** The case after them. */
  readonly state: CaseState;
  readonly calendar: Calendar;
}
/** A record ready to be written, with everything that could throw behind it. */
export interface Prepared extends Decided {
  readonly payload: string;
  readonly outbox: readonly string[];
  readonly projection: Projection;
  readonly previous: Buffer;
  readonly salt: Buffer;
  readonly inside: Buffer;
  readonly head: Buffer;
}
export interface Written {
  readonly entry: CaseEntry;
  /** JSON array of the events, as stored. */
  readonly payload: string;
  /** JSON of each outbox entry. */
  readonly outbox: readonly string[];
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

  /** Computes what is to be written; runs no statement. `events` holds one at least. */
  prepare(decided: Decided): Prepared {
    const { caseId, entry, definition, events, state, calendar, command } = decided;
    const first = events[0];
    const seq = (entry?.state.seq ?? 0) + 1;
    if (first?.seq !== seq || state.seq !== seq + events.length - 1) {
      throw new Error(`expected events from ${seq} on, found ${first?.seq ?? 'none'} to ${state.seq}`);
    }
    const payload = JSON.stringify(events);
    const { at, by } = first;
    const previous = entry?.head ?? caseRoot(caseId);
    const salt = newSalt();
    const inside = payloadHash(salt, payload);
    const head = recordHash(previous, inside, { caseId, seq, lastSeq: state.seq, command, at, by });
    const projection = this.#kernel.project(definition, entry?.state ?? null, state, calendar);
    const outbox = this.#kernel.react(definition, state, events).map((message) => JSON.stringify(message));
    return { ...decided, payload, outbox, projection, previous, salt, inside, head };
  }

  write(prepared: Prepared): Written {
    const { n, caseId, entry, events, state, command, calendar, key, payload, outbox, projection, head } = prepared;
    const { salt, inside, previous } = prepared;
    const seq = (entry?.state.seq ?? 0) + 1;
    const { at, by } = events[0] ?? { at: 0, by: '' };
    this.#store.insertRecord.run(
      n,
      caseId,
      seq,
      state.seq,
      command,
      at,
      by,
      key?.scope,
      key?.key,
      key?.digest,
      payload,
      salt,
      inside,
      previous,
      head,
    );
    const keys = entry?.keys ?? new Set<string>();
    if (key !== null) keys.add(keyHint(key.scope, key.key));
    const timers = this.#project(entry, projection, calendar);
    const saving = state.seq - (entry?.savedSeq ?? 0) >= this.#saveEvery;
    if (saving) this.save(caseId, state);
    const savedSeq = saving ? state.seq : (entry?.savedSeq ?? 0);
    return { entry: { state, head, lastAt: at, savedSeq, timers, keys, row: projection.case }, payload, outbox };
  }

  /** All rows of a case anew, after a calendar came or a timer was refused. */
  projectAll(entry: CaseEntry, definition: Definition, calendar: Calendar): CaseEntry {
    const projection = this.#kernel.project(definition, null, entry.state, calendar);
    const timers = this.#project({ ...entry, row: null }, projection, calendar);
    return { ...entry, timers, row: projection.case };
  }

  save(caseId: string, state: CaseState): void {
    this.#store.saveState(caseId, state.seq, JSON.stringify(state));
  }

  #project(entry: CaseEntry | null, projection: Projection, calendar: Calendar): ReadonlyMap<string, number> {
    const { case: row, tasks } = projection;
    const before = entry?.row ?? null;
    if (entry === null)
      this.#rows.addCase(row, { usedMinutes: usedMinutes(row, calendar), calendar: calendar.version });
    else if (before === null || !same(before, row)) {
      this.#rows.changeCase(row, { usedMinutes: usedMinutes(row, calendar), calendar: calendar.version });
    }
    this.#departments(entry, row);
    const known = entry?.state.activities ?? {};
    for (const task of tasks) {
      if (known[task.activity] !== undefined && this.#rows.changeTask(task)) continue;
      this.#rows.addTask(task);
    }
    return this.#timers(entry, projection);
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

  #timers(entry: CaseEntry | null, projection: Projection): ReadonlyMap<string, number> {
    const before = entry?.timers ?? NO_TIMERS;
    if (before.size === 0 && projection.timers.length === 0) return before;
    const { caseId } = projection.case;
    const after = new Map<string, number>();
    for (const { timer, dueAt } of projection.timers) {
      after.set(timer, dueAt);
      if (before.get(timer) !== dueAt) this.#store.putTimer(timer, caseId, dueAt);
    }
    for (const timer of before.keys()) if (!after.has(timer)) this.#store.deleteTimer(caseId, timer);
    return after;
  }
}

const NO_TIMERS: ReadonlyMap<string, number> = new Map();

/** Working minutes from start to end, without the time its clock was suspended; null while it runs. */
function usedMinutes(row: CaseRow, calendar: Calendar): number | null {
  if (row.endedAt === null) return null;
  let used = workingMinutesBetween(calendar, row.startedAt, row.endedAt);
  for (const { from, to } of row.clock?.suspensions ?? []) {
    used -= workingMinutesBetween(calendar, from, Math.min(to ?? row.endedAt, row.endedAt));
  }
  return Math.max(0, used);
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
