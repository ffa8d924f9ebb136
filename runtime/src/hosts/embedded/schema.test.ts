/** A journal that an earlier version wrote gets what it lacks, and what is in it keeps its meaning. */
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate, MIGRATIONS } from './schema.ts';

it('reads the tasks of a journal of version 1 as work that is for nobody by name', () => {
  const db = new Database(':memory:');
  migrate(db, 1, MIGRATIONS.slice(0, 1));
  db.prepare(`INSERT INTO tasks VALUES (${Array.from({ length: 18 }, () => '?').join(', ')})`).run(
    ...['c1', 'c1.5', 'a', null, 'A', 'dep-a', 'A', null, null, null, 'open', 1, null, null, null, null, null, 0],
  );
  migrate(db, 2);
  migrate(db, 3);
  expect(db.prepare('SELECT kind, assignee, status FROM tasks').all()).toEqual([
    { kind: 'work', assignee: null, status: 'open' },
  ]);
  expect(db.prepare('SELECT version, at FROM migrations').all()).toEqual(
    MIGRATIONS.map(({ version }) => ({ version, at: version === 1 ? 1 : 2 })),
  );
  db.close();
});
