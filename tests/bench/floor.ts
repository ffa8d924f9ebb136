/**
 * The floor: the same case by hand on better-sqlite3. One event row, one state row and the task rows per command,
 * synchronous FULL, 64 commands per COMMIT. No rules, no rights, no chain, no clocks, no second thread.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { IN_FLIGHT } from './host.ts';

const TASKS = ['a', 'b', 'c'] as const;

export interface Floor {
  run(round: number, cases: number): void;
  stop(): void;
}

export function startFloor(): Floor {
  const folder = mkdtempSync(join(tmpdir(), 'tongban-floor-'));
  const db = new Database(join(folder, 'floor.db'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec(`
    CREATE TABLE events (case_id TEXT, seq INTEGER, json TEXT, PRIMARY KEY (case_id, seq)) WITHOUT ROWID;
    CREATE TABLE states (case_id TEXT PRIMARY KEY, json TEXT) WITHOUT ROWID;
    CREATE TABLE tasks (case_id TEXT, node TEXT, department TEXT, status TEXT, at INTEGER,
      PRIMARY KEY (case_id, node)) WITHOUT ROWID;
    CREATE INDEX tasks_open ON tasks (department, status, at);`);
  const event = db.prepare('INSERT INTO events VALUES (?, ?, ?)');
  const state = db.prepare('INSERT OR REPLACE INTO states VALUES (?, ?)');
  const addTask = db.prepare(`INSERT INTO tasks VALUES (?, ?, ?, 'open', ?)`);
  const endTask = db.prepare(`UPDATE tasks SET status = 'done' WHERE case_id = ? AND node = ?`);

  function command(caseId: string, step: number): void {
    const at = Date.now();
    const done = TASKS.slice(0, step);
    const node = step === 0 ? 'start' : (TASKS[step - 1] ?? 'last');
    event.run(caseId, step + 1, JSON.stringify({ seq: step + 1, at, type: node, by: 'clerk', opinion: '同意' }));
    const status = step === 4 ? 'ended' : 'running';
    state.run(caseId, JSON.stringify({ caseId, seq: step + 1, status, at, done, title: '并联样例', open: TASKS }));
    if (step === 0) for (const task of TASKS) addTask.run(caseId, task, `dep-${task}`, at);
    else endTask.run(caseId, node);
    if (step === 3) addTask.run(caseId, 'last', 'dep-a', at);
  }
  const batch = db.transaction((ids: readonly string[], step: number) => {
    for (const id of ids) command(id, step);
  });

  return {
    run(round, cases) {
      for (let from = 0; from < cases; from += IN_FLIGHT) {
        const size = Math.min(IN_FLIGHT, cases - from);
        const ids = Array.from({ length: size }, (_, i) => `case-${round}-${String(from + i).padStart(6, '0')}`);
        for (let step = 0; step < 5; step += 1) batch.immediate(ids, step);
      }
    },
    stop() {
      db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
