/** Uploading and opening files of a case or an application; limits are told by the server as reasons. */
import type { FileRef } from '@tongban/shared/kernel';
import { UploadError } from '../app/errors.ts';
import { fileHeaders, reachingFetch } from '../app/trpc.ts';

interface Answer {
  readonly reason?: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

export async function uploadFile(
  target: { readonly for: 'application' | 'case'; readonly id: string },
  field: string,
  file: File,
): Promise<FileRef> {
  const body = new FormData();
  body.append('file', file, file.name);
  const query = new URLSearchParams({ for: target.for, id: target.id, field });
  let response: Response;
  try {
    response = await reachingFetch(`/files?${query}`, { method: 'POST', body, headers: fileHeaders() });
  } catch {
    throw new UploadError({ reason: 'offline' });
  }
  if (!response.ok) throw new UploadError(await reasonIn(response));
  return (await response.json()) as FileRef;
}

async function reasonIn(response: Response): Promise<Answer> {
  try {
    return (await response.json()) as Answer;
  } catch {
    return { reason: response.status === 413 ? 'tooLarge' : 'unexpected' };
  }
}

/** Fetched with the session, then shown in a new tab or kept as a download. */
export async function openFile(file: FileRef): Promise<void> {
  const response = await reachingFetch(`/files/${encodeURIComponent(file.id)}`, { headers: fileHeaders() });
  if (!response.ok) throw new UploadError(await reasonIn(response));
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
