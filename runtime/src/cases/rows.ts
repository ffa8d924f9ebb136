/** Rows of the host's read model as the API shows them. */
import type { CaseListRow as HostCaseRow, TaskListRow } from '../hosts/queries.ts';
import type { DeskRow } from '../desk/types.ts';
import type { CaseListRow } from './types.ts';

export const caseRow = (row: HostCaseRow): CaseListRow => ({
  caseId: row.caseId,
  number: row.number,
  title: row.title,
  code: row.code,
  subject: row.subject,
  applicantName: row.applicantName,
  status: row.status,
  result: row.result,
  startedAt: row.startedAt,
  endedAt: row.endedAt,
  promisedAt: row.promisedAt,
  color: row.colour,
  leftMinutes: row.leftMinutes,
  dayMinutes: row.dayMinutes,
  overdue: row.overdue,
  dueAt: row.dueAt,
  provisional: row.provisional,
  where: row.where.map(({ step, departmentName }) => `${step} · ${departmentName}`),
});

export const deskRow = (row: TaskListRow, person: string): DeskRow => ({
  kind: row.kind,
  activity: row.activity,
  caseId: row.caseId,
  number: row.number,
  title: row.title,
  stepName: row.name,
  subject: row.subject,
  applicantName: row.applicantName,
  color: row.colour,
  leftMinutes: row.leftMinutes,
  dayMinutes: row.dayMinutes,
  overdue: row.overdue,
  dueAt: row.dueAt,
  provisional: row.provisional,
  claimedByName: row.claimedByName,
  assigneeName: row.assigneeName,
  mine: (row.assignee ?? row.claimedBy) === person,
  status: row.status,
  startedAt: row.startedAt,
  endedAt: row.endedAt,
});
