/**
 * Puts the areas together over one database and one host. The only place that knows all of them; areas meet through the
 * functions handed over here, never through each other's tables.
 */
import { join } from 'node:path';
import type { App } from './api/app.ts';
import { createCalendars, type Calendars } from './calendar/calendar.ts';
import { createCases, type Cases } from './cases/cases.ts';
import { createCatalog } from './catalog/catalog.ts';
import { createDesk } from './desk/desk.ts';
import { createDesigns } from './designs/designs.ts';
import { createDrafts, type Drafts } from './designs/drafts.ts';
import { createDirectory, type Directory } from './directory/directory.ts';
import { createFiles } from './files/files.ts';
import type { FilesArea, UploadTarget } from './files/types.ts';
import type { Host } from './hosts/host.ts';
import { createChildren, type ChildrenDeps } from './machines/children.ts';
import { connectExecutor } from './machines/connect.ts';
import { documentExecutor } from './machines/document.ts';
import { fetchExecutor } from './machines/fetch.ts';
import { createMachines, type Machines } from './machines/machines.ts';
import { allotNumber } from './portal/numbers.ts';
import { createPortal, type Portal } from './portal/portal.ts';
import { bindRoles } from './releases/bindings.ts';
import { createReleaseRecords, type ReleaseRecords } from './releases/records.ts';
import { createReleases, type Releases } from './releases/releases.ts';
import { createCards } from './session/cards.ts';
import { createSessions } from './session/session.ts';
import { createSharing } from './sharing/sharing.ts';
import type { Register, SharingArea } from './sharing/types.ts';
import type { Design } from '@tongban/shared/document';
import type { Db } from './storage/database.ts';
import { createSupervision } from './supervision/supervision.ts';

export interface Parts {
  readonly db: Db;
  readonly host: Host;
  readonly mode: App['mode'];
  readonly dataFolder: string;
  readonly templates: readonly Design[];
  readonly registers: readonly Register[];
  readonly reportBug: (error: unknown, where: string) => void;
  /** Real time, for sessions; Date.now unless a test says otherwise. */
  readonly wall?: () => number;
  readonly lookupMs?: number;
  /** Hosts that connect steps may call, `host` or `host:port`. */
  readonly connectHosts?: readonly string[];
}
export interface Server {
  readonly app: App;
  readonly files: FilesArea;
  /** Does what cases ask for; begun when the server is ready. */
  readonly machines: Machines;
  /** For sample data. */
  readonly inner: {
    readonly calendars: Calendars;
    readonly directory: Directory;
    readonly drafts: Drafts;
    readonly releases: Releases;
    readonly records: ReleaseRecords;
    readonly portal: Portal;
    readonly sharing: SharingArea;
  };
}

export function compose(parts: Parts): Server {
  const { db, host, mode } = parts;
  const now = (): number => host.now();
  const directory = createDirectory(db, { regionsChanged: () => calendars.refresh() });
  const calendars = createCalendars({ db, host, places: () => directory.regions() });
  const sharing = createSharing({
    db,
    now,
    registers: parts.registers,
    ...(parts.lookupMs === undefined ? {} : { limitMs: parts.lookupMs }),
  });
  const catalog = createCatalog({ db, directory, sharing, templates: parts.templates });
  const records = createReleaseRecords(db);
  const drafts = createDrafts(db, now);
  const designs = createDesigns({ db, drafts, now, latest: records.latest, template: catalog.template });
  const releases = createReleases({
    db,
    drafts,
    catalog,
    directory,
    records,
    now,
    host: {
      putDefinition: (release, definition) => host.putDefinition(release, definition),
      casesByRelease: () => host.queries.casesByRelease(),
    },
  });
  const portal = createPortal({
    db,
    host,
    records,
    directory,
    sharing,
    files: (id, field, ids) => files.find([{ scope: 'application', id, field }], ids),
  });
  const registersDown = async (): Promise<readonly string[]> =>
    (await sharing.status()).filter((register) => !register.up).map((register) => register.register);
  const cases = createCases({
    host,
    registersDown,
    cards: createCards(db, directory, mode),
    files: async (caseId, field, ids) => files.find(await placesOf(portal, caseId, field), ids),
  });
  const files = createFiles({
    db,
    now,
    folder: join(parts.dataFolder, 'files'),
    allowed: async (session, { scope, id, field }) =>
      scope === 'application' ? portal.uploadField(session, id, field) : cases.uploadField(session, id, field),
    readable: (session, target, file) => mayReadFile({ portal, cases }, session, target, file),
  });

  const machines = createMachines({
    host,
    children: createChildren({ host, ...childRules({ db, host, directory, records }) }),
    executors: {
      fetch: fetchExecutor(sharing),
      connect: connectExecutor({ allowed: new Set((parts.connectHosts ?? []).map((one) => one.toLowerCase())) }),
      document: documentExecutor(files),
    },
  });

  const app: App = {
    mode,
    reportBug: parts.reportBug,
    session: createSessions({ db, directory, mode, now, wall: parts.wall ?? Date.now }),
    directory,
    catalog,
    designs,
    releases,
    portal,
    cases,
    desk: createDesk(db, host.queries),
    supervision: createSupervision({ queries: host.queries, records, calendar: () => host.calendar(), now }),
    calendar: calendars,
    sharing,
  };
  return { app, files, machines, inner: { calendars, directory, drafts, releases, records, portal, sharing } };
}

/** A nested scenario follows the release in force for its parent's applicant, and binds as if they had applied. */
function childRules({
  db,
  host,
  directory,
  records,
}: Pick<Parts, 'db' | 'host'> & { readonly directory: Directory; readonly records: ReleaseRecords }): Omit<
  ChildrenDeps,
  'host'
> {
  return {
    async find({ department }, code) {
      const book = await directory.book();
      const offered = department === null ? records.inForceAnywhere() : records.inForce(book.chain(department));
      return (await offered).find((record) => record.code === code) ?? null;
    },
    async bind({ department }, record) {
      const book = await directory.book();
      const applicant = department === null ? null : (book.departments.get(department) ?? null);
      const preferred = await records.chosen(record.release);
      const region = applicant?.region ?? book.departments.get([...preferred][0] ?? '')?.region ?? null;
      return bindRoles(record.definition.executable, book, { applicant, region, preferred });
    },
    number: (record) => allotNumber(db, record.document, host.now(), host.calendar().offsetMinutes),
  };
}

/** Where files of a case's field lie: uploaded to the case, or to the application it came from. */
async function placesOf(portal: Portal, caseId: string, field: string): Promise<UploadTarget[]> {
  const application = await portal.applicationOf(caseId);
  const own: UploadTarget = { scope: 'case', id: caseId, field };
  return application === null ? [own] : [own, { scope: 'application', id: application, field }];
}

/** As the field it stands in: the applicant's own draft, or a case whose view shows it to this person. */
async function mayReadFile(
  { portal, cases }: { portal: Portal; cases: Cases },
  session: Parameters<FilesArea['get']>[0],
  target: UploadTarget,
  file: string,
): Promise<boolean> {
  if (target.scope === 'case') return cases.showsFile(session, target.id, file);
  const application = await portal.caseOf(target.id);
  if (!application) return false;
  if (application.caseId === null) return application.person === session.person;
  return cases.showsFile(session, application.caseId, file);
}
