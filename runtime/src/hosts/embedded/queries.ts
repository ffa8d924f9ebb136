/**
 * The read model's lists and figures in SQLite. Each answer is one synchronous statement on the reader's connection.
 * Colours are no columns: they come from the instants at which a clock turns, compared with now.
 */
import type Database from 'better-sqlite3';
import { readClock, type Calendar, type CalendarBook } from '@tongban/shared/calendar';
import type { CaseRow } from '@tongban/shared/kernel';
import type {
  CaseColour,
  CaseListRow,
  DeskScope,
  HostQueries,
  Page,
  Paging,
  Standing,
  TaskListRow,
} from '../queries.ts';
import { calendarEffect } from './calendar-effect.ts';
import { clockOf } from './clock-text.ts';
import {
  CASE_COLOUR,
  caseListSql,
  caseScope,
  HELD_BY,
  TASK_COLOUR,
  taskListSql,
  type Clauses,
  type TaskOrder,
} from './query-text.ts';

interface Now {
  now(): number;
  /** In force in a region. */
  calendar(region: string): Calendar;
  calendars(): CalendarBook;
}
type Params = Readonly<Record<string, string | number | null>>;

const PAGE = 50;
const LARGEST_PAGE = 200;
/** Colours come from the statement; here only time is read, and that needs no shares. */
const NO_SHARES = { amberBelow: 0, redBelow: 0 };

