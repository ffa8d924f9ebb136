/**
 * Drafts are Yjs documents. One root map holds the Design; objects are nested maps, so that two people who change
 * different properties both keep their change; values listed in ATOMIC and all arrays are replaced whole.
 *
 * Invariant: every write goes through writeDesign (a difference by key, one transaction, one origin), so that undo,
 * sync and autosave see one step for one intent. A draft may be wrong, never unreadable: see read.ts.
 */
import * as Y from 'yjs';
import type { Design } from './schema.ts';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const ROOT = 'design';

/** Properties whose parts mean something only together. */
const ATOMIC: ReadonlySet<string> = new Set([
  'condition',
  'visible',
  'requiredWhen',
  'valid',
  'party',
  'source',
  'choice',
  'deadline',
  'after',
  'timing',
  'overdue',
  'trigger',
  'on',
  'throws',
  'to',
  'promise',
  'statutory',
]);
/** Collections whose elements are atomic. */
const ATOMIC_ELEMENTS: ReadonlySet<string> = new Set(['layout']);

export function draftRoot(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap(ROOT);
}

/** A new draft that holds `design`. `clientId` makes the initial state the same wherever it is built. */
export function designToDoc(design: Design, clientId?: number): Y.Doc {
  const doc = new Y.Doc();
  if (clientId !== undefined) doc.clientID = clientId;
  writeDesign(doc, design, 'create');
  return doc;
}

/** The draft's content as plain JSON, unchecked. */
export function draftJson(doc: Y.Doc): Json {
  return draftRoot(doc).toJSON() as Json;
}

/**
 * Makes the draft equal to `next` by changing only what differs. Returns whether anything changed. Properties that
 * are undefined in `next` are removed.
 */
export function writeDesign(doc: Y.Doc, next: Design, origin: unknown): boolean {
  let changed = false;
  doc.transact(() => {
    changed = writeMap(draftRoot(doc), next as unknown as Record<string, unknown>, '');
  }, origin);
  return changed;
}

function writeMap(map: Y.Map<unknown>, next: Readonly<Record<string, unknown>>, name: string): boolean {
  let changed = false;
  for (const key of [...map.keys()]) {
    if (next[key] === undefined) {
      map.delete(key);
      changed = true;
    }
  }
  for (const [key, value] of Object.entries(next)) {
    if (value === undefined) continue;
    if (writeValue(map, key, value, ATOMIC.has(key) || ATOMIC_ELEMENTS.has(name))) changed = true;
  }
  return changed;
}

function writeValue(map: Y.Map<unknown>, key: string, value: unknown, atomic: boolean): boolean {
  const current = map.get(key);
  if (!atomic && isPlainObject(value)) {
    if (current instanceof Y.Map) return writeMap(current, value, key);
    const child = new Y.Map<unknown>();
    map.set(key, child);
    writeMap(child, value, key);
    return true;
  }
  const plain = current instanceof Y.Map ? undefined : current;
  if (plain !== undefined && sameJson(plain, value)) return false;
  map.set(key, value);
  return true;
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Structural equality of JSON values; the order of keys does not matter, undefined properties do not count. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => sameJson(item, b[i]));
  if (!isPlainObject(a) || !isPlainObject(b)) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  for (const key of keys) if (!sameJson(a[key], b[key])) return false;
  return true;
}
