/** A consistent copy of the journal in one file, made on a connection of its own while the journal runs. */
import { existsSync } from 'node:fs';
import { openReader } from './open.ts';

/** Throws when `file` exists: a backup never overwrites another. */
export function backup(folder: string, file: string): void {
  if (existsSync(file)) throw new Error(`Backup ${file} exists already.`);
  const db = openReader(folder);
  try {
    db.prepare('VACUUM INTO ?').run(file);
  } finally {
    db.close();
  }
}
