/**
 * Opening journal.db. The writer sets synchronous=FULL on every connection, for WAL files fall back to NORMAL when
 * reopened; that an acknowledged command is on disk hangs on this file alone. Readers are read-only connections.
 */
import Database from 'better-sqlite3';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HostError } from '../host.ts';

export const JOURNAL_FILE = 'journal.db';
const LOCK_FILE = 'server.lock';
const HOLDER_FILE = 'server.pid';
const FULL = 2;
/** Records are a kilobyte or two and only appended: fewer, larger pages make a commit cheaper. */
const PAGE_BYTES = 8192;
/** The log is folded back under load when it is this long (32 MB), and then written from its beginning again. */
const LONGEST_LOG_PAGES = 4096;

export function openWriter(folder: string): Database.Database {
  const db = new Database(join(folder, JOURNAL_FILE));
  db.pragma(`page_size = ${PAGE_BYTES}`);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('busy_timeout = 5000');
  db.pragma(`wal_autocheckpoint = ${LONGEST_LOG_PAGES}`);
  db.pragma('cache_size = -65536');
  db.pragma('temp_store = MEMORY');
  if (db.pragma('synchronous', { simple: true }) !== FULL) throw new Error('synchronous=FULL was not accepted');
  return db;
}

export function openReader(folder: string): Database.Database {
  const db = new Database(join(folder, JOURNAL_FILE), { readonly: true, fileMustExist: true });
  db.pragma('busy_timeout = 5000');
  db.pragma('cache_size = -32768');
  return db;
}

/**
 * Holds the data folder for this process: an exclusive SQLite lock, which the operating system drops when the process
 * ends in whatever way. Throws HostError 'folderInUse'. Returns the function that gives the folder back.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const lock = new Database(join(folder, LOCK_FILE));
  try {
    lock.pragma('busy_timeout = 0');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    lock.close();
    if (!isBusy(cause)) throw cause;
    throw new HostError('folderInUse', `Data folder ${folder} is in use by another server${holder(folder)}.`, {
      cause,
    });
  }
  writeFileSync(join(folder, HOLDER_FILE), String(process.pid));
  return () => lock.close();
}

function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
}

function holder(folder: string): string {
  try {
    return ` (process ${readFileSync(join(folder, HOLDER_FILE), 'utf8').trim()})`;
  } catch {
    return '';
  }
}
