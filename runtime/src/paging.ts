/** Keyset paging: a cursor names the last row seen, so that rows added meanwhile neither repeat nor shift a page. */
import { z } from 'zod';

export const PAGE_LIMIT = 200;
export const PAGE_DEFAULT = 50;

export const pageInput = {
  cursor: z.string().max(400).optional(),
  limit: z.number().int().min(1).max(PAGE_LIMIT).optional(),
};

export interface PageQuery {
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}
export interface Page<T> {
  readonly rows: readonly T[];
  readonly next: string | null;
}

/** `found` holds up to limit + 1 rows in order; the one too many tells that there is a next page. */
export function pageOf<T, R>(
  found: readonly T[],
  limit: number,
  cursorOf: (row: T) => string,
  shape: (row: T) => R,
): Page<R> {
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return { rows: rows.map(shape), next: found.length > limit && last !== undefined ? cursorOf(last) : null };
}

/** Cursor of several keys, as opaque text. */
export const toCursor = (keys: readonly (string | number)[]): string => encodeURIComponent(JSON.stringify(keys));
/** Keys of a cursor made by toCursor, or null when it is not one with `count` keys. */
export function fromCursor(cursor: string | undefined, count: number): readonly (string | number)[] | null {
  if (cursor === undefined) return null;
  try {
    const keys: unknown = JSON.parse(decodeURIComponent(cursor));
    if (!Array.isArray(keys) || keys.length !== count) return null;
    return keys.every((key): key is string | number => typeof key === 'string' || typeof key === 'number')
      ? keys
      : null;
  } catch {
    return null;
  }
}