export function createQueries(db: Database.Database, facts: Now): HostQueries {
  const statements = new Map<string, Database.Statement<[Params], unknown>>();
  function all<Row>(sql: string, params: Params): Row[] {
    let statement = statements.get(sql);
    if (statement === undefined) {
      statement = db.prepare<[Params], unknown>(sql);
      statements.set(sql, statement);
    }
    return statement.all({ ...params, now: facts.now() }) as Row[];
  }

  function tasks(clauses: Clauses, order: TaskOrder, paging: Paging): Page<TaskListRow> {
    const size = sizeOf(paging);
    const rows = all<TaskRecord>(taskListSql(clauses, order, paging.cursor), {
      ...clauses.params,
      ...cursorParams(paging.cursor),
      size: size + 1,
    });
    return page(rows, size, (row) => [row.sort, row.case_id, row.activity], taskOf);
  }

  function taskOf(row: TaskRecord): TaskListRow {
    const standing = standingOf(row, row.colour);
    return {
      kind: row.kind,
      activity: row.activity,
      caseId: row.case_id,
      code: row.code,
      title: row.title,
      version: row.version,
      number: row.number,
      subject: row.subject,
      applicantName: row.applicant_name,
      node: row.node,
      element: row.element,
      name: row.name,
      department: row.department,
      departmentName: row.department_name,
      post: row.post,
      claimedBy: row.claimed_by,
      claimedByName: row.claimed_by_name,
      assignee: row.assignee,
      assigneeName: row.assignee_name,
      status: row.status,
      startedAt: row.started_at,
      endedAt: row.ended_at,
      clock: clockOf(row),
      amberAt: row.amber_at,
      redAt: row.red_at,
      trial: row.trial === 1,
      ...standing,
    };
  }

  function caseOf(row: CaseRecord): CaseListRow {
    return {
      caseId: row.case_id,
      number: row.number,
      title: row.title,
      code: row.code,
      version: row.version,
      release: row.release,
      subject: row.subject,
      applicantName: row.applicant_name,
      status: row.status,
      result: row.result,
      startedAt: row.started_at,
      endedAt: row.ended_at,
      promisedAt: row.promised_at,
      trial: row.trial === 1,
      where: JSON.parse(row.steps) as CaseListRow['where'],
      ...standingOf(row, row.colour),
    };
  }

  function standingOf(row: Timed, colour: CaseColour): Standing & { readonly dueAt: number | null } {
    const clock = clockOf(row);
    if (clock === null) {
      return { colour, overdue: false, leftMinutes: null, dayMinutes: null, provisional: false, dueAt: row.due_at };
    }
    const reading = readClock(clock, facts.now(), facts.calendar(row.region), NO_SHARES);
    const { overdue, leftMinutes, dayMinutes, provisional, dueAt } = reading;
    return { colour, overdue, leftMinutes, dayMinutes, provisional, dueAt };
  }

  const desk = (scope: DeskScope): Clauses => ({
    where: ['t.department = @department', `t.status IN ('open', 'correcting')`, FOR_DESK],
    params: deskParams(scope),
  });

  return {
    inbox: answer((scope, filter) => tasks(filtered(desk(scope), TASK_COLOUR, filter), 'due', filter)),
    done: answer((scope, filter) => {
      const clauses: Clauses = {
        where: ['t.department = @department', `t.status = 'done'`],
        params: { department: scope.department },
      };
      if (scope.person !== undefined) add(clauses, 't.claimed_by = @person', { person: scope.person });
      return tasks(filtered(clauses, TASK_COLOUR, filter), 'ended', filter);
    }),
    copies: answer((scope, filter) => {
      const clauses: Clauses = {
        where: ['t.department = @department', `t.kind = 'copy'`, FOR_DESK],
        params: deskParams(scope),
      };
      if (filter.unread === true) add(clauses, `t.status = 'unread'`, {});
      return tasks(filtered(clauses, TASK_COLOUR, filter), 'begun', filter);
    }),
    inboxCounts: answer((scope) => {
      const { where, params } = desk(scope);
      const sql = `SELECT count(*) AS "all", ${sums('colour')} FROM
        (SELECT ${TASK_COLOUR} AS colour FROM tasks t WHERE ${where.join(' AND ')})`;
      return one(all<Counts & { all: number }>(sql, params));
    }),
    openTasks: answer((caseId) => {
      const where = ['t.case_id = @caseId', `t.status IN ('open', 'correcting')`];
      return tasks({ where, params: { caseId } }, 'due', { limit: LARGEST_PAGE }).rows;
    }),
    cases: answer((scope, filter) => {
      const { from, clauses } = caseScope(scope);
      if (filter.status !== undefined) add(clauses, 'c.status = @status', { status: filter.status });
      if (filter.code !== undefined) add(clauses, 'c.code = @code', { code: filter.code });
      if (filter.overdue !== undefined) add(clauses, `coalesce(c.due_at < @now, 0) = ${filter.overdue ? 1 : 0}`, {});
      if (filter.department !== undefined) {
        add(clauses, HELD_BY, { holder: filter.department });
      }
      const size = sizeOf(filter);
      const sql = caseListSql(from, filtered(clauses, CASE_COLOUR, filter), filter.cursor);
      const rows = all<CaseRecord>(sql, { ...clauses.params, ...cursorParams(filter.cursor), size: size + 1 });
      return page(rows, size, (row) => [row.started_at, row.case_id], caseOf);
    }),
    caseRow: answer((caseId) => {
      const row = all<CaseRecord & CaseRest>(
        `SELECT c.*, '[]' AS steps, ${CASE_COLOUR} AS colour FROM cases c WHERE c.case_id = @caseId`,
        { caseId },
      )[0];
      return row === undefined ? null : rowOf(row);
    }),
    overview: answer(() => {
      const sql = `SELECT ${sums('colour')}, count(*) FILTER (WHERE colour = 'ended') AS ended,
        coalesce(sum(late), 0) AS overdue FROM
        (SELECT ${CASE_COLOUR} AS colour, coalesce(c.due_at < @now, 0) AS late FROM cases c
         WHERE c.status <> 'ended' AND c.trial = 0
         UNION ALL SELECT 'ended', 0 FROM cases c WHERE c.status = 'ended' AND c.trial = 0)`;
      return one(all<Counts & { ended: number; overdue: number }>(sql, {}));
    }),
    departments: answer(() => {
      const sql = `SELECT department, max(name) AS name, ${sums('colour')}, sum(done) AS done, sum(late) AS overdue FROM
        (SELECT t.department, t.department_name AS name, ${TASK_COLOUR} AS colour, 0 AS done,
           coalesce(t.due_at < @now, 0) AS late
         FROM tasks t WHERE t.status IN ('open', 'correcting') AND t.trial = 0
         UNION ALL
         SELECT department, (SELECT n.department_name FROM tasks n
             WHERE n.department = d.department AND n.status = 'done' LIMIT 1), 'ended', d.many, 0
         FROM (SELECT department, count(*) AS many FROM tasks WHERE status = 'done' AND trial = 0
               GROUP BY department) d)
        GROUP BY department ORDER BY department`;
      return all<Counts & { department: string; name: string; done: number; overdue: number }>(sql, {});
    }),
    scenarios: answer(() => {
      const sql = `SELECT r.code AS code, max(r.title) AS title, sum(running) AS running, sum(ended) AS ended,
        sum(minutes) / nullif(sum(measured), 0) AS measuredMinutes FROM
        (SELECT release, count(*) AS running, 0 AS ended, 0 AS minutes, 0 AS measured
         FROM cases WHERE status <> 'ended' AND trial = 0 GROUP BY release
         UNION ALL
         SELECT release, 0, count(*), sum(CASE WHEN ${MEASURED} THEN used_minutes ELSE 0 END),
           count(*) FILTER (WHERE ${MEASURED})
         FROM cases WHERE status = 'ended' AND trial = 0 GROUP BY release) f
        JOIN releases r ON r.release = f.release GROUP BY r.code ORDER BY r.code`;
      return all(sql, {});
    }),
    casesByRelease: answer(() => {
      const sql = `SELECT release, sum(running) AS running, sum(running) + sum(ended) AS "all" FROM
        (SELECT release, count(*) AS running, 0 AS ended FROM cases
         WHERE status <> 'ended' AND trial = 0 GROUP BY release
         UNION ALL
         SELECT release, 0, count(*) FROM cases WHERE status = 'ended' AND trial = 0 GROUP BY release)
        GROUP BY release`;
      const rows = all<{ release: string; running: number; all: number }>(sql, {});
      return Object.fromEntries(rows.map(({ release, ...cases }) => [release, cases]));
    }),
    calendarEffect: (book) => calendarEffect(db, { now: facts.now(), before: facts.calendars(), after: book }),
  };
}

