/**
 * app.db: one connection, WAL, synchronous FULL set on every open (a reopened WAL file falls back to NORMAL).
 * Kysely lends the connection to one caller at a time, so write transactions run one after another and no query sees
 * another's open transaction. Inside `transaction()` use its own handle only: the outer one would wait for ever.
 */
import Sqlite from 'better-sqlite3';
import { Kysely, Migrator, SqliteDialect, type Transaction } from 'kysely';
import { MIGRATIONS } from './migrations/index.ts';
import type { AppTables } from './schema.ts';

export type Db = Kysely<AppTables>;
export type Tx = Transaction<AppTables>;

/** Opens and migrates; `applied` names the migrations that ran now. */
export async function openDatabase(file: string): Promise<{ db: Db; applied: readonly string[] }> {
  const sqlite = new Sqlite(file);
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = FULL');
  sqlite.pragma('foreign_keys = ON');
  sqlite.pragma('busy_timeout = 5000');
  const db = new Kysely<AppTables>({ dialect: new SqliteDialect({ database: sqlite }) });
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(MIGRATIONS) } });
  const { error, results } = await migrator.migrateToLatest();
  if (error !== undefined) {
    await db.destroy();
    throw new Error('Expected every migration of app.db to apply', { cause: error });
  }
  return { db, applied: (results ?? []).map((result) => result.migrationName) };
}

/** Rows per INSERT that stay below SQLite's limit of bound values. */
const CHUNK = 200;
export function* chunks<T>(rows: readonly T[], size = CHUNK): Generator<T[]> {
  for (let i = 0; i < rows.length; i += size) yield rows.slice(i, i + size);
}
