/**
 * Publishing. The server compiles its own snapshot and refuses when it blocks, or when the draft is no longer the one
 * the person saw. Same identity, same version. A definition is in the journal before its release takes effect.
 */
import { createHash } from 'node:crypto';
import * as Y from 'yjs';
import { compile, difference, differenceFor, type CompileContext, type Diagnostic } from '@tongban/shared/compiler';
import type { Definition } from '@tongban/shared/definition';
import { readDraft, type Design } from '@tongban/shared/document';
import type { Drafts } from '../designs/drafts.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Directory } from '../directory/directory.ts';
import type { ReleaseCases } from '../hosts/queries.ts';
import { newId } from '../ids.ts';
import { fail, ok, type Failure, type Result } from '../result.ts';
import { createSerial } from '../serial.ts';
import type { Session } from '../session/types.ts';
import type { Db } from '../storage/database.ts';
import { audienceOf } from './audience.ts';
import { bindRoles, rolesOf } from './bindings.ts';
import type { ReleaseRecords } from './records.ts';
import type { BindingRow, Published, ReleaseRow, ReleasesArea } from './types.ts';

export interface ReleasesDeps {
  readonly db: Db;
  readonly drafts: Pick<Drafts, 'open'>;
  readonly catalog: Pick<Catalog, 'context'>;
  readonly directory: Directory;
  readonly records: ReleaseRecords;
  readonly host: {
    putDefinition(release: string, definition: Definition): Promise<void>;
    casesByRelease(): Promise<Readonly<Record<string, ReleaseCases>>>;
  };
  readonly now: () => number;
}

export interface Publication {
  readonly design: string;
  readonly document: Design;
  readonly departments: readonly string[];
  readonly note: string;
  readonly at: number;
}
export interface Releases extends ReleasesArea {
  /** Publishes this content as such; `publish` is the way for people. */
  publishDocument(by: Pick<Session, 'person' | 'name'>, publication: Publication): Promise<Result<Published>>;
  answerAt(
    by: Pick<Session, 'name' | 'department'>,
    input: { release: string; answer: 'confirmed' | 'objected'; comment: string },
    at: number,
  ): Promise<Result<null>>;
}

/**
 * What a person saw, as a short text: the state vector, and a digest of the whole snapshot, because deletions do not
 * move the state vector.
 */
export function seenState(doc: Y.Doc): string {
  const snapshot = Buffer.from(Y.encodeSnapshot(Y.snapshot(doc)));
  const whole = createHash('sha256').update(snapshot).digest('base64url').slice(0, 22);
  return `${Buffer.from(Y.encodeStateVector(doc)).toString('base64')}.${whole}`;
}

/** A scenario as another that calls it sees it. */
const interfaceOf = (title: string, { flow, form }: Design): NonNullable<CompileContext['scenarios']>[string] => ({
  title,
  calls: Object.values(flow.nodes).flatMap((node) => (node.kind === 'scenario' ? [node.scenario] : [])),
  fields: Object.fromEntries(Object.values(form.fields).map(({ id, kind }) => [id, kind])),
});

const blocking = (diagnostics: readonly Diagnostic[]): Failure =>
  fail('blocked', {
    problems: diagnostics
      .filter(({ severity }) => severity === 'error')
      .map(({ code, element, params }) => ({ field: element.kind === 'design' ? '' : element.id, code, params })),
  });

