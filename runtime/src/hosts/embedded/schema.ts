/**
 * Tables of journal.db and the migrations that made them. A migration that was released never changes; a new shape is
 * a new migration at the end of the list. Portable types only: text ids, integer milliseconds, JSON as text.
 *
 * Rows of one case lie together (WITHOUT ROWID, keyed by the case), so that a command touches few pages.
 */
import type Database from 'better-sqlite3';
import { HostError } from '../host.ts';

export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

export const MIGRATIONS: readonly Migration[] = [
  {
    version: 1,
    name: 'journal',
    sql: `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE definitions (identity TEXT PRIMARY KEY, json TEXT NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE releases (
  release TEXT PRIMARY KEY, identity TEXT NOT NULL, code TEXT NOT NULL, title TEXT NOT NULL,
  at INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE calendars (version TEXT PRIMARY KEY, json TEXT NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;
-- The record: one row per command that changed a case, its events as one JSON array over seq … last_seq. n counts
-- over the whole journal. scope, key and digest: the idempotency key that asked for it.
CREATE TABLE records (
  n INTEGER PRIMARY KEY, case_id TEXT NOT NULL, seq INTEGER NOT NULL, last_seq INTEGER NOT NULL,
  command TEXT NOT NULL, at INTEGER NOT NULL, by TEXT NOT NULL, scope TEXT, key TEXT, digest TEXT,
  payload TEXT NOT NULL, salt TEXT NOT NULL, payload_hash TEXT NOT NULL, prev_hash TEXT NOT NULL, hash TEXT NOT NULL);
CREATE UNIQUE INDEX records_case ON records (case_id, seq);
CREATE UNIQUE INDEX records_start_key ON records (scope, key) WHERE seq = 1 AND key IS NOT NULL;
-- One row per commit: a chain over its records, so that neither a case nor the tail of one can vanish unnoticed.
CREATE TABLE commits (n INTEGER PRIMARY KEY, last_record INTEGER NOT NULL, at INTEGER NOT NULL, digest TEXT NOT NULL);
CREATE TABLE states (case_id TEXT PRIMARY KEY, seq INTEGER NOT NULL, json TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE numbers (day TEXT PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE timers (
  timer TEXT NOT NULL, case_id TEXT NOT NULL, due_at INTEGER NOT NULL,
  PRIMARY KEY (case_id, timer)) WITHOUT ROWID;
CREATE INDEX timers_due ON timers (due_at);
CREATE TABLE cases (
  case_id TEXT PRIMARY KEY, code TEXT NOT NULL, title TEXT NOT NULL, module TEXT NOT NULL, release TEXT NOT NULL,
  version INTEGER NOT NULL, number TEXT NOT NULL, subject TEXT NOT NULL, applicant_person TEXT NOT NULL,
  applicant_department TEXT, applicant_name TEXT NOT NULL, region TEXT NOT NULL, status TEXT NOT NULL, result TEXT,
  started_at INTEGER NOT NULL, ended_at INTEGER, promised_at INTEGER, clock TEXT, due_at INTEGER, amber_at INTEGER,
  red_at INTEGER, trial INTEGER NOT NULL, departments TEXT NOT NULL, used_minutes INTEGER,
  calendar TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX cases_started ON cases (started_at, case_id);
CREATE INDEX cases_person ON cases (applicant_person, started_at, case_id);
CREATE INDEX cases_department ON cases (applicant_department, started_at, case_id) WHERE applicant_department IS NOT NULL;
CREATE INDEX cases_open ON cases (release, trial, status, due_at, amber_at, red_at) WHERE status <> 'ended';
CREATE INDEX cases_ended ON cases (release, trial, result, used_minutes) WHERE status = 'ended';
CREATE TABLE case_departments (
  department TEXT NOT NULL, started_at INTEGER NOT NULL, case_id TEXT NOT NULL,
  PRIMARY KEY (department, started_at, case_id)) WITHOUT ROWID;
CREATE TABLE tasks (
  case_id TEXT NOT NULL, activity TEXT NOT NULL, node TEXT NOT NULL, element TEXT, name TEXT NOT NULL,
  department TEXT NOT NULL, department_name TEXT NOT NULL, post TEXT, claimed_by TEXT, claimed_by_name TEXT,
  status TEXT NOT NULL, started_at INTEGER NOT NULL, ended_at INTEGER, clock TEXT, due_at INTEGER, amber_at INTEGER,
  red_at INTEGER, trial INTEGER NOT NULL,
  PRIMARY KEY (case_id, activity)) WITHOUT ROWID;
CREATE INDEX tasks_open ON tasks (department, coalesce(due_at, 9007199254740991), case_id, activity)
  WHERE status IN ('open', 'correcting');
CREATE INDEX tasks_done ON tasks (department, ended_at, case_id, activity, trial) WHERE status = 'done';
`,
  },
  {
    version: 2,
    name: 'people',
    sql: `
-- kind: work, or what stands beside the flow (consult, copy). assignee: the one person that it is for now.
ALTER TABLE tasks ADD COLUMN kind TEXT NOT NULL DEFAULT 'work';
ALTER TABLE tasks ADD COLUMN assignee TEXT;
ALTER TABLE tasks ADD COLUMN assignee_name TEXT;
CREATE INDEX tasks_copies ON tasks (department, started_at, case_id, activity) WHERE kind = 'copy';
`,
  },
];

const LEDGER =
  'CREATE TABLE IF NOT EXISTS migrations (version INTEGER PRIMARY KEY, name TEXT NOT NULL, at INTEGER NOT NULL)';

/** Applies what is missing, each migration in a transaction of its own. Throws HostError 'newerJournal'. */
export function migrate(db: Database.Database, at: number, migrations: readonly Migration[] = MIGRATIONS): void {
  db.exec(LEDGER);
  const applied = db.prepare<[], { version: number }>('SELECT max(version) AS version FROM migrations').get();
  const current = applied?.version ?? 0;
  const newest = migrations[migrations.length - 1]?.version ?? 0;
  if (current > newest) {
    throw new HostError('newerJournal', `The journal has version ${current}, this server knows ${newest}.`);
  }
  for (const migration of migrations) {
    if (migration.version <= current) continue;
    db.transaction(() => {
      db.exec(migration.sql);
      db.prepare('INSERT INTO migrations VALUES (?, ?, ?)').run(migration.version, migration.name, at);
    }).immediate();
  }
}
