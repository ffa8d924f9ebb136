/**
 * An edit made on a copy (a code view, another tool) applies as a difference by id against the base it was made
 * from: what only they changed is theirs, what only we changed stays ours, and a value both changed is refused.
 */
import { sameJson } from './draft.ts';

type Plain = Readonly<Record<string, unknown>>;

export type Merge<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly conflicts: readonly string[] };

/** Three-way merge of JSON objects; arrays and scalars are compared whole. Conflicts are dotted paths. */
export function mergeEdit<T extends object>(base: T, ours: T, theirs: T): Merge<T> {
  const conflicts: string[] = [];
  const value = mergeObjects(base as Plain, ours as Plain, theirs as Plain, '', conflicts);
  return conflicts.length === 0 ? { ok: true, value: value as T } : { ok: false, conflicts };
}

function mergeObjects(base: Plain, ours: Plain, theirs: Plain, path: string, conflicts: string[]): Plain {
  const merged: Record<string, unknown> = {};
  for (const key of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
    const value = mergeValues(base[key], ours[key], theirs[key], path ? `${path}.${key}` : key, conflicts);
    if (value !== undefined) merged[key] = value;
  }
  return merged;
}

function mergeValues(base: unknown, ours: unknown, theirs: unknown, path: string, conflicts: string[]): unknown {
  if (sameJson(ours, theirs) || sameJson(base, theirs)) return ours;
  if (sameJson(base, ours)) return theirs;
  if (isObject(ours) && isObject(theirs))
    return mergeObjects(isObject(base) ? base : {}, ours, theirs, path, conflicts);
  conflicts.push(path);
  return ours;
}

function isObject(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
