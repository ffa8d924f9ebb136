/**
 * The journal's prepared statements, on the writer's connection, and nothing else: no decisions, no transactions of
 * its own. Every write happens inside the transaction that journal.ts has open.
 */
import type Database from 'better-sqlite3';
import type { Clock } from '@tongban/shared/calendar';
import type { CaseRow, TaskRow } from '@tongban/shared/kernel';

export interface EventRecord {
  readonly seq: number;
  readonly at: number;
  readonly payload: string;
  readonly hash: Buffer;
}
export interface KeyRecord {
  readonly digest: Buffer;
  readonly case_id: string;
  readonly first_seq: number;
  readonly last_seq: number;
}
export interface DueTimer {
  readonly timer: string;
  readonly case_id: string;
  readonly due_at: number;
}

const CASE_COLUMNS = 25;
const TASK_COLUMNS = 18;
const EVENT_COLUMNS = 11;
const marks = (count: number): string => Array.from({ length: count }, () => '?').join(', ');

export type Store = ReturnType<typeof createStore>;

export function createStore(db: Database.Database) {
  const sql = <Row = unknown>(text: string) => db.prepare<unknown[], Row>(text);
  const begin = sql('BEGIN IMMEDIATE');
  const commit = sql('COMMIT');
  const rollback = sql('ROLLBACK');
  const savepoint = sql('SAVEPOINT command');
  const releaseSavepoint = sql('RELEASE command');
  const rollbackTo = sql('ROLLBACK TO command');

  const insertEvent = sql(`INSERT INTO events VALUES (${marks(EVENT_COLUMNS)})`);
  const lastEvent = sql<{ seq: number; at: number; hash: Buffer }>(
    'SELECT seq, at, hash FROM events WHERE case_id = ? ORDER BY seq DESC LIMIT 1',
  );
  const eventsAfter = sql<{ payload: string }>(
    'SELECT payload FROM events WHERE case_id = ? AND seq > ? AND seq <= ? ORDER BY seq',
  );
  const lastCommit = sql<{ n: number; digest: Buffer }>('SELECT n, digest FROM commits ORDER BY n DESC LIMIT 1');
  const insertCommit = sql('INSERT INTO commits VALUES (?, ?, ?)');

  const state = sql<{ seq: number; json: string }>('SELECT seq, json FROM states WHERE case_id = ?');
  const saveState = sql('INSERT OR REPLACE INTO states VALUES (?, ?, ?)');

  const key = sql<KeyRecord>('SELECT digest, case_id, first_seq, last_seq FROM keys WHERE scope = ? AND key = ?');
  const insertKey = sql('INSERT INTO keys VALUES (?, ?, ?, ?, ?, ?, ?)');

  const insertCase = sql(`INSERT OR REPLACE INTO cases VALUES (${marks(CASE_COLUMNS)})`);
  const insertDepartment = sql('INSERT OR IGNORE INTO case_departments VALUES (?, ?, ?)');
  const updateTask = sql(
    `UPDATE tasks SET claimed_by = ?, claimed_by_name = ?, status = ?, ended_at = ?, clock = ?, due_at = ?,
     amber_at = ?, red_at = ? WHERE case_id = ? AND activity = ?`,
  );
  const insertTask = sql(`INSERT OR REPLACE INTO tasks VALUES (${marks(TASK_COLUMNS)})`);

  const timersOf = sql<{ timer: string; due_at: number }>('SELECT timer, due_at FROM timers WHERE case_id = ?');
  const putTimer = sql('INSERT OR REPLACE INTO timers VALUES (?, ?, ?)');
  const deleteTimer = sql('DELETE FROM timers WHERE case_id = ? AND timer = ?');
  const nextDue = sql<{ due_at: number }>('SELECT due_at FROM timers ORDER BY due_at LIMIT 1');
  const dueTimers = sql<DueTimer>(
    'SELECT timer, case_id, due_at FROM timers WHERE due_at <= ? ORDER BY due_at, case_id, timer LIMIT ?',
  );

  const insertOutbox = sql('INSERT OR IGNORE INTO outbox VALUES (?, ?, ?, ?)');
  const deleteOutbox = sql('DELETE FROM outbox WHERE key = ?');
  const owed = sql<{ case_id: string; seq: number; json: string }>(
    'SELECT case_id, seq, json FROM outbox ORDER BY case_id, seq',
  );

  const meta = sql<{ value: string }>('SELECT value FROM meta WHERE key = ?');
  const putMeta = sql('INSERT OR REPLACE INTO meta VALUES (?, ?)');
  const putDefinition = sql('INSERT OR IGNORE INTO definitions VALUES (?, ?, ?)');
  const putRelease = sql('INSERT OR REPLACE INTO releases VALUES (?, ?, ?, ?, ?)');
  const definition = sql<{ json: string }>('SELECT json FROM definitions WHERE identity = ?');
  const releaseIdentity = sql<{ identity: string }>('SELECT identity FROM releases WHERE release = ?');
  const putCalendar = sql('INSERT OR REPLACE INTO calendars VALUES (?, ?, ?)');
  const calendar = sql<{ json: string }>('SELECT json FROM calendars WHERE version = ?');
  const anyCase = sql('SELECT 1 FROM cases LIMIT 1');
  const numberOf = sql<{ last: number }>('SELECT last FROM numbers WHERE day = ?');
  const putNumber = sql('INSERT OR REPLACE INTO numbers VALUES (?, ?)');
  const staleCases = sql<{ case_id: string }>(
    `SELECT case_id FROM cases WHERE case_id > ? AND status <> 'ended' AND calendar <> ? ORDER BY case_id LIMIT ?`,
  );

  return {
    db,
    begin: () => begin.run(),
    commit: () => commit.run(),
    rollback: () => rollback.run(),
    savepoint: () => savepoint.run(),
    releaseSavepoint: () => releaseSavepoint.run(),
    rollbackTo: () => rollbackTo.run(),
    insertEvent,
    lastEvent: (caseId: string) => lastEvent.get(caseId),
    payloads: (caseId: string, after: number, upTo: number) =>
      eventsAfter.all(caseId, after, upTo).map((row) => row.payload),
    lastCommit: () => lastCommit.get(),
    insertCommit: (n: number, at: number, digest: Buffer) => insertCommit.run(n, at, digest),
    state: (caseId: string) => state.get(caseId),
    saveState: (caseId: string, seq: number, json: string) => saveState.run(caseId, seq, json),
    key: (scope: string, name: string) => key.get(scope, name),
    insertKey,
    putCase(row: CaseRow, usedMinutes: number | null, calendarVersion: string): void {
      insertCase.run(
        row.caseId,
        row.code,
        row.title,
        row.module,
        row.release,
        row.version,
        row.number,
        row.subject,
        row.applicantPerson,
        row.applicantDepartment,
        row.applicantName,
        row.region,
        row.status,
        row.result,
        row.startedAt,
        row.endedAt,
        row.promisedAt,
        clockText(row.clock),
        row.dueAt,
        row.amberAt,
        row.redAt,
        row.trial ? 1 : 0,
        JSON.stringify(row.departments),
        usedMinutes,
        calendarVersion,
      );
    },
    putDepartment: (department: string, startedAt: number, caseId: string) =>
      insertDepartment.run(department, startedAt, caseId),
    /** `known`: the task was written before. */
    putTask(row: TaskRow, known: boolean): void {
      const { dueAt, amberAt, redAt } = row;
      if (known) {
        const { claimedBy, claimedByName, status, endedAt } = row;
        const written = updateTask.run(
          ...[claimedBy, claimedByName, status, endedAt, clockText(row.clock), dueAt, amberAt, redAt],
          row.caseId,
          row.activity,
        );
        if (written.changes > 0) return;
      }
      insertTask.run(
        row.caseId,
        row.activity,
        row.node,
        row.element,
        row.name,
        row.department,
        row.departmentName,
        row.post,
        row.claimedBy,
        row.claimedByName,
        row.status,
        row.startedAt,
        row.endedAt,
        clockText(row.clock),
        dueAt,
        amberAt,
        redAt,
        row.trial ? 1 : 0,
      );
    },
    timersOf: (caseId: string) => timersOf.all(caseId),
    putTimer: (timer: string, caseId: string, dueAt: number) => putTimer.run(timer, caseId, dueAt),
    deleteTimer: (caseId: string, timer: string) => deleteTimer.run(caseId, timer),
    nextDue: () => nextDue.get()?.due_at ?? null,
    dueTimers: (now: number, limit: number) => dueTimers.all(now, limit),
    putOutbox: (entryKey: string, caseId: string, seq: number, json: string) =>
      insertOutbox.run(entryKey, caseId, seq, json),
    deleteOutbox: (entryKey: string) => deleteOutbox.run(entryKey),
    owed: () => owed.all(),
    meta: (name: string) => meta.get(name)?.value ?? null,
    putMeta: (name: string, value: string) => putMeta.run(name, value),
    putDefinition: (identity: string, json: string, at: number) => putDefinition.run(identity, json, at),
    putRelease: (release: string, identity: string, scenario: { code: string; title: string }, at: number) =>
      putRelease.run(release, identity, scenario.code, scenario.title, at),
    definition: (identity: string) => definition.get(identity)?.json ?? null,
    releaseIdentity: (release: string) => releaseIdentity.get(release)?.identity ?? null,
    putCalendar: (version: string, json: string, at: number) => putCalendar.run(version, json, at),
    calendar: (version: string) => calendar.get(version)?.json ?? null,
    anyCase: () => anyCase.get() !== undefined,
    lastNumber: (day: string) => numberOf.get(day)?.last ?? 0,
    putNumber: (day: string, last: number) => putNumber.run(day, last),
    staleCases: (after: string, version: string, limit: number) =>
      staleCases.all(after, version, limit).map((row) => row.case_id),
  };
}

function clockText(clock: Clock | null): string | null {
  return clock === null ? null : JSON.stringify(clock);
}
