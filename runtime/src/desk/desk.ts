/** The desk: open and finished tasks of the person's office and posts, from the host's read model. */
import { deskRow } from '../cases/rows.ts';
import type { DeskScope, HostQueries, Page, TaskFilter, TaskListRow } from '../hosts/queries.ts';
import { PAGE_DEFAULT } from '../paging.ts';
import { fail, ok } from '../result.ts';
import type { Db } from '../storage/database.ts';
import type { DeskArea, DeskQuery } from './types.ts';

/** Opinions kept per person; the oldest give way. */
const PHRASES = 30;
const NONE = { rows: [], next: null, counts: { all: 0, red: 0, amber: 0, green: 0, paused: 0 } } as const;

export function createDesk(db: Db, queries: HostQueries): DeskArea {
  const pageOf = (scope: DeskQuery['scope'], desk: DeskScope, filter: TaskFilter): Promise<Page<TaskListRow>> => {
    switch (scope) {
      case 'open':
        return queries.inbox(desk, filter);
      case 'done':
        return queries.done({ department: desk.department }, filter);
      case 'copies':
        return queries.copies(desk, filter);
    }
  };
  return {
    async inbox(session, { scope, color, search, cursor, limit = PAGE_DEFAULT }) {
      if (session.department === null) return NONE;
      const department = session.department.id;
      const desk = { department, posts: session.posts.map((post) => post.id), person: session.person };
      const filter = { cursor, limit, colour: color, search };
      const [page, counts] = await Promise.all([pageOf(scope, desk, filter), queries.inboxCounts(desk)]);
      return { rows: page.rows.map((row) => deskRow(row, session.person)), next: page.next, counts };
    },
    async phrases(session) {
      const rows = await db
        .selectFrom('phrase')
        .select('text')
        .where('person', '=', session.person)
        .orderBy('at', 'desc')
        .limit(PHRASES)
        .execute();
      return rows.map((row) => row.text);
    },
    async addPhrase(session, text) {
      const { person } = session;
      const { count } = await db
        .selectFrom('phrase')
        .select((select) => select.fn.countAll<number>().as('count'))
        .where('person', '=', person)
        .executeTakeFirstOrThrow();
      if (count >= PHRASES * 4) return fail('tooLarge', { params: { limit: PHRASES * 4 } });
      const at = Date.now();
      await db
        .insertInto('phrase')
        .values({ person, text, at })
        .onConflict((conflict) => conflict.columns(['person', 'text']).doUpdateSet({ at }))
        .execute();
      return ok(null);
    },
  };
}
