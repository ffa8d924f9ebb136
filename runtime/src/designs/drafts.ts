/**
 * The drafts' Yjs documents: update log and snapshot on disk, the ones in use in memory, readers told of every change.
 *
 * Invariants: an update is on disk before anyone sees it; an update is merged into a copy and read there first, so that
 * what breaks a limit never reaches the draft; per draft one thing happens at a time.
 */
import * as Y from 'yjs';
import { draftJson, readDraft, SCHEMA_VERSION, type Design, type Json } from '@tongban/shared/document';
import { fail, ok, type Result } from '../result.ts';
import type { Session } from '../session/types.ts';
import type { Db } from '../storage/database.ts';
import { createSerial } from '../serial.ts';
import { DEPTH_LIMIT, DRAFT_TEXT_LIMIT, UPDATE_LIMIT } from './limits.ts';

/** Updates kept in the log before they are folded into the snapshot. */
const COMPACT_AFTER = 100;
/** Drafts kept in memory. */
const KEPT = 40;

export interface OpenDraft {
  readonly doc: Y.Doc;
  readonly generation: number;
  readonly code: string;
}
export interface DraftUpdate {
  readonly design: string;
  readonly update: Uint8Array;
  readonly client: string;
}
export interface Drafts {
  open(id: string): Promise<Result<OpenDraft>>;
  create(session: Pick<Session, 'person' | 'name'>, id: string, doc: Y.Doc, at: number): Promise<void>;
  push(
    session: Session,
    input: { id: string; generation: number; update: Uint8Array; client: string },
  ): Promise<Result<Uint8Array>>;
  /** Changes the draft on the server; `change` writes to a copy and may refuse. Returns the update. */
  rewrite(
    session: Session,
    id: string,
    change: (copy: Y.Doc, design: Design) => Result<null>,
  ): Promise<Result<Uint8Array>>;
  onUpdate(listener: (update: DraftUpdate) => void): () => void;
}

interface Held {
  draft: OpenDraft;
  /** Updates in the log since the snapshot. */
  logged: number;
}

