/**
 * The journal's prepared statements, on the writer's connection, and nothing else: no decisions, no transactions of
 * its own. Every write happens inside the transaction that journal.ts has open.
 */
import type Database from 'better-sqlite3';

export interface KeyRecord {
  readonly digest: string;
  readonly case_id: string;
  readonly last_seq: number;
  readonly payload: string;
}
export interface DueTimer {
  readonly timer: string;
  readonly case_id: string;
  readonly due_at: number;
}
export interface OpenCase {
  readonly case_id: string;
  readonly region: string;
  /** Version of the calendar that its due times were computed with. */
  readonly calendar: string;
}
export interface OwedRecord {
  readonly n: number;
  readonly case_id: string;
  readonly last_seq: number;
}

const RECORD_COLUMNS = 15;

export type Store = ReturnType<typeof createStore>;

export function createStore(db: Database.Database) {
  const sql = <Row = unknown>(text: string) => db.prepare<unknown[], Row>(text);
  const begin = sql('BEGIN IMMEDIATE');
  const commit = sql('COMMIT');
  const rollback = sql('ROLLBACK');
  const savepoint = sql('SAVEPOINT command');
  const releaseSavepoint = sql('RELEASE command');
  const rollbackTo = sql('ROLLBACK TO command');

  const marks = Array.from({ length: RECORD_COLUMNS }, () => '?').join(', ');
  const insertRecord = sql(`INSERT INTO records VALUES (${marks})`);
  const lastRecord = sql<{ at: number; hash: string }>(
    'SELECT at, hash FROM records WHERE case_id = ? ORDER BY seq DESC LIMIT 1',
  );
  const payloads = sql<{ payload: string }>('SELECT payload FROM records WHERE case_id = ? AND seq > ? ORDER BY seq');
  const keysOf = sql<{ scope: string; key: string }>(
    'SELECT scope, key FROM records WHERE case_id = ? AND key IS NOT NULL',
  );
  const byKey = sql<KeyRecord>(
    'SELECT digest, case_id, last_seq, payload FROM records WHERE case_id = ? AND scope = ? AND key = ?',
  );
  const byStartKey = sql<KeyRecord>(
    `SELECT digest, case_id, last_seq, payload FROM records
     WHERE scope = ? AND key = ? AND seq = 1 AND key IS NOT NULL`,
  );
  const recordsAfter = sql<OwedRecord>('SELECT n, case_id, last_seq FROM records WHERE n > ? ORDER BY n');
  const lastCommit = sql<{ n: number; last_record: number; digest: string }>(
    'SELECT n, last_record, digest FROM commits ORDER BY n DESC LIMIT 1',
  );
  const insertCommit = sql('INSERT INTO commits VALUES (?, ?, ?, ?)');
  const state = sql<{ seq: number; json: string }>('SELECT seq, json FROM states WHERE case_id = ?');
  const saveState = sql('INSERT OR REPLACE INTO states VALUES (?, ?, ?)');

  const timersOf = sql<{ timer: string; due_at: number }>('SELECT timer, due_at FROM timers WHERE case_id = ?');
  const putTimer = sql('INSERT OR REPLACE INTO timers VALUES (?, ?, ?)');
  const deleteTimer = sql('DELETE FROM timers WHERE case_id = ? AND timer = ?');
  const nextDue = sql<{ due_at: number }>('SELECT due_at FROM timers ORDER BY due_at LIMIT 1');
  const dueTimers = sql<DueTimer>(
    'SELECT timer, case_id, due_at FROM timers WHERE due_at <= ? ORDER BY due_at, case_id, timer LIMIT ?',
  );

  const meta = sql<{ value: string }>('SELECT value FROM meta WHERE key = ?');
  const putMeta = sql('INSERT OR REPLACE INTO meta VALUES (?, ?)');
  const putDefinition = sql('INSERT OR IGNORE INTO definitions VALUES (?, ?, ?)');
  const putRelease = sql('INSERT OR REPLACE INTO releases VALUES (?, ?, ?, ?, ?)');
  const definition = sql<{ json: string }>('SELECT json FROM definitions WHERE identity = ?');
  const releaseIdentity = sql<{ identity: string }>('SELECT identity FROM releases WHERE release = ?');
  const putCalendar = sql('INSERT OR REPLACE INTO calendars VALUES (?, ?, ?)');
  const calendar = sql<{ json: string }>('SELECT json FROM calendars WHERE version = ?');
  const calendarOfCase = sql<{ calendar: string }>('SELECT calendar FROM cases WHERE case_id = ?');
  const anyCase = sql('SELECT 1 FROM cases LIMIT 1');
  const numberOf = sql<{ last: number }>('SELECT last FROM numbers WHERE day = ?');
  const putNumber = sql('INSERT OR REPLACE INTO numbers VALUES (?, ?)');
  const openCases = sql<OpenCase>(
    `SELECT case_id, region, calendar FROM cases WHERE case_id > ? AND status <> 'ended' ORDER BY case_id LIMIT ?`,
  );

  return {
    db,
    begin: () => begin.run(),
    commit: () => commit.run(),
    rollback: () => rollback.run(),
    savepoint: () => savepoint.run(),
    releaseSavepoint: () => releaseSavepoint.run(),
    rollbackTo: () => rollbackTo.run(),
    insertRecord,
    lastRecord: (caseId: string) => lastRecord.get(caseId),
    /** JSON arrays of the events after `seq`, in order; a saved state always ends with a record. */
    payloads: (caseId: string, seq: number) => payloads.all(caseId, seq).map((row) => row.payload),
    keysOf: (caseId: string) => keysOf.all(caseId),
    byKey: (caseId: string, scope: string, key: string) => byKey.get(caseId, scope, key),
    byStartKey: (scope: string, key: string) => byStartKey.get(scope, key),
    recordsAfter: (n: number) => recordsAfter.all(n),
    lastCommit: () => lastCommit.get(),
    insertCommit: (n: number, lastRecordN: number, at: number, digest: string) =>
      insertCommit.run(n, lastRecordN, at, digest),
    state: (caseId: string) => state.get(caseId),
    saveState: (caseId: string, seq: number, json: string) => saveState.run(caseId, seq, json),
    timersOf: (caseId: string) => timersOf.all(caseId),
    putTimer: (timer: string, caseId: string, dueAt: number) => putTimer.run(timer, caseId, dueAt),
    deleteTimer: (caseId: string, timer: string) => deleteTimer.run(caseId, timer),
    nextDue: () => nextDue.get()?.due_at ?? null,
    dueTimers: (now: number, limit: number) => dueTimers.all(now, limit),
    meta: (name: string) => meta.get(name)?.value ?? null,
    putMeta: (name: string, value: string) => putMeta.run(name, value),
    putDefinition: (identity: string, json: string, at: number) => putDefinition.run(identity, json, at),
    putRelease: (release: string, identity: string, scenario: { code: string; title: string }, at: number) =>
      putRelease.run(release, identity, scenario.code, scenario.title, at),
    definition: (identity: string) => definition.get(identity)?.json ?? null,
    releaseIdentity: (release: string) => releaseIdentity.get(release)?.identity ?? null,
    putCalendar: (version: string, json: string, at: number) => putCalendar.run(version, json, at),
    calendar: (version: string) => calendar.get(version)?.json ?? null,
    calendarOfCase: (caseId: string) => calendarOfCase.get(caseId)?.calendar ?? '',
    anyCase: () => anyCase.get() !== undefined,
    lastNumber: (day: string) => numberOf.get(day)?.last ?? 0,
    putNumber: (day: string, last: number) => putNumber.run(day, last),
    openCases: (after: string, limit: number) => openCases.all(after, limit),
  };
}
