/** A small office world for the server's tests: its own design, people, registers; nothing of the built-in data. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { designSchema, designToDoc, SCHEMA_VERSION, type Design } from '@tongban/shared/document';
import type { App } from '../src/api/app.ts';
import type { Transport } from '../src/api/context.ts';
import { createCaller } from '../src/api/router.ts';
import { compose, type Server } from '../src/compose.ts';
import type { SampleData } from '../src/demo/load.ts';
import { seedCatalog, seedDirectory } from '../src/demo/seed.ts';
import { manualClock, type ManualClock } from '../src/hosts/clock.ts';
import { openEmbedded } from '../src/hosts/embedded/index.ts';
import type { Host } from '../src/hosts/host.ts';
import type { Register } from '../src/sharing/types.ts';
import { openDatabase, type Db } from '../src/storage/database.ts';

/** A Monday morning in office hours, local time. */
export const MONDAY = Date.parse('2026-11-23T09:00:00+08:00');
export const PASSWORD = 'correct horse';
/** A right check digit on a region code that was never assigned. */
export const ID_NUMBER = '990001197105011003';

const lane = (id: string, party: object) => ({ id, order: id, name: `lane ${id}`, party });
const decision = (id: string, tone: string) => ({ id, order: id, name: id, tone });
const field = (id: string, more: object) => ({ id, order: id, section: 's', name: `field ${id}`, ...more });

/** start → review (A) → dispatch (A and B side by side) → close (B) → end; a refusal at review ends it at once. */
export const DESIGN: Design = designSchema.parse({
  schemaVersion: SCHEMA_VERSION,
  meta: { code: 'leave', title: 'Leave', module: 'party', lead: 'la' },
  items: { i1: { id: 'i1', order: 'a', item: 'item-1', version: 1, role: 'lead', lane: 'la' } },
  parties: { applicant: 'office', subject: { kind: 'person', keyField: 'idNumber', nameField: 'name' } },
  flow: {
    lanes: {
      l0: lane('l0', { kind: 'applicant' }),
      la: lane('la', { kind: 'department', type: 'typeA' }),
      lb: lane('lb', { kind: 'department', type: 'typeB' }),
      ls: lane('ls', { kind: 'several' }),
    },
    nodes: {
      start: { id: 'start', kind: 'start', name: 'apply', lane: 'l0' },
      review: {
        id: 'review',
        kind: 'task',
        name: 'review',
        lane: 'la',
        post: 'checker',
        decisions: { yes: decision('yes', 'positive'), no: decision('no', 'negative') },
        deadline: { amount: 2, unit: 'workday' },
        powers: { correct: true, return: false, reject: true },
      },
      side: {
        id: 'side',
        kind: 'dispatch',
        name: 'side',
        lane: 'ls',
        bodies: {
          a: { id: 'a', order: 'a', name: 'body a', party: { kind: 'department', type: 'typeA' } },
          b: { id: 'b', order: 'b', name: 'body b', party: { kind: 'department', type: 'typeB' } },
        },
        decisions: { fine: decision('fine', 'positive') },
        deadline: { amount: 1, unit: 'workday' },
        opinionVisibleTo: 'lead',
      },
      close: {
        id: 'close',
        kind: 'task',
        name: 'close',
        lane: 'lb',
        decisions: { done: decision('done', 'positive') },
        deadline: { amount: 1, unit: 'workday' },
      },
      good: { id: 'good', kind: 'end', name: 'approved', result: 'approved' },
      bad: { id: 'bad', kind: 'end', name: 'refused', result: 'refused' },
    },
    edges: {
      e1: { id: 'e1', from: 'start', to: 'review' },
      e2: { id: 'e2', from: 'review', to: 'side', decision: 'yes' },
      e3: { id: 'e3', from: 'review', to: 'bad', decision: 'no' },
      e4: { id: 'e4', from: 'side', to: 'close' },
      e5: { id: 'e5', from: 'close', to: 'good' },
    },
  },
  form: {
    defaultAccess: 'hidden',
    sections: { s: { id: 's', order: 's', name: 'section' } },
    fields: {
      idNumber: field('idNumber', {
        kind: 'idCard',
        source: { type: 'shared', register: 'people', attribute: 'idNumber' },
        access: { start: 'read', review: 'read' },
      }),
      name: field('name', {
        kind: 'text',
        source: { type: 'shared', register: 'people', attribute: 'name' },
        access: { start: 'read', review: 'read', side: 'read', close: 'read' },
      }),
      phone: field('phone', {
        kind: 'text',
        maxLength: 20,
        rules: { required: true },
        access: { start: 'required', review: 'read' },
      }),
      forA: field('forA', { kind: 'longText', access: { start: 'write', review: 'read' } }),
      forB: field('forB', { kind: 'longText', access: { start: 'write', close: 'read' } }),
      amount: field('amount', { kind: 'number', access: { start: 'write', review: 'read' } }),
      paper: field('paper', {
        kind: 'file',
        accept: ['pdf'],
        maxBytes: 1000,
        maxCount: 2,
        access: { start: 'write', review: 'read' },
      }),
      note: field('note', { kind: 'text', access: { start: 'hidden', review: 'write' } }),
      judgement: field('judgement', { kind: 'text', access: { start: 'hidden', side: 'own' } }),
      closing: field('closing', { kind: 'text', access: { start: 'hidden', close: 'write' } }),
    },
  },
  policies: { promise: { amount: 5, unit: 'workday' } },
});

