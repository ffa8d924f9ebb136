/** Work on cases: reading through the kernel's view only, commands in the session's own name. */
import type { CaseResult, CaseView, Command } from '@tongban/shared/kernel';
import type { Page, PageQuery } from '../paging.ts';
import type { Result } from '../result.ts';
import type { Session } from '../session/types.ts';

/** paused: a correction is open. ended: the case or task is over. */
export type Color = 'green' | 'amber' | 'red' | 'paused' | 'ended';

/** What people may send; starting goes through the portal, timers fire by themselves. */
export type CaseCommand = Exclude<Command, { type: 'start' | 'fireTimer' }>;

export interface NextStep {
  readonly kind: 'task' | 'correction' | 'ended';
  readonly stepName: string;
  readonly departmentName: string;
  /** Demo mode: the card of someone who can do it. */
  readonly card: string | null;
  readonly caseId: string;
}
export interface CaseListRow {
  readonly caseId: string;
  readonly number: string;
  readonly title: string;
  readonly code: string;
  readonly subject: string;
  readonly applicantName: string;
  readonly status: 'running' | 'correcting' | 'suspended' | 'ended';
  readonly result: CaseResult | null;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly promisedAt: number | null;
  readonly color: Color;
  /** Working minutes; negative when overdue; null when no time was promised. */
  readonly leftMinutes: number | null;
  /** Working minutes of one day where the case runs; null without a clock. */
  readonly dayMinutes: number | null;
  readonly overdue: boolean;
  readonly dueAt: number | null;
  /** The way to the due time crosses a year without holiday data (暂定). */
  readonly provisional: boolean;
  /** Open steps as `step · office`. */
  readonly where: readonly string[];
}
export interface CaseChange {
  readonly caseId: string;
  readonly seq: number;
}

export interface CasesArea {
  view(session: Session, id: string): Promise<Result<CaseView>>;
  act(
    session: Session,
    input: { id: string; command: CaseCommand; key: string },
  ): Promise<Result<{ view: CaseView; next: readonly NextStep[] }>>;
  next(session: Session, id: string): Promise<Result<readonly NextStep[]>>;
  /** Cases that the session's office leads or had a task in, newest first; none without an office. */
  office(
    session: Session,
    query: PageQuery & { status?: CaseListRow['status'] | undefined; search?: string | undefined },
  ): Promise<Page<CaseListRow>>;
  /** Ids only, and only of cases the session may see. Ends when `signal` aborts. */
  changes(session: Session, signal: AbortSignal): AsyncIterable<CaseChange>;
}
