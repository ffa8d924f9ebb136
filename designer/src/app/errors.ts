/** Reads what a failed call means: the reason code, its parameters and the fields it concerns. */
import type { Problem } from '@tongban/shared/kernel';
import { TRPCClientError } from '@trpc/client';

export interface Failure {
  /** A code of shared/words, or 'offline' when the server was not reached, or 'unexpected'. */
  readonly reason: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly problems: readonly Problem[];
}

interface ErrorData {
  readonly reason?: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly problems?: readonly Problem[];
}

export class UploadError extends Error {
  readonly data: ErrorData;
  constructor(data: ErrorData) {
    super(data.reason ?? 'unexpected');
    this.name = 'UploadError';
    this.data = data;
  }
}

export function failureOf(error: unknown): Failure {
  if (error instanceof UploadError) return withDefaults(error.data, 'unexpected');
  if (error instanceof TRPCClientError) {
    const data = error.data as ErrorData | null | undefined;
    if (data === null || data === undefined) return withDefaults({}, 'offline');
    return withDefaults(data, 'unexpected');
  }
  return withDefaults({}, 'unexpected');
}

function withDefaults(data: ErrorData, reason: string): Failure {
  return { reason: data.reason ?? reason, params: data.params ?? {}, problems: data.problems ?? [] };
}

export function reasonOf(error: unknown): string {
  return failureOf(error).reason;
}