export function createReleases({ db, drafts, catalog, directory, records, host, now }: ReleasesDeps): Releases {
  const serial = createSerial();

  const context = async (): Promise<CompileContext> => ({
    ...(await catalog.context()),
    scenarios: Object.fromEntries(
      (await records.inForceAnywhere()).map(({ code, title, document }) => [code, interfaceOf(title, document)]),
    ),
  });

  const latestOf = async (code: string) => {
    const newest = (await records.latest()).get(code);
    return newest ? records.get(newest.release) : null;
  };
  const sameIdentity = (code: string, identity: string) =>
    db
      .selectFrom('release')
      .select(['id', 'version'])
      .where('code', '=', code)
      .where('identity', '=', identity)
      .executeTakeFirst();

  const choose = async (release: string, departments: readonly string[], at: number): Promise<void> => {
    await db.transaction().execute(async (tx) => {
      for (const department of new Set(departments)) {
        await tx
          .insertInto('release_department')
          .values({
            release,
            department,
            effective_at: at,
            answer: null,
            comment: '',
            answered_by_name: null,
            answered_at: null,
          })
          .onConflict((conflict) => conflict.columns(['release', 'department']).doUpdateSet({ effective_at: at }))
          .execute();
      }
    });
  };

  const bindingRows = async (
    executable: Definition['executable'],
    departments: readonly string[],
  ): Promise<BindingRow[]> => {
    const book = await directory.book();
    const region = book.departments.get(departments[0] ?? '')?.region ?? [...book.regions.keys()][0] ?? null;
    const place = { applicant: null, region, preferred: new Set(departments) };
    const { bindings } = bindRoles(executable, book, place);
    return rolesOf(executable).map(({ key, name }) => ({
      lane: key,
      name,
      department: bindings[key]?.department ?? null,
      departmentName: bindings[key]?.name ?? '',
    }));
  };

  /** The first role that no office plays for a chosen department. */
  const unbound = async (
    executable: Definition['executable'],
    departments: readonly string[],
  ): Promise<Failure | null> => {
    const book = await directory.book();
    const preferred = new Set(departments);
    for (const id of departments) {
      const applicant = book.departments.get(id) ?? null;
      const { missing } = bindRoles(executable, book, { applicant, region: null, preferred });
      const role = missing.find(({ party }) => party.kind === 'department');
      if (role) return fail('bindingMissing', { params: { role: role.name, department: applicant?.name ?? id } });
    }
    return null;
  };

  const publishDocument: Releases['publishDocument'] = async (by, { design, document, departments, note, at }) => {
    const book = await directory.book();
    if (departments.length === 0) return fail('noDepartments');
    const stranger = departments.find((id) => !book.departments.has(id));
    if (stranger !== undefined) return fail('notFound', { params: { what: 'department' } });
    const compiled = compile(document, await context());
    const { definition, executable } = compiled;
    if (!definition || !executable) return blocking(compiled.diagnostics);
    const gap = await unbound(executable, departments);
    if (gap) return gap;

    const code = document.meta.code;
    const same = await sameIdentity(code, definition.identity);
    if (same) {
      const inForce = await records.chosen(same.id);
      const newest = await latestOf(code);
      const nothingNew = newest?.release === same.id && departments.every((id) => inForce.has(id));
      if (!nothingNew) await choose(same.id, departments, at);
      return ok({ release: same.id, version: same.version, identity: definition.identity, created: false });
    }

    const before = await latestOf(code);
    const release = newId();
    const version = (before?.version ?? 0) + 1;
    await host.putDefinition(release, definition);
    await db
      .insertInto('release')
      .values({
        id: release,
        design,
        code,
        title: document.meta.title,
        module: document.meta.module,
        version,
        identity: definition.identity,
        published_at: at,
        published_by: by.person,
        published_by_name: by.name,
        note,
        design_json: JSON.stringify(document),
        definition_json: JSON.stringify(definition),
        sentences: JSON.stringify(difference(before?.document ?? null, document)),
        critical_days: compiled.time.criticalDays,
      })
      .execute();
    await choose(release, departments, at);
    return ok({ release, version, identity: definition.identity, created: true });
  };

  const answerAt: Releases['answerAt'] = async (by, { release, answer, comment }, at) => {
    if (by.department === null) return fail('forbidden');
    const changed = await db
      .updateTable('release_department')
      .set({ answer, comment, answered_by_name: by.name, answered_at: at })
      .where('release', '=', release)
      .where('department', '=', by.department.id)
      .executeTakeFirst();
    return changed.numUpdatedRows > 0n ? ok(null) : fail('notFound');
  };

  return {
    context,
    publishDocument,
    answerAt,
    async preview(design, departments) {
      const opened = await drafts.open(design);
      if (!opened.ok) return opened;
      const document = readDraft(opened.value.doc).design;
      const compiled = compile(document, await context());
      const before = await latestOf(document.meta.code);
      const same = compiled.definition && (await sameIdentity(document.meta.code, compiled.definition.identity));
      return ok({
        diagnostics: compiled.diagnostics,
        sentences: difference(before?.document ?? null, document),
        time: compiled.time,
        previousTime: before ? compile(before.document, { items: {} }).time : null,
        version: same?.version ?? (before?.version ?? 0) + 1,
        sameAs: same?.version ?? null,
        bindings: compiled.executable ? await bindingRows(compiled.executable, departments) : [],
        stateVector: seenState(opened.value.doc),
      });
    },
    publish: (session, input) =>
      serial('publish', async () => {
        const opened = await drafts.open(input.design);
        if (!opened.ok) return opened;
        const { doc } = opened.value;
        if (seenState(doc) !== input.stateVector) return fail('changedSince');
        return publishDocument(session, {
          design: input.design,
          document: readDraft(doc).design,
          departments: input.departments,
          note: input.note ?? '',
          at: now(),
        });
      }),
    async list(design) {
      let query = db
        .selectFrom('release')
        .select(['id', 'design', 'code', 'title', 'version', 'identity', 'published_at', 'published_by_name'])
        .orderBy('published_at', 'desc')
        .orderBy('version', 'desc');
      if (design !== undefined) query = query.where('design', '=', design);
      const rows = await query.execute();
      const answers = await db
        .selectFrom('release_department')
        .innerJoin('department', 'department.id', 'release_department.department')
        .selectAll('release_department')
        .select('department.name')
        .orderBy('department.id')
        .execute();
      const cases = await host.casesByRelease();
      return rows.map((row): ReleaseRow => ({
        release: row.id,
        design: row.design,
        code: row.code,
        title: row.title,
        version: row.version,
        identity: row.identity,
        publishedAt: row.published_at,
        publishedByName: row.published_by_name,
        departments: answers
          .filter((answer) => answer.release === row.id)
          .map((answer) => ({
            id: answer.department,
            name: answer.name,
            answer: asAnswer(answer.answer),
            comment: answer.comment,
            byName: answer.answered_by_name,
            at: answer.answered_at,
          })),
        cases: cases[row.id] ?? { running: 0, all: 0 },
      }));
    },
    async audience(design) {
      const opened = await drafts.open(design);
      if (!opened.ok) return opened;
      const { executable } = compile(readDraft(opened.value.doc).design, await context());
      return ok(audienceOf(executable, await directory.book()));
    },
    async inbox(session) {
      const own = session.department;
      if (own === null) return [];
      const rows = await db
        .selectFrom('release_department')
        .select(['release', 'answer', 'comment'])
        .where('department', '=', own.id)
        .orderBy('effective_at', 'desc')
        .execute();
      const book = await directory.book();
      const inbox = await Promise.all(
        rows.map(async ({ release, answer, comment }) => {
          const record = await records.get(release);
          if (!record) return [];
          const { code, title, version, publishedAt, sentences, document } = record;
          const { bindings } = bindRoles(record.definition.executable, book, {
            applicant: null,
            region: own.region,
            preferred: new Set([own.id]),
          });
          const roles = Object.keys(bindings).filter((key) => bindings[key]?.department === own.id);
          const before = await records.before(record);
          return [
            {
              release,
              code,
              title,
              version,
              publishedAt,
              sentences,
              myPart: differenceFor(before?.document ?? null, document, roles),
              answer: asAnswer(answer),
              comment,
            },
          ];
        }),
      );
      return inbox.flat();
    },
    answer: (session, input) => answerAt(session, input, now()),
    async document(release) {
      const record = await records.get(release);
      return record ? ok(record.document) : fail('notFound');
    },
    async definition(_session, release) {
      const record = await records.get(release);
      if (!record) return fail('notFound');
      const { document, definition } = record;
      const { executable } = definition;
      return ok({
        executable: { ...executable, fields: [], sections: [], materials: [] },
        layout: document.layout,
        flow: document.flow,
      });
    },
  };
}

const asAnswer = (text: string | null): 'confirmed' | 'objected' | null =>
  text === 'confirmed' || text === 'objected' ? text : null;
