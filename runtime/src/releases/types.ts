/** Publishing a version to departments, their answers, and what a new version changes for them. */
import type { CompileContext, Diagnostic, Sentence, TimeFigures } from '@tongban/shared/compiler';
import type { Executable } from '@tongban/shared/definition';
import type { Design, Flow } from '@tongban/shared/document';
import type { ReleaseCases } from '../hosts/queries.ts';
import type { Result } from '../result.ts';
import type { Session } from '../session/types.ts';

export interface BindingRow {
  /** Lane id, or `<node>/<element>` of a dispatch. */
  readonly lane: string;
  readonly name: string;
  /** Null for a lane whose office follows from the applicant. */
  readonly department: string | null;
  readonly departmentName: string;
}
export interface ReleasePreview {
  readonly diagnostics: readonly Diagnostic[];
  readonly sentences: readonly Sentence[];
  readonly time: TimeFigures;
  readonly previousTime: TimeFigures | null;
  /** The version this would become. */
  readonly version: number;
  /** The version with the same identity, if there is one. */
  readonly sameAs: number | null;
  readonly bindings: readonly BindingRow[];
  /** base64; publish names it, so that what is published is what was seen. */
  readonly stateVector: string;
}
export interface Published {
  readonly release: string;
  readonly version: number;
  readonly identity: string;
  readonly created: boolean;
}
export type Answer = 'confirmed' | 'objected';
export interface ReleaseRow {
  readonly release: string;
  readonly design: string;
  readonly code: string;
  readonly title: string;
  readonly version: number;
  readonly identity: string;
  readonly publishedAt: number;
  readonly publishedByName: string;
  readonly departments: readonly {
    readonly id: string;
    readonly name: string;
    readonly answer: Answer | null;
    readonly comment: string;
    readonly byName: string | null;
    readonly at: number | null;
  }[];
  /** Trials left out. */
  readonly cases: ReleaseCases;
}
export interface AudienceRow {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly region: string;
  readonly suggested: boolean;
}
export interface InboxRow {
  readonly release: string;
  readonly code: string;
  readonly title: string;
  readonly version: number;
  readonly publishedAt: number;
  readonly sentences: readonly Sentence[];
  /** Those that concern the department's own steps. */
  readonly myPart: readonly Sentence[];
  readonly answer: Answer | null;
  readonly comment: string;
}
/** The flow picture of a case page; no form data. */
export interface FlowPicture {
  readonly executable: Executable;
  readonly layout: Readonly<Record<string, { readonly x: number; readonly y: number }>>;
  readonly flow: Flow;
}

export interface ReleasesArea {
  /** What a design is compiled with: the catalog, and the scenarios in force that it may call. */
  context(): Promise<CompileContext>;
  preview(design: string, departments: readonly string[]): Promise<Result<ReleasePreview>>;
  publish(
    session: Session,
    input: { design: string; stateVector: string; departments: readonly string[]; note?: string | undefined },
  ): Promise<Result<Published>>;
  list(design?: string): Promise<readonly ReleaseRow[]>;
  audience(design: string): Promise<Result<readonly AudienceRow[]>>;
  inbox(session: Session): Promise<readonly InboxRow[]>;
  answer(session: Session, input: { release: string; answer: Answer; comment: string }): Promise<Result<null>>;
  definition(session: Session, release: string): Promise<Result<FlowPicture>>;
  /** The Design as published, for comparing versions. */
  document(release: string): Promise<Result<Design>>;
}
