/** Uploaded files: stored in the data folder, named by id, readable by whom the field they belong to is readable. */
import type { FileRef } from '@tongban/shared/kernel';
import type { Result } from '../result.ts';
import type { Session } from '../session/types.ts';

export interface UploadTarget {
  readonly scope: 'application' | 'case';
  /** Application or case id. */
  readonly id: string;
  /** Data key of the field. */
  readonly field: string;
}
export interface StoredFile {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
}
/** What a file field allows; null: the kind's defaults. */
export interface UploadLimits {
  readonly accept: readonly string[] | null;
  readonly maxBytes: number | null;
}

export interface FilesArea {
  /** `content` is read to its end or until a limit is passed; nothing stays on disk after a refusal. */
  put(
    session: Session,
    target: UploadTarget,
    upload: { readonly name: string; readonly content: AsyncIterable<Uint8Array> },
  ): Promise<Result<FileRef>>;
  /** A file that the server itself makes; the same key is the same file. */
  write(
    target: UploadTarget,
    made: { readonly key: string; readonly name: string; readonly content: Uint8Array },
  ): Promise<FileRef>;
  get(session: Session, id: string): Promise<Result<StoredFile>>;
  /** The stored files with these ids in one of these places; refused when one is not there. */
  find(targets: readonly UploadTarget[], ids: readonly string[]): Promise<Result<readonly FileRef[]>>;
}
