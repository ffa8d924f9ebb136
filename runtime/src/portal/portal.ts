/**
 * From finding a scenario to starting a case. The form is kept on the server while it is filled; shared values are put
 * in by the server only. Submitting twice starts one case: id and number are written down before the case is started,
 * and the journal's idempotency key is the application's own.
 */
import { z } from 'zod';
import { INSTALLATION } from '@tongban/shared/calendar';
import { checkValue, normaliseValue } from '@tongban/shared/fields';
import type { FileRef, Origin, Problem, Value } from '@tongban/shared/kernel';
import { actorOf } from '../cases/people.ts';
import { refused } from '../cases/cases.ts';
import { caseRow } from '../cases/rows.ts';
import { valueSchema } from '../cases/input.ts';
import type { Directory } from '../directory/directory.ts';
import type { UploadLimits } from '../files/types.ts';
import type { Host } from '../hosts/host.ts';
import { newId } from '../ids.ts';
import { PAGE_DEFAULT } from '../paging.ts';
import { bindRoles, type Bound } from '../releases/bindings.ts';
import type { ReleaseRecord, ReleaseRecords } from '../releases/records.ts';
import { fail, ok, type Result } from '../result.ts';
import { createSerial } from '../serial.ts';
import type { Session } from '../session/types.ts';
import type { SharingArea } from '../sharing/types.ts';
import type { Db } from '../storage/database.ts';
import { accessOf, fillShared, patchOf, registersOf, sectionsOf, takeTyped, type FormData } from './form.ts';
import { allotNumber } from './numbers.ts';
import { scenarioPage, scenarioRow } from './scenario.ts';
import type { Application, PortalArea } from './types.ts';

export interface PortalDeps {
  readonly db: Db;
  readonly host: Host;
  readonly records: ReleaseRecords;
  readonly directory: Directory;
  readonly sharing: SharingArea;
  readonly files: (application: string, field: string, ids: readonly string[]) => Promise<Result<readonly FileRef[]>>;
}
export interface Portal extends PortalArea {
  /** The file field of a draft application that this person may fill now. */
  uploadField(session: Session, application: string, field: string): Promise<Result<UploadLimits>>;
  /** The application that became a case, and the case that an application became. */
  applicationOf(caseId: string): Promise<string | null>;
  caseOf(application: string): Promise<{ person: string; caseId: string | null } | null>;
  /** Binding of a release for this applicant, and the region that the case runs in. */
  bind(session: Session, record: ReleaseRecord): Promise<Bound & { readonly region: string }>;
}

const downSchema = z.object({ registers: z.array(z.string()), open: z.array(z.string()) });
type Down = z.infer<typeof downSchema>;
const dataSchema: z.ZodType<FormData> = z.record(
  z.string(),
  z.object({ value: valueSchema, origin: z.custom<Origin>((value) => typeof value === 'object' && value !== null) }),
);

interface Stored {
  readonly id: string;
  readonly record: ReleaseRecord;
  readonly subjectKey: string | null;
  readonly data: FormData;
  readonly down: Down;
  readonly savedAt: number;
  readonly caseId: string | null;
  readonly number: string | null;
  readonly submitted: boolean;
}

