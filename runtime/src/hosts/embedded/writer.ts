/**
 * Writes what one command decided: events with their chain, and only those rows of the read model that changed.
 * Pure apart from the statements it runs in the open transaction; returns the case as it will be after the COMMIT.
 */
import { workingMinutesBetween, type Calendar } from '@tongban/shared/calendar';
import type { Definition } from '@tongban/shared/definition';
import type { CaseEvent, CaseRow, CaseState, Projection } from '@tongban/shared/kernel';
import type { Kernel } from '../kernel.ts';
import type { CaseEntry } from './cases.ts';
import { caseRoot, eventHash, newSalt, payloadHash } from './chain.ts';
import type { Store } from './store.ts';

export interface Decided {
  readonly caseId: string;
  readonly entry: CaseEntry | null;
  readonly definition: Definition;
  readonly events: readonly CaseEvent[];
  /** The case after them. */
  readonly state: CaseState;
  readonly calendar: Calendar;
  /** Number of the commit this belongs to. */
  readonly commit: number;
}
export interface Written {
  readonly entry: CaseEntry;
  /** JSON of each event, as stored. */
  readonly payloads: readonly string[];
  /** JSON of each outbox entry, as stored. */
  readonly outbox: readonly string[];
}

export class Writer {
  readonly #store: Store;
  readonly #kernel: Kernel;
  readonly #saveEvery: number;

  constructor(store: Store, kernel: Kernel, saveEvery: number) {
    this.#store = store;
    this.#kernel = kernel;
    this.#saveEvery = saveEvery;
  }

  write(decided: Decided): Written {
    const { caseId, entry, definition, events, state, calendar, commit } = decided;
    const payloads: string[] = [];
    let head = entry?.head ?? caseRoot(caseId);
    let seqBefore = entry?.state.seq ?? 0;
    let lastAt = entry?.lastAt ?? 0;
    for (const event of events) {
      if (event.seq !== seqBefore + 1) throw new Error(`expected event ${seqBefore + 1}, found ${event.seq}`);
      seqBefore = event.seq;
      const payload = JSON.stringify(event);
      const { seq, type, at, by } = event;
      const salt = newSalt();
      const inside = payloadHash(salt, payload);
      const next = eventHash(head, inside, { caseId, seq, type, at, by });
      this.#store.insertEvent.run(caseId, seq, type, at, by, commit, payload, salt, inside, head, next);
      payloads.push(payload);
      head = next;
      lastAt = at;
    }
    const projection = this.#kernel.project(definition, entry?.state ?? null, state, calendar);
    const timers = this.#rows(entry, state, projection, calendar);
    const outbox = this.#owe(definition, state, events);
    const due = state.seq - (entry?.savedSeq ?? 0) >= this.#saveEvery;
    if (due) this.save(caseId, state);
    const savedSeq = due ? state.seq : (entry?.savedSeq ?? 0);
    return { entry: { state, head, lastAt, savedSeq, timers, row: projection.case }, payloads, outbox };
  }

  /** All rows of a case anew, after a calendar came or a timer was refused. */
  projectAll(entry: CaseEntry, definition: Definition, calendar: Calendar): CaseEntry {
    const projection = this.#kernel.project(definition, null, entry.state, calendar);
    const timers = this.#rows({ ...entry, row: null }, entry.state, projection, calendar);
    return { ...entry, timers, row: projection.case };
  }

  save(caseId: string, state: CaseState): void {
    this.#store.saveState(caseId, state.seq, JSON.stringify(state));
  }

  #rows(entry: CaseEntry | null, state: CaseState, projection: Projection, calendar: Calendar): Map<string, number> {
    const { case: row, tasks } = projection;
    const before = entry?.row ?? null;
    if (before === null || !same(before, row)) this.#store.putCase(row, usedMinutes(row, calendar), calendar.version);
    if (before === null && row.applicantDepartment !== null) {
      this.#store.putDepartment(row.applicantDepartment, row.startedAt, row.caseId);
    }
    if (before === null || before.departments.length !== row.departments.length) {
      for (const department of row.departments) {
        if (before?.departments.includes(department)) continue;
        this.#store.putDepartment(department, row.startedAt, row.caseId);
      }
    }
    const known = entry?.state.activities ?? {};
    for (const task of tasks) this.#store.putTask(task, known[task.activity] !== undefined);
    return this.#timers(entry, state, projection);
  }

  #timers(entry: CaseEntry | null, state: CaseState, projection: Projection): Map<string, number> {
    const before = entry?.timers;
    const after = new Map<string, number>();
    for (const { timer, dueAt } of projection.timers) {
      after.set(timer, dueAt);
      if (before?.get(timer) !== dueAt) this.#store.putTimer(timer, state.caseId, dueAt);
    }
    if (before !== undefined) {
      for (const timer of before.keys()) if (!after.has(timer)) this.#store.deleteTimer(state.caseId, timer);
    }
    return after;
  }

  #owe(definition: Definition, state: CaseState, events: readonly CaseEvent[]): string[] {
    const out: string[] = [];
    for (const entry of this.#kernel.react(definition, state, events)) {
      const json = JSON.stringify(entry);
      this.#store.putOutbox(entry.key, entry.caseId, state.seq, json);
      out.push(json);
    }
    return out;
  }
}

/** The case's earliest timer that is due at `at`, or null. */
export function armed(entry: CaseEntry | null, at: number): { timer: string; dueAt: number } | null {
  let first: { timer: string; dueAt: number } | null = null;
  for (const [timer, dueAt] of entry?.timers ?? []) {
    if (dueAt <= at && (first === null || dueAt < first.dueAt)) first = { timer, dueAt };
  }
  return first;
}

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
