/** Statements that write the rows of cases and tasks. Like store.ts: no decisions, inside the open transaction. */
import type Database from 'better-sqlite3';
import { clockText } from './clock-text.ts';
import type { CaseRow, TaskRow } from '@tongban/shared/kernel';

const CASE_COLUMNS = 25;
const TASK_COLUMNS = 21;
const marks = (count: number): string => Array.from({ length: count }, () => '?').join(', ');

/** What is known about a case's row besides the projection. */
export interface CaseExtras {
  /** Working minutes from start to end; null while it runs. */
  readonly usedMinutes: number | null;
  /** Version of the calendar that the due times were computed with. */
  readonly calendar: string;
}

export type Rows = ReturnType<typeof createRows>;

export function createRows(db: Database.Database) {
  const insertCase = db.prepare(`INSERT INTO cases VALUES (${marks(CASE_COLUMNS)})`);
  const updateCase = db.prepare(
    `UPDATE cases SET subject = ?, status = ?, result = ?, ended_at = ?, promised_at = ?, clock = ?, due_at = ?,
     amber_at = ?, red_at = ?, departments = ?, used_minutes = ?, calendar = ? WHERE case_id = ?`,
  );
  const insertDepartment = db.prepare('INSERT OR IGNORE INTO case_departments VALUES (?, ?, ?)');
  const updateTask = db.prepare(
    `UPDATE tasks SET department = ?, department_name = ?, post = ?, claimed_by = ?, claimed_by_name = ?, assignee = ?,
     assignee_name = ?, status = ?, ended_at = ?, clock = ?, due_at = ?, amber_at = ?, red_at = ?
     WHERE case_id = ? AND activity = ?`,
  );
  const insertTask = db.prepare(`INSERT INTO tasks VALUES (${marks(TASK_COLUMNS)})`);

  return {
    addCase(row: CaseRow, extras: CaseExtras): void {
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
        clockText(row),
        row.dueAt,
        row.amberAt,
        row.redAt,
        row.trial ? 1 : 0,
        JSON.stringify(row.departments),
        extras.usedMinutes,
        extras.calendar,
      );
    },
    changeCase(row: CaseRow, extras: CaseExtras): void {
      updateCase.run(
        row.subject,
        row.status,
        row.result,
        row.endedAt,
        row.promisedAt,
        clockText(row),
        row.dueAt,
        row.amberAt,
        row.redAt,
        JSON.stringify(row.departments),
        extras.usedMinutes,
        extras.calendar,
        row.caseId,
      );
    },
    addDepartment: (department: string, startedAt: number, caseId: string) =>
      insertDepartment.run(department, startedAt, caseId),
    addTask(row: TaskRow): void {
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
        clockText(row),
        row.dueAt,
        row.amberAt,
        row.redAt,
        row.trial ? 1 : 0,
        row.kind,
        row.assignee,
        row.assigneeName,
      );
    },
    changeTask(row: TaskRow): void {
      updateTask.run(
        row.department,
        row.departmentName,
        row.post,
        row.claimedBy,
        row.claimedByName,
        row.assignee,
        row.assigneeName,
        row.status,
        row.endedAt,
        clockText(row),
        row.dueAt,
        row.amberAt,
        row.redAt,
        row.caseId,
        row.activity,
      );
    },
  };
}
