/**
 * Files on disk under <data>/files, one row each in app.db. The extension must be one the field accepts and the content
 * must begin as that extension promises; bytes are counted while they arrive, so that nothing over the limit is kept.
 */
import { createHash } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { checkFile, FILE_BYTES } from '@tongban/shared/fields';
import type { FileRef } from '@tongban/shared/kernel';
import { newId } from '../ids.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Session } from '../session/types.ts';
import type { Db } from '../storage/database.ts';
import { beginsAs, extensionOf, SNIFF_BYTES } from './sniff.ts';
import type { FilesArea, UploadLimits, UploadTarget } from './types.ts';

export interface FilesDeps {
  readonly db: Db;
  readonly folder: string;
  readonly now: () => number;
  /** The file field this person may fill there now. */
  readonly allowed: (session: Session, target: UploadTarget) => Promise<Result<UploadLimits>>;
  /** May this person read what stands in the target, this file in particular? */
  readonly readable: (session: Session, target: UploadTarget, file: string) => Promise<boolean>;
}

export function createFiles({ db, folder, now, allowed, readable }: FilesDeps): FilesArea {
  const placeOf = (id: string): string => join(folder, id.slice(0, 2), id);

  const receive = async (
    content: AsyncIterable<Uint8Array>,
    path: string,
    limit: number,
  ): Promise<Result<{ bytes: number; head: Uint8Array; digest: string }>> => {
    const file = await open(path, 'wx');
    const hash = createHash('sha256');
    let head = Buffer.alloc(0);
    let bytes = 0;
    try {
      for await (const chunk of content) {
        bytes += chunk.byteLength;
        if (bytes > limit) return fail('tooLarge', { params: { limit } });
        if (head.byteLength < SNIFF_BYTES) head = Buffer.concat([head, chunk]).subarray(0, SNIFF_BYTES);
        hash.update(chunk);
        await file.write(chunk);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    return ok({ bytes, head, digest: hash.digest('hex') });
  };

  return {
    async put(session, target, upload) {
      const limits = await allowed(session, target);
      if (!limits.ok) return limits;
      const name = cleanName(upload.name);
      const extension = extensionOf(name);
      const named = checkFile({ kind: 'file', ...limits.value }, { name, bytes: 0 });
      if (named.some((problem) => problem.code === 'fileType')) return fail('fileType', { params: { name } });
      const id = newId();
      const path = placeOf(id);
      const arriving = join(folder, `arriving-${id}`);
      await mkdir(join(folder, id.slice(0, 2)), { recursive: true });
      try {
        const received = await receive(upload.content, arriving, limits.value.maxBytes ?? FILE_BYTES);
        if (!received.ok) return received;
        const { bytes, head, digest } = received.value;
        if (bytes === 0 || !beginsAs(extension, head)) return fail('fileType', { params: { name } });
        await rename(arriving, path);
        await db
          .insertInto('file')
          .values({
            id,
            scope: target.scope,
            scope_id: target.id,
            field: target.field,
            name,
            extension,
            bytes,
            digest,
            person: session.person,
            at: now(),
          })
          .execute();
        return ok({ id, name, bytes });
      } finally {
        await rm(arriving, { force: true });
      }
    },
    async write(target, { key, name, content }) {
      const digest = createHash('sha256').update(content).digest('hex');
      const id = createHash('sha256').update(`${target.scope} ${target.id} ${key}`).digest('hex').slice(0, 32);
      const bytes = content.byteLength;
      const path = placeOf(id);
      const arriving = join(folder, `arriving-${id}`);
      await mkdir(dirname(path), { recursive: true });
      const file = await open(arriving, 'w');
      try {
        await file.writeFile(content);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(arriving, path);
      const { scope, id: scope_id, field } = target;
      const made = {
        id,
        scope,
        scope_id,
        field,
        name,
        extension: extensionOf(name),
        bytes,
        digest,
        person: '',
        at: now(),
      };
      await db
        .insertInto('file')
        .values(made)
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ bytes, digest, name }))
        .execute();
      return { id, name, bytes };
    },
    async get(session, id) {
      const row = await db.selectFrom('file').selectAll().where('id', '=', id).executeTakeFirst();
      if (row === undefined || (row.scope !== 'application' && row.scope !== 'case')) return fail('notFound');
      const target: UploadTarget = { scope: row.scope, id: row.scope_id, field: row.field };
      if (!(await readable(session, target, id))) return fail('notFound');
      return ok({ path: placeOf(id), name: row.name, bytes: row.bytes });
    },
    async find(targets, ids) {
      const rows = await db
        .selectFrom('file')
        .select(['id', 'name', 'bytes'])
        .where((where) =>
          where.or(
            targets.map((target) => where.and({ scope: target.scope, scope_id: target.id, field: target.field })),
          ),
        )
        .execute();
      const known = new Map(rows.map((row) => [row.id, row]));
      const found: FileRef[] = [];
      for (const id of ids) {
        const row = known.get(id);
        if (!row) return fail('fieldInvalid', { problems: [{ field: targets[0]?.field ?? '', code: 'fileUnknown' }] });
        found.push(row);
      }
      return ok(found);
    },
  };
}

/** The name as shown: no folders, no control characters, not too long. */
function cleanName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const clean = [...last]
    .filter((char) => char >= ' ' && char !== '\u007f')
    .join('')
    .trim();
  return clean.length > 200 ? clean.slice(-200) : clean;
}