export function createPortal({ db, host, records, directory, sharing, files }: PortalDeps): Portal {
  const serial = createSerial();

  const offered = async (session: Session): Promise<readonly ReleaseRecord[]> => {
    const own = session.department;
    const book = await directory.book();
    if (own === null) {
      const { region } = session;
      const found = await (region === null ? records.inForceAnywhere() : records.inForce(book.around(region)));
      return found.filter((record) => record.definition.executable.applicant !== 'office');
    }
    return records.inForce(book.chain(own.id));
  };
  const find = async (session: Session, code: string): Promise<ReleaseRecord | null> =>
    (await offered(session)).find((record) => record.code === code) ?? null;

  const bind: Portal['bind'] = async (session, record) => {
    const book = await directory.book();
    const preferred = await records.chosen(record.release);
    const applicant = session.department;
    const region = session.region ?? book.departments.get([...preferred][0] ?? '')?.region ?? null;
    const bound = bindRoles(record.definition.executable, book, { applicant, region, preferred });
    return { ...bound, region: region ?? INSTALLATION };
  };

  const stored = async (session: Session, id: string): Promise<Stored | null> => {
    const row = await db
      .selectFrom('application')
      .selectAll()
      .where('id', '=', id)
      .where('person', '=', session.person)
      .executeTakeFirst();
    const record = row ? await records.get(row.release) : null;
    if (!row || !record) return null;
    return {
      id,
      record,
      subjectKey: row.subject_key,
      data: dataSchema.parse(JSON.parse(row.data)),
      down: downSchema.parse(JSON.parse(row.down)),
      savedAt: row.saved_at,
      caseId: row.case_id,
      number: row.number,
      submitted: row.submitted_at !== null,
    };
  };
  /** A draft that can still be changed. */
  const draft = async (session: Session, id: string): Promise<Result<Stored>> => {
    const found = await stored(session, id);
    if (!found) return fail('notFound');
    return found.submitted ? fail('alreadyDone') : ok(found);
  };

  const shown = async (found: Stored, problems: readonly Problem[] = []): Promise<Application> => {
    const { executable } = found.record.definition;
    const names = new Map(sharing.registers().map((register) => [register.id, register.name]));
    const state = { data: found.data, open: found.down.open };
    return {
      id: found.id,
      release: found.record.release,
      code: found.record.code,
      title: found.record.title,
      version: found.record.version,
      sections: sectionsOf(executable, state),
      subjectKey: found.subjectKey,
      keyField: executable.subject.keyField,
      savedAt: found.savedAt,
      registerDown: found.down.registers.map((register) => names.get(register) ?? register),
      problems,
    };
  };

  const keep = async (id: string, change: { data: FormData; down?: Down; subjectKey?: string }): Promise<number> => {
    const at = host.now();
    await db
      .updateTable('application')
      .set({
        data: JSON.stringify(change.data),
        saved_at: at,
        ...(change.down ? { down: JSON.stringify(change.down) } : {}),
        ...(change.subjectKey === undefined ? {} : { subject_key: change.subjectKey }),
      })
      .where('id', '=', id)
      .execute();
    return at;
  };

  /** Files by what is stored, never by what the client says of them. */
  const withStoredFiles = async (
    id: string,
    values: Readonly<Record<string, Value>>,
  ): Promise<{ values: Record<string, Value>; problems: Problem[] }> => {
    const clean: Record<string, Value> = {};
    const problems: Problem[] = [];
    for (const [key, value] of Object.entries(values)) {
      if (!Array.isArray(value) || !value.some((part) => typeof part === 'object')) {
        clean[key] = value;
        continue;
      }
      const refs = value as readonly FileRef[];
      const known = await files(
        id,
        key,
        refs.map((file) => file.id),
      );
      if (known.ok) clean[key] = known.value;
      else problems.push(...(known.problems ?? []));
    }
    return { values: clean, problems };
  };

  const start = async (session: Session, found: Stored): Promise<Result<{ caseId: string; number: string }>> => {
    const { record } = found;
    const inForce = await find(session, record.code);
    if (!inForce) return fail('notOffered');
    const { bindings, missing, region } = await bind(session, record);
    const role = missing[0];
    if (role) return fail('bindingMissing', { params: { role: role.name } });
    const caseId = found.caseId ?? newId();
    const number = found.number ?? (await allotNumber(db, record.document, host.now(), host.calendar().offsetMinutes));
    if (found.caseId === null) {
      await db.updateTable('application').set({ case_id: caseId, number }).where('id', '=', found.id).execute();
    }
    const submitted = await host.submit({
      caseId,
      command: {
        type: 'start',
        caseId,
        release: record.release,
        version: record.version,
        number,
        region,
        bindings,
        patch: patchOf(record.definition.executable, found.data),
        trial: false,
      },
      actor: actorOf(session),
      registersDown: found.down.registers,
      key: found.id,
      keyScope: `${session.person} ${record.code}`,
    });
    // The case of an earlier try stands, whatever was typed after it.
    if (!submitted.ok && (await host.queries.caseRow(caseId)) === null) return refused(submitted);
    await db.updateTable('application').set({ submitted_at: host.now() }).where('id', '=', found.id).execute();
    return ok({ caseId, number });
  };

  return {
    bind,
    async modules(session) {
      const counts = new Map<string, number>();
      for (const { module } of await offered(session)) counts.set(module, (counts.get(module) ?? 0) + 1);
      return [...counts].map(([module, count]) => ({ module, count }));
    },
    async scenarios(session, { search, module, cursor, limit = PAGE_DEFAULT }) {
      const found = (await offered(session))
        .map(scenarioRow)
        .filter((row) => module === undefined || row.module === module)
        .filter((row) => !search || row.title.includes(search) || row.summary.includes(search))
        .filter((row) => cursor === undefined || row.code > cursor);
      const rows = found.slice(0, limit);
      return { rows, next: found.length > limit ? (rows.at(-1)?.code ?? null) : null };
    },
    async scenario(session, code) {
      const record = await find(session, code);
      return record ? ok(scenarioPage(record, await bind(session, record))) : fail('notOffered');
    },
    async open(session, code) {
      const record = await find(session, code);
      if (!record) return fail('notOffered');
      const id = newId();
      const at = host.now();
      await db
        .insertInto('application')
        .values({
          id,
          person: session.person,
          department: session.department?.id ?? null,
          release: record.release,
          subject_key: null,
          data: '{}',
          down: JSON.stringify({ registers: [], open: [] } satisfies Down),
          saved_at: at,
          case_id: null,
          number: null,
          submitted_at: null,
        })
        .execute();
      const found = await stored(session, id);
      return found ? ok(await shown(found)) : fail('notFound');
    },
    async application(session, id) {
      const found = await draft(session, id);
      return found.ok ? ok(await shown(found.value)) : found;
    },
    identify: (session, id, key) =>
      serial(id, async () => {
        const found = await draft(session, id);
        if (!found.ok) return found;
        const { executable } = found.value.record.definition;
        const keyField = executable.fields.find((field) => field.id === executable.subject.keyField);
        if (!keyField) return fail('fieldUnknown');
        const wrong = checkValue(keyField, key);
        if (wrong.length > 0) {
          return ok(
            await shown(
              found.value,
              wrong.map((problem) => ({ field: keyField.id, ...problem })),
            ),
          );
        }
        const normal = String(normaliseValue(keyField, key));
        const lookups = await sharing.lookup(registersOf(executable), normal);
        const filled = fillShared(executable, found.value.data, lookups, { keyField: keyField.id, key: normal });
        const down = { registers: [...filled.down], open: [...filled.open] };
        await keep(id, { data: filled.data, down, subjectKey: normal });
        const after = await stored(session, id);
        return after ? ok(await shown(after, filled.problems)) : fail('notFound');
      }),
    save: (session, id, values) =>
      serial(id, async () => {
        const found = await draft(session, id);
        if (!found.ok) return found;
        const { record, data, down } = found.value;
        const own = await withStoredFiles(id, values);
        const taken = takeTyped(record.definition.executable, { data, open: down.open }, own.values);
        const savedAt = await keep(id, { data: taken.data });
        return ok({ savedAt, problems: [...own.problems, ...taken.problems] });
      }),
    submit: (session, id) =>
      serial(id, async () => {
        const found = await stored(session, id);
        if (!found) return fail('notFound');
        if (found.submitted && found.caseId !== null && found.number !== null) {
          return ok({ caseId: found.caseId, number: found.number });
        }
        return start(session, found);
      }),
    async mine(session, query) {
      const own = session.department?.id;
      const page = await host.queries.cases(
        own === undefined
          ? { kind: 'person', person: session.person }
          : { kind: 'applicantDepartment', department: own },
        query,
      );
      return { rows: page.rows.map(caseRow), next: page.next };
    },
    async drafts(session) {
      const rows = await db
        .selectFrom('application')
        .innerJoin('release', 'release.id', 'application.release')
        .select(['application.id', 'release.title', 'application.saved_at'])
        .where('application.person', '=', session.person)
        .where('application.submitted_at', 'is', null)
        .orderBy('application.saved_at', 'desc')
        .limit(50)
        .execute();
      return rows.map((row) => ({ id: row.id, title: row.title, savedAt: row.saved_at }));
    },
    async uploadField(session, id, key) {
      const found = await draft(session, id);
      if (!found.ok) return found;
      const { record, data, down } = found.value;
      const { executable } = record.definition;
      const field = executable.fields.find((one) => one.id === key);
      const access = field ? accessOf(executable, field, { data, open: down.open }) : 'hidden';
      if (field?.kind !== 'file' || (access !== 'write' && access !== 'required')) {
        return fail('fieldNotWritable', { problems: [{ field: key, code: 'fieldNotWritable' }] });
      }
      return ok({ accept: field.accept, maxBytes: field.maxBytes });
    },
    async applicationOf(caseId) {
      const row = await db.selectFrom('application').select('id').where('case_id', '=', caseId).executeTakeFirst();
      return row?.id ?? null;
    },
    async caseOf(application) {
      const row = await db
        .selectFrom('application')
        .select(['person', 'case_id', 'submitted_at'])
        .where('id', '=', application)
        .executeTakeFirst();
      return row ? { person: row.person, caseId: row.submitted_at === null ? null : row.case_id } : null;
    },
  };
}