/** For those who hold the post, and for the person that it names; questions and copies by name are for nobody else. */
const FOR_DESK = `(t.post IS NULL OR t.post IN (SELECT value FROM json_each(@posts)) OR t.assignee = @person)
  AND (t.kind = 'work' OR t.assignee IS NULL OR t.assignee = @person)`;

function deskParams({ department, posts, person = '' }: DeskScope): Params {
  return { department, posts: JSON.stringify(posts), person };
}

/** A case that a person ended, not one that was stopped. */
const MEASURED = `result IN ('approved', 'refused', 'finished') AND used_minutes IS NOT NULL`;

interface Counts {
  readonly green: number;
  readonly amber: number;
  readonly red: number;
  readonly paused: number;
}
interface Timed {
  readonly clock: string | null;
  readonly started_at: number;
  readonly ended_at: number | null;
  readonly due_at: number | null;
  /** Of the case. */
  readonly region: string;
}
interface TaskRecord extends Timed {
  readonly kind: TaskListRow['kind'];
  readonly assignee: string | null;
  readonly assignee_name: string | null;
  readonly sort: number;
  readonly case_id: string;
  readonly activity: string;
  readonly code: string;
  readonly title: string;
  readonly version: number;
  readonly number: string;
  readonly subject: string;
  readonly applicant_name: string;
  readonly node: string;
  readonly element: string | null;
  readonly name: string;
  readonly department: string;
  readonly department_name: string;
  readonly post: string | null;
  readonly claimed_by: string | null;
  readonly claimed_by_name: string | null;
  readonly status: TaskListRow['status'];
  readonly amber_at: number | null;
  readonly red_at: number | null;
  readonly trial: number;
  readonly colour: CaseColour;
}
interface CaseRecord extends Timed {
  readonly case_id: string;
  readonly number: string;
  readonly title: string;
  readonly code: string;
  readonly version: number;
  readonly release: string;
  readonly subject: string;
  readonly applicant_name: string;
  readonly status: CaseRow['status'];
  readonly result: CaseRow['result'];
  readonly promised_at: number | null;
  readonly trial: number;
  readonly steps: string;
  readonly colour: CaseColour;
}
interface CaseRest {
  readonly module: string;
  readonly applicant_person: string;
  readonly applicant_department: string | null;
  readonly amber_at: number | null;
  readonly red_at: number | null;
  readonly departments: string;
}

