/** What a leader sees: clocks by department and by scenario; every figure opens the cases behind it. */
import type { CaseListRow, Color } from '../cases/types.ts';
import type { Page, PageQuery } from '../paging.ts';
import type { Session } from '../session/types.ts';

export interface Overview {
  readonly now: number;
  readonly counts: {
    readonly green: number;
    readonly amber: number;
    readonly red: number;
    readonly paused: number;
    readonly ended: number;
    readonly overdue: number;
  };
  readonly departments: readonly {
    readonly department: string;
    readonly name: string;
    readonly green: number;
    readonly amber: number;
    readonly red: number;
    readonly paused: number;
    readonly done: number;
    readonly overdue: number;
  }[];
  readonly scenarios: readonly {
    readonly code: string;
    readonly title: string;
    readonly baselineDays: number | null;
    readonly designedDays: number;
    readonly measuredDays: number | null;
    readonly running: number;
    readonly ended: number;
  }[];
  /** Years that clocks reach into without holiday data. */
  readonly provisionalYears: readonly number[];
}
export interface SupervisionQuery extends PageQuery {
  readonly color?: Color | undefined;
  /** Cases with an open task (any task, when `status` is ended) in this department. */
  readonly department?: string | undefined;
  readonly code?: string | undefined;
  readonly status?: 'running' | 'correcting' | 'suspended' | 'ended' | undefined;
  readonly overdue?: boolean | undefined;
}

export interface SupervisionArea {
  overview(session: Session): Promise<Overview>;
  cases(session: Session, query: SupervisionQuery): Promise<Page<CaseListRow>>;
}
