/** What designers do with drafts: list, create, load, edit along, import and export. */
import * as Y from 'yjs';
import { identityOf } from '@tongban/shared/compiler';
import {
  designToDoc,
  emptyDesign,
  mergeEdit,
  parseDesign,
  readDraft,
  writeDesign,
  type Design,
  type DocumentProblem,
} from '@tongban/shared/document';
import { createChannel } from '../channel.ts';
import { newId } from '../ids.ts';
import { fail, ok, type Failure, type Result } from '../result.ts';
import type { Session } from '../session/types.ts';
import type { Db } from '../storage/database.ts';
import type { Drafts } from './drafts.ts';
import { createPresence } from './presence.ts';
import type { DesignsArea, DraftChange } from './types.ts';

export interface DesignsDeps {
  readonly db: Db;
  readonly drafts: Drafts;
  readonly now: () => number;
  /** Newest version of each scenario code, from the releases area. */
  readonly latest: () => Promise<ReadonlyMap<string, { version: number; identity: string }>>;
  /** A built-in template, from the catalog area. */
  readonly template: (code: string) => Promise<Design | null>;
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

export function createDesigns({ db, drafts, now, latest, template }: DesignsDeps): DesignsArea {
  const presence = createPresence();
  /** Identity of a draft at a state, so that listing does not read every draft anew. */
  const identities = new Map<string, { at: number; identity: string }>();

  const identityAt = async (id: string, updatedAt: number): Promise<string | null> => {
    const known = identities.get(id);
    if (known && known.at === updatedAt) return known.identity;
    const opened = await drafts.open(id);
    if (!opened.ok) return null;
    const identity = identityOf(readDraft(opened.value.doc).design);
    identities.set(id, { at: updatedAt, identity });
    return identity;
  };

  /** A code nobody uses yet, near the wished one. */
  const freeCode = async (wished: string): Promise<string> => {
    const rows = await db.selectFrom('design').select('code').execute();
    const taken = new Set([...rows.map((row) => row.code), ...(await latest()).keys()]);
    if (!taken.has(wished)) return wished;
    for (let n = 2; ; n++) if (!taken.has(`${wished}-${n}`)) return `${wished}-${n}`;
  };

  const add = async (session: Session, design: Design): Promise<Result<{ id: string }>> => {
    const id = newId();
    const code = await freeCode(design.meta.code);
    await drafts.create(session, id, designToDoc({ ...design, meta: { ...design.meta, code } }), now());
    return ok({ id });
  };

  return {
    async list() {
      const rows = await db
        .selectFrom('design')
        .select(['id', 'code', 'title', 'module', 'updated_at', 'updated_by_name'])
        .orderBy('updated_at', 'desc')
        .orderBy('id')
        .execute();
      const published = await latest();
      return Promise.all(
        rows.map(async (row) => {
          const newest = published.get(row.code);
          return {
            id: row.id,
            title: row.title,
            module: row.module,
            updatedAt: row.updated_at,
            updatedByName: row.updated_by_name,
            latestVersion: newest?.version ?? null,
            open: newest === undefined || (await identityAt(row.id, row.updated_at)) !== newest.identity,
          };
        }),
      );
    },
    async create(session, input) {
      if (input.template === undefined) {
        return add(session, emptyDesign(`s-${newId().slice(0, 8).toLowerCase()}`, input.title, input.module));
      }
      const design = await template(input.template);
      if (!design) return fail('notFound');
      return add(session, { ...design, meta: { ...design.meta, title: input.title, module: input.module } });
    },
    async load(id) {
      const opened = await drafts.open(id);
      if (!opened.ok) return opened;
      const { doc, generation } = opened.value;
      return ok({ id, generation, update: base64(Y.encodeStateAsUpdate(doc)), readOnly: false });
    },
    async push(session, input) {
      const update = Buffer.from(input.update, 'base64');
      const merged = await drafts.push(session, { ...input, update });
      return merged.ok ? ok({ stateVector: base64(merged.value) }) : merged;
    },
    async *changes(session, id, client, signal) {
      const channel = createChannel<DraftChange>(signal);
      const stopUpdates = drafts.onUpdate((change) => {
        if (change.design === id && change.client !== client) channel.push({ update: base64(change.update) });
      });
      const leave = presence.join(id, { person: session.person, name: session.name }, (people) =>
        channel.push({ presence: people }),
      );
      try {
        // What was changed between load and now.
        const opened = await drafts.open(id);
        if (opened.ok) yield { update: base64(Y.encodeStateAsUpdate(opened.value.doc)) };
        yield* channel;
      } finally {
        stopUpdates();
        leave();
        channel.end();
      }
    },
    async importJson(session, text) {
      const parsed = parseDesign(text);
      return parsed.ok ? add(session, parsed.design) : fromProblems(parsed.problems);
    },
    async exportJson(id) {
      const opened = await drafts.open(id);
      if (!opened.ok) return opened;
      return ok({ text: `${JSON.stringify(readDraft(opened.value.doc).design, null, 2)}\n` });
    },
    async replaceJson(session, input) {
      const parsed = parseDesign(input.next);
      if (!parsed.ok) return fromProblems(parsed.problems);
      const update = await drafts.rewrite(session, input.id, (copy, current) => {
        const merged = mergeEdit(input.base, current, parsed.design);
        if (!merged.ok) return fail('conflict', { params: { where: merged.conflicts[0] ?? '' } });
        writeDesign(copy, merged.value, 'json');
        return ok(null);
      });
      return update.ok ? ok({ update: base64(update.value) }) : update;
    },
  };
}

/** The first problem gives the reason; all of them go along. */
function fromProblems(problems: readonly DocumentProblem[]): Failure {
  const first = problems[0];
  const reason = first?.code === 'unknownSchema' ? 'invalidDesign' : (first?.code ?? 'invalidDesign');
  return fail(reason, {
    params: { ...first?.params, where: first?.where ?? '' },
    problems: problems.map(({ where, code, params }) => ({ field: where, code, params })),
  });
}