function rowOf(row: CaseRecord & CaseRest): CaseRow {
  return {
    caseId: row.case_id,
    code: row.code,
    title: row.title,
    module: row.module,
    release: row.release,
    version: row.version,
    number: row.number,
    subject: row.subject,
    applicantPerson: row.applicant_person,
    applicantDepartment: row.applicant_department,
    applicantName: row.applicant_name,
    region: row.region,
    status: row.status,
    result: row.result,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    promisedAt: row.promised_at,
    clock: clockOf(row),
    dueAt: row.due_at,
    amberAt: row.amber_at,
    redAt: row.red_at,
    trial: row.trial === 1,
    departments: JSON.parse(row.departments) as string[],
  };
}

function filtered(
  clauses: Clauses,
  colour: string,
  filter: { colour?: string | undefined; search?: string | undefined },
) {
  if (filter.colour !== undefined) add(clauses, `${colour} = @colour`, { colour: filter.colour });
  const search = filter.search?.trim().toLowerCase() ?? '';
  if (search !== '') {
    const found = ['c.number', 'c.subject', 'c.title'].map((column) => `instr(lower(${column}), @search) > 0`);
    add(clauses, `(${found.join(' OR ')})`, { search });
  }
  return clauses;
}
function add(clauses: Clauses, where: string, params: Params): void {
  clauses.where.push(where);
  Object.assign(clauses.params, params);
}
function sums(column: string): string {
  return ['green', 'amber', 'red', 'paused']
    .map((colour) => `count(*) FILTER (WHERE ${column} = '${colour}') AS ${colour}`)
    .join(', ');
}
function sizeOf(paging: Paging): number {
  return Math.max(1, Math.min(paging.limit ?? PAGE, LARGEST_PAGE));
}
type Key = readonly (string | number)[];
/** Cursors are keys of the last row seen. One that is not ours reads as the beginning. */
function cursorParams(cursor: string | undefined): Params {
  if (cursor === undefined) return {};
  const [sort = 0, caseId = '', activity = ''] = decode(cursor);
  return { cursorSort: sort, cursorCase: caseId, cursorActivity: activity };
}
function decode(cursor: string): Key {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const plain = Array.isArray(key) && key.every((part) => typeof part === 'string' || typeof part === 'number');
    return plain ? key : [];
  } catch {
    return [];
  }
}
function page<Record, Row>(
  records: readonly Record[],
  size: number,
  key: (record: Record) => Key,
  row: (record: Record) => Row,
): Page<Row> {
  const shown = records.slice(0, size);
  const last = shown[shown.length - 1];
  const more = records.length > size && last !== undefined;
  const next = more ? Buffer.from(JSON.stringify(key(last)), 'utf8').toString('base64url') : null;
  return { rows: shown.map(row), next };
}

function one<Row>(rows: readonly Row[]): Row {
  const row = rows[0];
  if (row === undefined) throw new Error('expected one row of figures, found none');
  return row;
}
/** A promise of what a synchronous read gives; what it throws rejects it. */
function answer<Args extends readonly unknown[], T>(read: (...args: Args) => T): (...args: Args) => Promise<T> {
  return (...args) => new Promise((resolve) => resolve(read(...args)));
}
