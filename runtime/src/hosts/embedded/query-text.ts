/** The text of the lists' statements. Parameters are named; nothing a person typed becomes part of a statement. */
import type { CaseScope } from '../queries.ts';

export interface Clauses {
  readonly where: string[];
  readonly params: Record<string, string | number | null>;
}

const turning = (row: string): string =>
  `WHEN ${row}.red_at <= @now THEN 'red' WHEN ${row}.amber_at <= @now THEN 'amber' ELSE 'green' END`;
/** @now: the host's now. A task or case without a clock is green; one whose clock stands has no due time. */
export const TASK_COLOUR = `CASE WHEN t.status = 'correcting' THEN 'paused'
  WHEN t.status IN ('done', 'cancelled', 'unread', 'read') THEN 'ended'
  WHEN t.clock IS NOT NULL AND t.due_at IS NULL THEN 'paused' ${turning('t')}`;
export const CASE_COLOUR = `CASE WHEN c.status = 'ended' THEN 'ended' WHEN c.status IN ('correcting', 'suspended') THEN 'paused' ${turning('c')}`;

/** Sorts what has no due time last; the same expression as in the index. */
const DUE = 'coalesce(t.due_at, 9007199254740991)';

/** due: soonest first; ended, begun: newest first. */
export type TaskOrder = 'due' | 'ended' | 'begun';
const SORTS: Readonly<Record<TaskOrder, string>> = { due: DUE, ended: 't.ended_at', begun: 't.started_at' };

export function taskListSql(clauses: Clauses, order: TaskOrder, cursor: string | undefined): string {
  const sort = SORTS[order];
  const [than, direction] = order === 'due' ? ['>', 'ASC'] : ['<', 'DESC'];
  const where = [...clauses.where];
  if (cursor !== undefined) {
    where.push(`(${sort}, t.case_id, t.activity) ${than} (@cursorSort, @cursorCase, @cursorActivity)`);
  }
  return `SELECT t.*, c.code, c.title, c.version, c.number, c.subject, c.applicant_name, c.region, ${sort} AS sort,
    ${TASK_COLOUR} AS colour
    FROM tasks t JOIN cases c ON c.case_id = t.case_id WHERE ${where.join(' AND ')}
    ORDER BY ${sort} ${direction}, t.case_id ${direction}, t.activity ${direction} LIMIT @size`;
}

/** Open steps of a case as JSON. */
const STEPS = `(SELECT json_group_array(json_object('step', s.name, 'department', s.department,
  'departmentName', s.department_name)) FROM tasks s
  WHERE s.case_id = c.case_id AND s.kind = 'work' AND s.status IN ('open', 'correcting'))`;

/** @holder has an open task in the case. */
export const HELD_BY = `EXISTS (SELECT 1 FROM tasks h WHERE h.case_id = c.case_id
  AND h.status IN ('open', 'correcting') AND h.department = @holder)`;

export function caseListSql(from: string, clauses: Clauses, cursor: string | undefined): string {
  const where = [...clauses.where];
  const key = from.includes('case_departments') ? 's' : 'c';
  if (cursor !== undefined) where.push(`(${key}.started_at, ${key}.case_id) < (@cursorSort, @cursorCase)`);
  return `SELECT c.*, ${STEPS} AS steps, ${CASE_COLOUR} AS colour FROM ${from}
    WHERE ${where.length === 0 ? '1' : where.join(' AND ')}
    ORDER BY ${key}.started_at DESC, ${key}.case_id DESC LIMIT @size`;
}

export function caseScope(scope: CaseScope): { from: string; clauses: Clauses } {
  switch (scope.kind) {
    case 'person':
      return {
        from: 'cases c',
        clauses: { where: ['c.applicant_person = @person'], params: { person: scope.person } },
      };
    case 'applicantDepartment':
      return {
        from: 'cases c',
        clauses: { where: ['c.applicant_department = @filer'], params: { filer: scope.department } },
      };
    case 'department':
      return {
        from: 'case_departments s JOIN cases c ON c.case_id = s.case_id',
        clauses: { where: ['s.department = @party'], params: { party: scope.department } },
      };
    case 'all':
      return { from: 'cases c', clauses: { where: [], params: {} } };
  }
}