export function createDrafts(db: Db, now: () => number): Drafts {
  const held = new Map<string, Held>();
  const listeners = new Set<(update: DraftUpdate) => void>();
  const serial = createSerial();

  const keep = (id: string, entry: Held): void => {
    held.delete(id);
    held.set(id, entry);
    for (const oldest of held.keys()) {
      if (held.size <= KEPT) break;
      held.delete(oldest);
    }
  };

  const read = async (id: string): Promise<Held | null> => {
    const known = held.get(id);
    if (known) return known;
    const row = await db
      .selectFrom('design')
      .select(['snapshot', 'generation', 'code'])
      .where('id', '=', id)
      .executeTakeFirst();
    if (row === undefined) return null;
    const log = await db.selectFrom('design_update').select('data').where('design', '=', id).orderBy('seq').execute();
    const doc = new Y.Doc();
    doc.transact(() => {
      Y.applyUpdate(doc, row.snapshot);
      for (const { data } of log) Y.applyUpdate(doc, data);
    });
    const entry = { draft: { doc, generation: row.generation, code: row.code }, logged: log.length };
    keep(id, entry);
    return entry;
  };

  /** Stores an accepted update with the copy it made, then lets everyone see it. */
  const accept = async (
    session: Session,
    id: string,
    entry: Held,
    accepted: { copy: Y.Doc; design: Design; update: Uint8Array; client: string },
  ): Promise<void> => {
    const { copy, design, update, client } = accepted;
    const fold = entry.logged + 1 >= COMPACT_AFTER;
    await db.transaction().execute(async (tx) => {
      if (fold) await tx.deleteFrom('design_update').where('design', '=', id).execute();
      else
        await tx
          .insertInto('design_update')
          .values({ design: id, data: update, at: now(), person: session.person })
          .execute();
      await tx
        .updateTable('design')
        .set({
          title: design.meta.title,
          module: design.meta.module,
          updated_at: now(),
          updated_by: session.person,
          updated_by_name: session.name,
          ...(fold ? { snapshot: Buffer.from(Y.encodeStateAsUpdate(copy)) } : {}),
        })
        .where('id', '=', id)
        .execute();
    });
    keep(id, { draft: { ...entry.draft, doc: copy }, logged: fold ? 0 : entry.logged + 1 });
    for (const listener of listeners) listener({ design: id, update, client });
  };

  return {
    open: (id) =>
      serial(id, async () => {
        const entry = await read(id);
        return entry ? ok(entry.draft) : fail('notFound');
      }),
    create: async (session, id, doc, at) => {
      const { design } = readDraft(doc);
      await db
        .insertInto('design')
        .values({
          id,
          code: design.meta.code,
          title: design.meta.title,
          module: design.meta.module,
          generation: 1,
          snapshot: Buffer.from(Y.encodeStateAsUpdate(doc)),
          created_at: at,
          updated_at: at,
          updated_by: session.person,
          updated_by_name: session.name,
        })
        .execute();
    },
    push: (session, input) =>
      serial(input.id, async () => {
        if (input.update.byteLength > UPDATE_LIMIT) return fail('tooLarge', { params: { limit: UPDATE_LIMIT } });
        const entry = await read(input.id);
        if (!entry) return fail('notFound');
        if (entry.draft.generation !== input.generation) {
          return fail('staleDraft', { params: { generation: entry.draft.generation } });
        }
        const copy = copyOf(entry.draft.doc);
        try {
          Y.applyUpdate(copy, input.update);
        } catch {
          return fail('invalidInput', { params: { what: 'update' } });
        }
        const checked = checkDraft(copy, entry.draft.code);
        if (!checked.ok) return checked;
        await accept(session, input.id, entry, {
          copy,
          design: checked.value,
          update: input.update,
          client: input.client,
        });
        return ok(Y.encodeStateVector(copy));
      }),
    rewrite: (session, id, change) =>
      serial(id, async () => {
        const entry = await read(id);
        if (!entry) return fail('notFound');
        const copy = copyOf(entry.draft.doc);
        const before = Y.encodeStateVector(copy);
        const changed = change(copy, readDraft(copy).design);
        if (!changed.ok) return changed;
        const checked = checkDraft(copy, entry.draft.code);
        if (!checked.ok) return checked;
        const update = Y.encodeStateAsUpdate(copy, before);
        await accept(session, id, entry, { copy, design: checked.value, update, client: '' });
        return ok(update);
      }),
    onUpdate(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

/**
 * Whole, within depth and size, of today's schema, still the same scenario. An update that builds on edits which
 * never came here would stay pending unseen: it is refused.
 */
function checkDraft(doc: Y.Doc, code: string): Result<Design> {
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) {
    return fail('invalidInput', { params: { what: 'update' } });
  }
  if ([...doc.share.keys()].some((root) => root !== 'design'))
    return fail('invalidInput', { params: { what: 'root' } });
  const json = draftJson(doc);
  if (depthOf(json, DEPTH_LIMIT) > DEPTH_LIMIT) return fail('tooDeep', { params: { limit: DEPTH_LIMIT } });
  if (JSON.stringify(json).length > DRAFT_TEXT_LIMIT) return fail('tooLarge', { params: { limit: DRAFT_TEXT_LIMIT } });
  const version = typeof json === 'object' && json !== null && !Array.isArray(json) ? json['schemaVersion'] : undefined;
  if (typeof version === 'number' && version > SCHEMA_VERSION) {
    return fail('newerSchema', { params: { version, known: SCHEMA_VERSION } });
  }
  const { design } = readDraft(doc);
  if (design.meta.code !== code) return fail('conflict', { params: { what: 'code' } });
  return ok(design);
}

/** Levels of nesting, counted no further than one beyond `limit`. */
function depthOf(json: Json, limit: number): number {
  if (typeof json !== 'object' || json === null) return 0;
  if (limit <= 0) return 1;
  let deepest = 0;
  for (const part of Object.values(json)) {
    const depth = depthOf(part, limit - 1);
    if (depth > deepest) deepest = depth;
  }
  return deepest + 1;
}
