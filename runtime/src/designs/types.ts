/** Drafts: Yjs documents held by the server, with an update log, generations and readers along. */
import type { Design, ModuleId } from '@tongban/shared/document';
import type { Result } from '../result.ts';
import type { Session } from '../session/types.ts';

export interface DesignRow {
  readonly id: string;
  readonly title: string;
  readonly module: string;
  readonly updatedAt: number;
  readonly updatedByName: string;
  readonly latestVersion: number | null;
  /** The draft differs from the latest published version, or none was published. */
  readonly open: boolean;
}
export interface LoadedDraft {
  readonly id: string;
  readonly generation: number;
  /** Whole Y state, base64. */
  readonly update: string;
  readonly readOnly: boolean;
}
export type DraftChange =
  | { readonly update: string }
  /** Everyone who has the draft open, each person once. */
  | { readonly presence: readonly { readonly person: string; readonly name: string }[] }
  /** The draft was migrated as a whole: load it again. */
  | { readonly generation: number };

export interface DesignsArea {
  list(): Promise<readonly DesignRow[]>;
  create(
    session: Session,
    input: { title: string; module: ModuleId; template?: string | undefined },
  ): Promise<Result<{ id: string }>>;
  load(id: string): Promise<Result<LoadedDraft>>;
  /** Merges an update when size, depth and generation allow. `client` names the window, so that it is not echoed. */
  push(
    session: Session,
    input: { id: string; generation: number; update: string; client: string },
  ): Promise<Result<{ stateVector: string }>>;
  /** Ends when `signal` aborts. */
  changes(session: Session, id: string, client: string, signal: AbortSignal): AsyncIterable<DraftChange>;
  importJson(session: Session, text: string): Promise<Result<{ id: string }>>;
  exportJson(id: string): Promise<Result<{ text: string }>>;
  replaceJson(session: Session, input: { id: string; base: Design; next: string }): Promise<Result<{ update: string }>>;
}
