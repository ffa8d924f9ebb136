/** Rows of what is asked and sent beside the flow: consultations and copies. */
import { consultOf, consultStatus, copyOf } from './consults.ts';
import type { CaseState, Consult, Copy, TaskRow } from './types.ts';

/** What every row of a case repeats, and how a clock stands. */
export interface RowParts {
  readonly head: Pick<
    TaskRow,
    'caseId' | 'code' | 'title' | 'version' | 'number' | 'subject' | 'applicantName' | 'trial'
  >;
  readonly due: (clock: Consult['clock']) => Pick<TaskRow, 'clock' | 'dueAt' | 'amberAt' | 'redAt'>;
}

/** `before` null: all of them; else those that changed, by themselves or with their step or case. */
export function letterRows(before: CaseState | null, after: CaseState, parts: RowParts): TaskRow[] {
  const rows: TaskRow[] = [];
  for (const consult of after.consults ?? []) {
    const known = before && consultOf(before, consult.id);
    const same = known === consult && consultStatus(before as CaseState, known) === consultStatus(after, consult);
    if (!same) rows.push(consultRow(after, consult, parts));
  }
  for (const copy of after.copies ?? []) {
    if (!before || copyOf(before, copy.id) !== copy) rows.push(copyRow(after, copy, parts));
  }
  return rows;
}

/** Has the case a row of this id already? */
export function hasLetter(state: CaseState, id: string): boolean {
  return consultOf(state, id) !== undefined || copyOf(state, id) !== undefined;
}

function recipientRow({ to, activity }: Consult | Copy, state: CaseState) {
  const asker = state.activities[activity];
  return {
    node: asker?.node ?? '',
    element: asker?.element ?? null,
    name: asker?.name ?? '',
    department: to.department,
    departmentName: to.departmentName,
    post: to.post,
    assignee: to.person?.person ?? null,
    assigneeName: to.person?.name ?? null,
  };
}

function consultRow(state: CaseState, consult: Consult, { head, due }: RowParts): TaskRow {
  const { answer, cancelledAt } = consult;
  const status = consultStatus(state, consult);
  const over = (): number | null => state.activities[consult.activity]?.endedAt ?? state.endedAt;
  const endedAt = answer?.at ?? cancelledAt ?? (status === 'cancelled' ? over() : null);
  return {
    kind: 'consult',
    activity: consult.id,
    ...head,
    ...recipientRow(consult, state),
    claimedBy: answer?.by.person ?? null,
    claimedByName: answer?.by.name ?? null,
    status: status === 'open' ? 'open' : status === 'answered' ? 'done' : 'cancelled',
    startedAt: consult.askedAt,
    endedAt,
    ...due(status === 'cancelled' ? null : consult.clock),
  };
}

function copyRow(state: CaseState, copy: Copy, { head }: RowParts): TaskRow {
  return {
    kind: 'copy',
    activity: copy.id,
    ...head,
    ...recipientRow(copy, state),
    claimedBy: copy.read?.by.person ?? null,
    claimedByName: copy.read?.by.name ?? null,
    status: copy.read ? 'read' : 'unread',
    startedAt: copy.at,
    endedAt: copy.read?.at ?? null,
    clock: null,
    dueAt: null,
    amberAt: null,
    redAt: null,
  };
}
