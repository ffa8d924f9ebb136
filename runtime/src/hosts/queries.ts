/**
 * Typed reads of the read model, the same for every host. They hold no form values: those leave only through view.
 * Every list demands a scope; the areas decide which scope a session may ask for. Trials are in no figure.
 * Instants are epoch milliseconds; `now` is the host's.
 */
import type { CalendarBook } from '@tongban/shared/calendar';
import type { CaseResult, CaseRow, TaskRow } from '@tongban/shared/kernel';

/** green, amber, red by the share of working time left; paused while a 补正 is open; ended when the case is over. */
export type Colour = 'green' | 'amber' | 'red' | 'paused';
export type CaseColour = Colour | 'ended';

export interface Page<Row> {
  readonly rows: readonly Row[];
  /** Cursor of the next page; null at the end. */
  readonly next: string | null;
}
export interface Paging {
  readonly cursor?: string | undefined;
  /** 1 to 200; 50 when absent. */
  readonly limit?: number | undefined;
}

/** A person's desk: the department they act for and the posts they hold there. */
export interface DeskScope {
  readonly department: string;
  readonly posts: readonly string[];
  /** Who sits at it: what is for this person by name is there whatever the post. */
  readonly person?: string;
}
export interface TaskFilter extends Paging {
  readonly colour?: Colour | undefined;
  /** Case number, subject or title contains this. */
  readonly search?: string | undefined;
}
/** How a clock stands now. leftMinutes: working minutes, negative when overdue; null without a clock. */
export interface Standing {
  readonly colour: CaseColour;
  readonly overdue: boolean;
  readonly leftMinutes: number | null;
  /** Working minutes of one day where the case runs; null without a clock. */
  readonly dayMinutes: number | null;
  /** Crosses a year without holiday data (暂定). */
  readonly provisional: boolean;
}
/** `dueAt` is given for paused clocks, too, as far as is known now. */
export type TaskListRow = TaskRow & Standing;

/** Whose cases: those one filed, those one's department filed, those it filed or worked at, or all (supervision). */
export type CaseScope =
  | { readonly kind: 'person'; readonly person: string }
  | { readonly kind: 'applicantDepartment'; readonly department: string }
  | { readonly kind: 'department'; readonly department: string }
  | { readonly kind: 'all' };
export interface CaseFilter extends Paging {
  readonly status?: 'running' | 'correcting' | 'suspended' | 'ended' | undefined;
  readonly colour?: CaseColour | undefined;
  readonly overdue?: boolean | undefined;
  readonly code?: string | undefined;
  /** Has an open task in this department. */
  readonly department?: string | undefined;
  readonly search?: string | undefined;
}
export interface CaseListRow extends Standing {
  readonly caseId: string;
  readonly number: string;
  readonly title: string;
  readonly code: string;
  readonly version: number;
  readonly release: string;
  readonly subject: string;
  readonly applicantName: string;
  readonly status: CaseRow['status'];
  readonly result: CaseResult | null;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly promisedAt: number | null;
  readonly dueAt: number | null;
  readonly trial: boolean;
  /** Open steps, oldest first. */
  readonly where: readonly { readonly step: string; readonly department: string; readonly departmentName: string }[];
}

export interface ColourCounts {
  readonly green: number;
  readonly amber: number;
  readonly red: number;
  readonly paused: number;
}

/** A due time that another calendar would move; `step` null: the case's own. */
export interface DueMove {
  readonly caseId: string;
  readonly number: string;
  readonly title: string;
  readonly region: string;
  readonly step: string | null;
  readonly departmentName: string | null;
  readonly before: number;
  readonly after: number;
}
/** What other calendars would change for what is running. Trials are in no figure. */
export interface CalendarEffect {
  readonly cases: { readonly running: number; readonly moved: number };
  readonly steps: { readonly open: number; readonly moved: number };
  /** Running cases whose due time is provisional (暂定). */
  readonly provisional: { readonly before: number; readonly after: number };
  /** Cases first, in the order of their ids; 200 at most. */
  readonly moves: readonly DueMove[];
}

export interface ReleaseCases {
  readonly running: number;
  readonly all: number;
}

export interface HostQueries {
  inbox(desk: DeskScope, filter: TaskFilter): Promise<Page<TaskListRow>>;
  /** Tasks of this department that are done; with `person` only those that person finished. Newest first. */
  done(desk: { department: string; person?: string }, filter: TaskFilter): Promise<Page<TaskListRow>>;
  /** What was sent to this desk to read (抄送), newest first. */
  copies(desk: DeskScope, filter: TaskFilter & { readonly unread?: boolean | undefined }): Promise<Page<TaskListRow>>;
  inboxCounts(desk: DeskScope): Promise<ColourCounts & { readonly all: number }>;
  /** Open tasks of one case, oldest first. */
  openTasks(caseId: string): Promise<readonly TaskListRow[]>;
  /** Newest first. */
  cases(scope: CaseScope, filter: CaseFilter): Promise<Page<CaseListRow>>;
  /** Null when there is no such case. */
  caseRow(caseId: string): Promise<CaseRow | null>;

  /** Running cases by colour, ended and overdue ones. */
  overview(): Promise<ColourCounts & { readonly ended: number; readonly overdue: number }>;
  /** Open tasks by department and colour; `done` and `overdue` beside them. */
  departments(): Promise<
    readonly (ColourCounts & {
      readonly department: string;
      readonly name: string;
      readonly done: number;
      readonly overdue: number;
    })[]
  >;
  /** Per scenario: running, ended, and the mean working time of cases that ended normally, in working minutes. */
  scenarios(): Promise<
    readonly {
      readonly code: string;
      readonly title: string;
      readonly running: number;
      readonly ended: number;
      readonly measuredMinutes: number | null;
    }[]
  >;
  /** What running cases would change on these calendars, against those in force. Changes nothing. */
  calendarEffect(book: CalendarBook): Promise<CalendarEffect>;
  /** Cases of each release, trials left out: those that are still running, and all that were ever started. */
  casesByRelease(): Promise<Readonly<Record<string, ReleaseCases>>>;
}
