/**
 * What a change of state means for the read model: rows only, no reading of it. Due times are projections; while a
 * clock stands or has stopped there are none.
 */
import { thresholdsAt } from '../calendar/clock.ts';
import type { Calendar, Clock } from '../calendar/types.ts';
import { openCorrections } from './activities.ts';
import type { Runnable } from './index-of.ts';
import { letterRows, type RowParts } from './project-letters.ts';
import { timerRows } from './timers.ts';
import type { Activity, CaseRow, CaseState, Projection, TaskRow } from './types.ts';

/** `before` null: every row of the case. Otherwise the tasks that changed, by identity of their activities. */
export function project(
  definition: Pick<Runnable, 'executable'>,
  before: CaseState | null,
  after: CaseState,
  calendar: Calendar,
): Projection {
  const due = dueIn(definition, calendar);
  const all = before === null || before.subject !== after.subject;
  const tasks: TaskRow[] = [];
  for (const id in after.activities) {
    const activity = after.activities[id];
    if (!activity || activity.kind !== 'work' || activity.status === 'kept') continue;
    if (!all && before.activities[id] === activity) continue;
    tasks.push(taskRow(after, activity, due));
  }
  if (after.consults || after.copies)
    tasks.push(...letterRows(all ? null : before, after, { head: headOf(after), due }));
  return {
    case: caseRow(definition, after, dueOfCase(definition, calendar, after.clock)),
    tasks,
    timers: timerRows(after, calendar),
  };
}

type Due = (clock: Clock | null) => Pick<TaskRow, 'clock' | 'dueAt' | 'amberAt' | 'redAt'>;

const NONE = { clock: null, dueAt: null, amberAt: null, redAt: null };

function dueIn({ executable }: Pick<Runnable, 'executable'>, calendar: Calendar): Due {
  return (clock) => {
    if (clock === null) return NONE;
    const at = thresholdsAt(calendar, clock, executable.policies);
    return { clock, dueAt: at?.dueAt ?? null, amberAt: at?.amberAt ?? null, redAt: at?.redAt ?? null };
  };
}

interface Turning {
  readonly calendar: Calendar;
  readonly executable: Runnable['executable'];
  readonly times: ReturnType<Due>;
}
/** A clock is a value: as long as it is the same one, so are its times. The case's outlives most commands. */
const turnings = new WeakMap<Clock, Turning>();

function dueOfCase({ executable }: Pick<Runnable, 'executable'>, calendar: Calendar, clock: Clock | null) {
  if (clock === null) return NONE;
  const known = turnings.get(clock);
  if (known?.calendar === calendar && known.executable === executable) return known.times;
  const times = dueIn({ executable }, calendar)(clock);
  turnings.set(clock, { calendar, executable, times });
  return times;
}

function headOf(state: CaseState): RowParts['head'] {
  return {
    caseId: state.caseId,
    code: state.code,
    title: state.title,
    version: state.version,
    number: state.number,
    subject: state.subject?.name ?? '',
    applicantName: applicantName(state),
    trial: state.trial,
  };
}

const TASK_STATUS = {
  open: 'open',
  correcting: 'correcting',
  suspended: 'cancelled',
  done: 'done',
  kept: 'done',
  cancelled: 'cancelled',
} as const;

function taskRow(state: CaseState, activity: Activity, due: Due): TaskRow {
  const named = activity.delegation?.to ?? activity.assignee ?? null;
  const { clock, dueAt, amberAt, redAt } = due(activity.clock);
  // In one piece: a literal that goes on after a spread is built a property at a time.
  return {
    kind: 'work',
    activity: activity.id,
    caseId: state.caseId,
    code: state.code,
    title: state.title,
    version: state.version,
    number: state.number,
    subject: state.subject?.name ?? '',
    applicantName: applicantName(state),
    trial: state.trial,
    node: activity.node,
    element: activity.element,
    name: activity.name,
    department: activity.department ?? '',
    departmentName: activity.departmentName ?? '',
    post: activity.post,
    claimedBy: activity.claimedBy?.person ?? activity.endedBy?.person ?? null,
    claimedByName: activity.claimedBy?.name ?? activity.endedBy?.name ?? null,
    assignee: named?.person ?? null,
    assigneeName: named?.name ?? null,
    status: activity.status === 'open' && activity.awaits?.length ? 'waiting' : TASK_STATUS[activity.status],
    startedAt: activity.startedAt,
    endedAt: activity.endedAt,
    clock,
    dueAt,
    amberAt,
    redAt,
  };
}

/** An applying office is named as the office, a person by name. */
export function applicantName(state: CaseState): string {
  return state.applicant.departmentName ?? state.applicant.name;
}

export function caseStatus(state: CaseState): CaseRow['status'] {
  if (state.status === 'ended') return 'ended';
  if (state.suspension) return 'suspended';
  return openCorrections(state).length > 0 ? 'correcting' : 'running';
}

function caseRow({ executable }: Pick<Runnable, 'executable'>, state: CaseState, times: ReturnType<Due>): CaseRow {
  const departments: string[] = [];
  const add = (department: string | null | undefined): void => {
    if (department && !departments.includes(department)) departments.push(department);
  };
  if (executable.lead !== null) add(state.bindings[executable.lead]?.department);
  for (const id in state.activities) {
    const activity = state.activities[id];
    if (activity?.hands) for (const { department } of activity.hands) add(department);
    add(activity?.department);
  }
  if (state.consults) for (const { to } of state.consults) add(to.department);
  if (state.copies) for (const { to } of state.copies) add(to.department);
  return {
    caseId: state.caseId,
    code: state.code,
    title: state.title,
    module: executable.module,
    release: state.release,
    version: state.version,
    number: state.number,
    subject: state.subject?.name ?? '',
    applicantPerson: state.applicant.person,
    applicantDepartment: state.applicant.department,
    applicantName: applicantName(state),
    region: state.region,
    status: caseStatus(state),
    result: state.result,
    startedAt: state.startedAt,
    endedAt: state.endedAt,
    promisedAt: state.promisedAt,
    clock: times.clock,
    dueAt: times.dueAt,
    amberAt: times.amberAt,
    redAt: times.redAt,
    trial: state.trial,
    departments,
  };
}
