/** Finding a scenario, filling its form (kept on the server), and starting a case. */
import type { Duration } from '@tongban/shared/document';
import type { Problem, SectionView, Value } from '@tongban/shared/kernel';
import type { CaseListRow } from '../cases/types.ts';
import type { Page, PageQuery } from '../paging.ts';
import type { Result } from '../result.ts';
import type { Session } from '../session/types.ts';

export interface ScenarioRow {
  readonly release: string;
  readonly code: string;
  readonly title: string;
  readonly module: string;
  readonly summary: string;
  /** Promised working days. */
  readonly days: number;
  readonly fields: number;
  readonly shared: number;
  readonly visits: 0;
}
export interface ScenarioPage extends Omit<ScenarioRow, 'module'> {
  readonly module: string;
  readonly version: number;
  readonly legalBasis: string;
  readonly promise: Duration | null;
  readonly baseline: {
    readonly workdays?: number | undefined;
    readonly forms?: number | undefined;
    readonly fields?: number | undefined;
    readonly materials?: number | undefined;
    readonly visits?: number | undefined;
    readonly applications?: number | undefined;
  };
  readonly materials: readonly {
    readonly id: string;
    readonly name: string;
    readonly exempt: boolean;
    readonly exemptReason: string | null;
  }[];
  readonly counts: {
    readonly fields: number;
    readonly shared: number;
    readonly computed: number;
    readonly manual: number;
  };
  readonly steps: readonly { readonly name: string; readonly departmentName: string; readonly days: number | null }[];
}
export interface Application {
  readonly id: string;
  readonly release: string;
  readonly code: string;
  readonly title: string;
  readonly version: number;
  readonly sections: readonly SectionView[];
  /** Key the shared data was looked up by; null until identified. */
  readonly subjectKey: string | null;
  /** Field that takes the key; null when the scenario has no subject to look up. */
  readonly keyField: string | null;
  readonly savedAt: number;
  /** Names of registers that did not answer; their fields are open for typing. */
  readonly registerDown: readonly string[];
  readonly problems: readonly Problem[];
}
export interface DraftRow {
  readonly id: string;
  readonly title: string;
  readonly savedAt: number;
}
export type CaseStatus = 'running' | 'correcting' | 'suspended' | 'ended';

export interface PortalArea {
  modules(session: Session): Promise<readonly { module: string; count: number }[]>;
  scenarios(
    session: Session,
    query: PageQuery & { search?: string | undefined; module?: string | undefined },
  ): Promise<Page<ScenarioRow>>;
  scenario(session: Session, code: string): Promise<Result<ScenarioPage>>;
  open(session: Session, code: string): Promise<Result<Application>>;
  application(session: Session, id: string): Promise<Result<Application>>;
  identify(session: Session, id: string, key: string): Promise<Result<Application>>;
  save(
    session: Session,
    id: string,
    values: Readonly<Record<string, Value>>,
  ): Promise<Result<{ savedAt: number; problems: readonly Problem[] }>>;
  submit(session: Session, id: string, key: string): Promise<Result<{ caseId: string; number: string }>>;
  mine(session: Session, query: PageQuery & { status?: CaseStatus | undefined }): Promise<Page<CaseListRow>>;
  drafts(session: Session): Promise<readonly DraftRow[]>;
}
