/** The clerk's list of tasks, and opinions used often. */
import type { Color } from '../cases/types.ts';
import type { PageQuery } from '../paging.ts';
import type { Result } from '../result.ts';
import type { Session } from '../session/types.ts';

export interface DeskRow {
  /** A step's task, an opinion that is asked for, or a copy to read; `activity` is then its own id. */
  readonly kind: 'work' | 'consult' | 'copy';
  readonly activity: string;
  readonly caseId: string;
  readonly number: string;
  readonly title: string;
  readonly stepName: string;
  readonly subject: string;
  readonly applicantName: string;
  readonly color: Color;
  readonly leftMinutes: number | null;
  readonly dayMinutes: number | null;
  readonly overdue: boolean;
  readonly dueAt: number | null;
  readonly provisional: boolean;
  readonly claimedByName: string | null;
  /** Only this person may take it now. */
  readonly assigneeName: string | null;
  readonly mine: boolean;
  readonly status: 'open' | 'correcting' | 'waiting' | 'done' | 'cancelled' | 'unread' | 'read';
  readonly startedAt: number;
  readonly endedAt: number | null;
}
export interface DeskPage {
  readonly rows: readonly DeskRow[];
  readonly next: string | null;
  readonly counts: {
    readonly all: number;
    readonly red: number;
    readonly amber: number;
    readonly green: number;
    readonly paused: number;
  };
}
export interface DeskQuery extends PageQuery {
  /** copies: what was sent to read (抄送). */
  readonly scope: 'open' | 'done' | 'copies';
  readonly color?: Exclude<Color, 'ended'> | undefined;
  readonly search?: string | undefined;
}

export interface DeskArea {
  inbox(session: Session, query: DeskQuery): Promise<DeskPage>;
  phrases(session: Session): Promise<readonly string[]>;
  addPhrase(session: Session, text: string): Promise<Result<null>>;
}
