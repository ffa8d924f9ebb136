/**
 * Every procedure against every kind of person. The table is complete: a procedure that is not in it fails the test.
 * `yes` means past the gate (the answer may still be that there is no such thing), else the reason of the refusal.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appRouter } from '../src/api/router.ts';
import { createCallerFactory } from '../src/api/trpc.ts';
import { DESIGN, openWorld, PEOPLE, reasonOf, transport, type PersonRole, type World } from './world.ts';

const ANYONE = ['applicant', 'checker', 'designer', 'supervisor', 'admin', 'citizen'] as const;
type Who = (typeof ANYONE)[number];
const OFFICES: readonly Who[] = ['applicant', 'checker', 'designer'];
const id = 'none';

/** Procedure → a harmless input, and who gets past the gate. `null`: also without a session. */
const TABLE: Readonly<Record<string, readonly [unknown, readonly Who[] | null]>> = {
  'session.options': [undefined, null],
  'session.enter': [{ card: id }, null],
  'session.signIn': [{ account: id, password: 'none' }, null],
  'session.signOut': [undefined, null],
  'session.me': [undefined, ANYONE],
  'directory.departments': [{}, ANYONE],
  'directory.types': [undefined, ANYONE],
  'directory.posts': [undefined, ANYONE],
  'directory.regions': [undefined, ANYONE],
  'directory.people': [{}, ['admin']],
  'directory.addRegion': [{ name: 'R', parent: 'none' }, ['admin']],
  'directory.addType': [{ name: 'T' }, ['admin']],
  'directory.addPost': [{ name: 'P' }, ['admin']],
  'directory.addDepartment': [{ name: 'D', type: id, region: id, parent: null }, ['admin']],
  'directory.addPerson': [
    { name: 'P', account: 'pp', password: 'long enough', department: id, posts: [], roles: [] },
    ['admin'],
  ],
  'directory.setPosts': [{ person: id, posts: [], roles: [] }, ['admin']],
  'catalog.items': [{}, ['designer']],
  'catalog.elements': [{}, ['designer']],
  'catalog.registers': [undefined, ['designer']],
  'catalog.templates': [undefined, ['designer']],
  'catalog.context': [undefined, ['designer']],
  'designs.list': [undefined, ['designer']],
  'designs.create': [{ title: 'T', module: 'party', template: id }, ['designer']],
  'designs.load': [{ id }, ['designer']],
  'designs.push': [{ id, generation: 1, update: '', client: 'c' }, ['designer']],
  'designs.changes': [{ id, client: 'c' }, ['designer']],
  'designs.importJson': [{ text: '{' }, ['designer']],
  'designs.exportJson': [{ id }, ['designer']],
  'designs.replaceJson': [{ id, base: DESIGN, next: '{' }, ['designer']],
  'releases.preview': [{ design: id, departments: [] }, ['designer']],
  'releases.publish': [{ design: id, stateVector: '', departments: [] }, ['designer']],
  'releases.list': [{}, ['designer']],
  'releases.audience': [{ design: id }, ['designer']],
  'releases.document': [{ release: id }, ['designer']],
  'releases.inbox': [undefined, ANYONE],
  'releases.answer': [{ release: id, answer: 'confirmed', comment: '' }, OFFICES],
  'releases.definition': [{ release: id }, ANYONE],
  'portal.modules': [undefined, ANYONE],
  'portal.scenarios': [{}, ANYONE],
  'portal.scenario': [{ code: id }, ANYONE],
  'portal.open': [{ code: id }, ANYONE],
  'portal.application': [{ id }, ANYONE],
  'portal.identify': [{ id, key: 'k' }, ANYONE],
  'portal.save': [{ id, values: {} }, ANYONE],
  'portal.submit': [{ id, key: 'key-12345' }, ANYONE],
  'portal.mine': [{}, ANYONE],
  'portal.drafts': [undefined, ANYONE],
  'cases.view': [{ id }, ANYONE],
  'cases.act': [{ id, key: 'key-12345', command: { type: 'claim', activity: 'x' } }, ANYONE],
  'cases.next': [{ id }, ANYONE],
  'cases.office': [{}, OFFICES],
  'cases.changes': [{}, ANYONE],
  'desk.inbox': [{ scope: 'open' }, OFFICES],
  'desk.phrases': [undefined, OFFICES],
  'desk.addPhrase': [{ text: 'fine' }, OFFICES],
  'supervision.overview': [undefined, ['supervisor', 'admin']],
  'supervision.cases': [{}, ['supervisor', 'admin']],
  'calendar.current': [undefined, ANYONE],
  'calendar.overview': [undefined, ['admin']],
  'calendar.year': [{ region: '', year: 2026 }, ['admin']],
  'calendar.preview': [{ change: { kind: 'year', text: '{' } }, ['admin']],
  'calendar.change': [{ change: { kind: 'year', text: '{' }, against: 'x' }, ['admin']],
  'calendar.changes': [{}, ['admin']],
  'sharing.status': [undefined, ANYONE],
  'sharing.setUp': [{ register: id, up: true }, ANYONE],
};

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const procedures = Object.keys(appRouter._def.procedures).sort();

/** Runs a procedure as this person; a subscription is begun and ended. */
async function run(
  path: string,
  input: unknown,
  role: PersonRole | null,
  mode: 'demo' | 'production',
): Promise<string> {
  const session = role === null ? null : await world.server.inner.directory.person(PEOPLE[role]);
  const ending = new AbortController();
  const caller = createCallerFactory(appRouter)(
    { app: { ...world.app, mode }, session, transport: transport() },
    { signal: ending.signal },
  );
  const [area = '', name = ''] = path.split('.');
  const routes = caller as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>;
  const procedure = routes[area]?.[name];
  if (!procedure) throw new Error(`no procedure ${path}`);
  return reasonOf(
    procedure(input).then(async (answer) => {
      ending.abort();
      if (typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer) {
        for await (const _message of answer as AsyncIterable<unknown>) void _message;
      }
    }),
  );
}

test('the table names every procedure', () => {
  expect(Object.keys(TABLE).sort()).toEqual(procedures);
});

test.each(procedures)('%s', async (path) => {
  const [input, allowed] = TABLE[path] ?? [undefined, []];
  const anonymous = await run(path, input, null, 'demo');
  if (allowed === null) expect(['sessionRequired', 'forbidden']).not.toContain(anonymous);
  else expect(anonymous).toBe('sessionRequired');
  for (const role of ANYONE) {
    const reason = await run(path, input, role, 'demo');
    if (allowed === null || allowed.includes(role))
      expect(['forbidden', 'sessionRequired'], role).not.toContain(reason);
    else expect(reason, role).toBe('forbidden');
  }
  expect(world.bugs).toEqual([]);
});

test('in production only an administrator switches registers', async () => {
  expect(await run('sharing.setUp', { register: 'people', up: true }, 'applicant', 'production')).toBe('forbidden');
  expect(await run('sharing.setUp', { register: 'people', up: true }, 'admin', 'production')).toBe('allowed');
});