const department = (id: string, type: string, region: string, parent: string | null) => ({
  id,
  name: `dept ${id}`,
  type,
  region,
  parent,
});
const person = (
  id: string,
  dept: string | null,
  posts: string[] = [],
  roles: ('designer' | 'supervisor' | 'admin')[] = [],
  region: string | null = null,
) => ({
  id,
  name: id.toUpperCase(),
  account: id,
  department: dept,
  region,
  posts,
  roles,
});

export const PEOPLE = {
  designer: 'dora',
  applicant: 'anna',
  colleague: 'arno',
  otherApplicant: 'otto',
  checker: 'carl',
  withoutPost: 'cora',
  closer: 'bob',
  supervisor: 'sue',
  admin: 'ada',
  citizen: 'cid',
} as const;
export type PersonRole = keyof typeof PEOPLE;

const SAMPLE: SampleData = {
  directory: {
    demoPassword: PASSWORD,
    regions: [
      { id: 'county', name: 'County', parent: null },
      { id: 'town', name: 'Town', parent: 'county' },
    ],
    departmentTypes: ['reform', 'superior', 'unit', 'typeA', 'typeB'].map((id) => ({ id, name: `type ${id}` })),
    departments: [
      department('reform', 'reform', 'county', null),
      department('superior', 'superior', 'county', null),
      department('otherSuperior', 'superior', 'county', null),
      department('unit', 'unit', 'town', 'superior'),
      department('otherUnit', 'unit', 'town', 'otherSuperior'),
      department('a', 'typeA', 'county', null),
      department('b', 'typeB', 'county', null),
    ],
    posts: [{ id: 'checker', name: 'Checker' }],
    people: [
      person('dora', 'reform', [], ['designer']),
      person('anna', 'unit'),
      person('arno', 'unit'),
      person('otto', 'otherUnit'),
      person('carl', 'a', ['checker']),
      person('cora', 'a'),
      person('bob', 'b'),
      person('sue', null, [], ['supervisor']),
      person('ada', null, [], ['admin']),
      person('cid', null, [], [], 'town'),
    ],
  },
  cards: [
    { id: 'card-anna', person: 'anna', title: 'applies', audience: 'portal', line: 'applies' },
    { id: 'card-carl', person: 'carl', title: 'checks', audience: 'desk', line: 'checks' },
  ],
  designs: [],
  cases: [],
};

/** Answers for one subject; `break` makes it fail, `hang` makes it silent. */
export interface TestRegister extends Register {
  state: 'up' | 'break' | 'hang';
}
export function peopleRegister(name = 'Lin'): TestRegister {
  return {
    id: 'people',
    name: 'People register',
    state: 'up',
    attributes: [
      { id: 'idNumber', name: 'number' },
      { id: 'name', name: 'name' },
    ],
    lookup(key) {
      if (this.state === 'break') return Promise.reject(new Error('register broke'));
      if (this.state === 'hang') return new Promise(() => undefined);
      return Promise.resolve(key === ID_NUMBER ? { idNumber: ID_NUMBER, name } : null);
    },
  };
}

export interface World {
  readonly db: Db;
  readonly host: Host;
  readonly clock: ManualClock;
  readonly server: Server;
  readonly app: App;
  readonly folder: string;
  readonly register: TestRegister;
  readonly bugs: unknown[];
  as(role: PersonRole | null): Promise<Caller>;
  close(): Promise<void>;
}
export type Caller = ReturnType<typeof createCaller>;

export const transport = (more: Partial<Transport> = {}): Transport => ({
  address: '127.0.0.1',
  token: null,
  trusted: true,
  setToken: () => undefined,
  ...more,
});

export interface WorldOptions {
  readonly mode?: App['mode'];
  /** What the register calls the subject. */
  readonly subjectName?: string;
  /** Hosts that connect steps may call. */
  readonly connectHosts?: readonly string[];
}

export async function openWorld(options: WorldOptions = {}): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'tongban-server-'));
  const clock = manualClock(MONDAY);
  const host = await openEmbedded({ folder, clock });
  const { db } = await openDatabase(join(folder, 'app.db'));
  const register = peopleRegister(options.subjectName);
  const bugs: unknown[] = [];
  const server = compose({
    db,
    host,
    mode: options.mode ?? 'demo',
    dataFolder: folder,
    templates: [DESIGN],
    registers: [register],
    reportBug: (error) => bugs.push(error),
    lookupMs: 100,
    connectHosts: options.connectHosts ?? [],
  });
  await seedDirectory({ db, directory: server.inner.directory }, SAMPLE);
  await seedCatalog(db, {
    templates: new Map(),
    items: [{ id: 'item-1', version: 1, name: 'Item', code: '1', department: 'typeA', published: true }],
    elements: [{ id: 'el', name: 'Element', kind: 'text', config: {} }],
    registers: [],
  });
  return {
    db,
    host,
    clock,
    server,
    app: server.app,
    folder,
    register,
    bugs,
    async as(role) {
      const session = role === null ? null : await server.inner.directory.person(PEOPLE[role]);
      return createCaller({ app: server.app, session, transport: transport() });
    },
    async close() {
      await host.close();
      await db.destroy();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A draft of the design in this world. */
export async function draftOf(world: World, design: Design = DESIGN): Promise<string> {
  const id = `draft-${design.meta.code}`;
  await world.server.inner.drafts.create({ person: 'dora', name: 'DORA' }, id, designToDoc(design), world.clock.now());
  return id;
}

export async function publish(world: World, id: string, departments: string[] = ['superior', 'a', 'b']) {
  const designer = await world.as('designer');
  const { stateVector } = await designer.releases.preview({ design: id, departments });
  return designer.releases.publish({ design: id, stateVector, departments });
}

export const typed = (values: Record<string, string | number>) =>
  Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { value, origin: { type: 'manual' } as const }]));

/** Files an application as the applicant; returns the case. */
export async function apply(
  world: World,
  values: Record<string, string | number> = { phone: '154' },
): Promise<{ caseId: string; number: string }> {
  const applicant = await world.as('applicant');
  const { id } = await applicant.portal.open({ code: DESIGN.meta.code });
  await applicant.portal.identify({ id, key: ID_NUMBER });
  const { problems } = await applicant.portal.save({ id, values });
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return applicant.portal.submit({ id, key: `key-${id}` });
}

/** The open task of this person in the case. */
export async function taskOf(world: World, role: PersonRole, caseId: string): Promise<string> {
  const view = await (await world.as(role)).cases.view({ id: caseId });
  const work = view.work[0];
  if (!work) throw new Error(`${role} has no open task`);
  return work.activity;
}

let keys = 0;
export const newKey = (): string => `key-${String(++keys).padStart(6, '0')}`;

/** The reason of a refusal, or `allowed`. */
export async function reasonOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'allowed';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
