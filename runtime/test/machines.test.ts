/** What cases ask of machines and of other cases, through the server: registers, systems, documents, nested cases. */
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { lowerUnsealed } from '@tongban/shared/compiler';
import type { Definition } from '@tongban/shared/definition';
import { designSchema, type Design } from '@tongban/shared/document';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { DESIGN, ID_NUMBER, draftOf, newKey, openWorld, publish, taskOf, typed, type World } from './world.ts';

let world: World;
let system: HttpServer;
let answer: { status: number; body: object } = { status: 200, body: {} };
const asked: { key: string; body: unknown }[] = [];

beforeAll(async () => {
  system = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      asked.push({ key: String(request.headers['idempotency-key']), body: JSON.parse(body) as unknown });
      response.writeHead(answer.status).end(JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((resolve) => system.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(system.address() as AddressInfo).port}`;
  world = await openWorld({ connectHosts: [host] });
  await publish(world, await draftOf(world));
  await release(parent(`http://${host}/level`));
  world.server.machines.begin();
});
afterAll(async () => {
  await world.close();
  system.close();
});

/** Releases a design without its proof, which has no model of machines and nested cases yet. */
async function release(document: Design): Promise<void> {
  const { code, title, module } = document.meta;
  const executable = lowerUnsealed(document, { items: { 'item-1': { version: 1, name: 'Item', published: true } } });
  if (!executable) throw new Error('Expected a design that can be lowered');
  const definition: Definition = { identity: code, artefact: code, compiler: 'test', assumptions: [], executable };
  await world.host.putDefinition(code, definition);
  const at = world.clock.now();
  await world.db
    .insertInto('release')
    .values({
      id: code,
      design: code,
      code,
      title,
      module,
      version: 1,
      identity: code,
      published_at: at,
      published_by: 'dora',
      published_by_name: 'DORA',
      note: '',
      design_json: JSON.stringify(document),
      definition_json: JSON.stringify(definition),
      sentences: '[]',
      critical_days: 1,
    })
    .execute();
  const chosen = { release: code, answer: null, comment: '', answered_by_name: null, answered_at: null };
  for (const department of ['superior', 'a', 'b']) {
    await world.db
      .insertInto('release_department')
      .values({ ...chosen, department, effective_at: at })
      .execute();
  }
}

const mapped = (pairs: Record<string, string>) =>
  Object.fromEntries(Object.entries(pairs).map(([field, name]) => [field, { id: field, order: field, field, name }]));
const text = (id: string, access: object = {}) => ({ id, order: id, section: 's', kind: 'text', name: id, access });

/** start → register → system → document → the other scenario → close → end. */
function parent(url: string): Design {
  const steps = ['start', 'register', 'system', 'letter', 'other', 'close', 'good'];
  return designSchema.parse({
    schemaVersion: 2,
    meta: { code: 'whole', title: 'Whole', module: 'party', lead: 'la' },
    items: DESIGN.items,
    parties: { applicant: 'office', subject: { kind: 'person', keyField: 'number', nameField: 'who' } },
    flow: {
      lanes: {
        l0: DESIGN.flow.lanes['l0'],
        la: DESIGN.flow.lanes['la'],
        lb: DESIGN.flow.lanes['lb'],
      },
      nodes: {
        start: { id: 'start', kind: 'start', name: 'apply', lane: 'l0' },
        register: {
          id: 'register',
          kind: 'fetch',
          name: 'ask',
          register: 'people',
          key: 'number',
          into: mapped({ who: 'name' }),
        },
        system: {
          id: 'system',
          kind: 'connect',
          name: 'grade',
          url,
          retries: 0,
          inputs: mapped({ who: 'name' }),
          into: mapped({ level: 'result.level' }),
          byHand: { lane: 'la', instruction: 'ask by phone' },
        },
        letter: {
          id: 'letter',
          kind: 'document',
          name: 'letter',
          title: 'For {who}',
          template: '{who}: {level}',
          target: 'file',
        },
        other: {
          id: 'other',
          kind: 'scenario',
          name: 'leave',
          scenario: 'leave',
          inputs: mapped({ number: 'idNumber', phone: 'phone' }),
          outputs: mapped({ remark: 'closing' }),
        },
        close: {
          id: 'close',
          kind: 'task',
          name: 'close',
          lane: 'lb',
          decisions: { done: { id: 'done', order: 'a', name: 'done', tone: 'positive' } },
        },
        good: { id: 'good', kind: 'end', name: 'good', result: 'approved' },
      },
      edges: Object.fromEntries(
        steps.slice(1).map((to, i) => [`e${i}`, { id: `e${i}`, order: `a${i}`, from: steps[i], to }]),
      ),
    },
    form: {
      sections: { s: { id: 's', order: 'a', name: 'Facts' } },
      fields: {
        number: { ...text('number'), kind: 'idCard', rules: { required: true } },
        phone: { ...text('phone'), rules: { required: true } },
        who: text('who', { start: 'read' }),
        level: text('level', { start: 'read' }),
        remark: text('remark', { start: 'read' }),
        file: { ...text('file', { start: 'read' }), kind: 'file', accept: ['txt'] },
      },
    },
  });
}

async function begin(): Promise<string> {
  const applicant = await world.as('applicant');
  const { id } = await applicant.portal.open({ code: 'whole' });
  const { problems } = await applicant.portal.save({ id, values: { number: ID_NUMBER, phone: '154' } });
  expect(problems).toEqual([]);
  return (await applicant.portal.submit({ id, key: `key-${id}` })).caseId;
}

const stateOf = async (caseId: string) => {
  const loaded = await world.host.load(caseId);
  if (!loaded) throw new Error('Expected the case');
  return loaded.state;
};
const openAt = async (caseId: string): Promise<string[]> =>
  Object.values((await stateOf(caseId)).activities)
    .filter((one) => one.status === 'open')
    .map((one) => (one.element ? `${one.node}/${one.element}` : one.node));

async function finish(role: 'checker' | 'closer', caseId: string, values: Record<string, string> = {}): Promise<void> {
  const person = await world.as(role);
  const view = await person.cases.view({ id: caseId });
  const work = view.work[0];
  const outcome = work?.outcomes.find(({ tone }) => tone === 'positive')?.id ?? '';
  await person.cases.act({
    id: caseId,
    key: newKey(),
    command: { type: 'complete', activity: work?.activity ?? '', outcome, opinion: 'x', patch: typed(values) },
  });
}

describe('machines', () => {
  test('a register, a system, a document and another scenario, one after the other', async () => {
    answer = { status: 200, body: { result: { level: 'A' } } };
    const caseId = await begin();
    await vi.waitFor(async () => expect(await openAt(caseId)).toEqual(['other']), 10_000);
    expect(asked.at(-1)?.body).toEqual({ name: 'Lin' });
    const { data } = await stateOf(caseId);
    expect([data['who']?.value, data['level']?.value]).toEqual(['Lin', 'A']);
    expect(data['file']?.value).toMatchObject([{ name: 'For Lin.txt' }]);

    // The nested case has the parent's applicant and data, and is worked at like any other.
    const nested = `${Object.values((await stateOf(caseId)).activities).find((one) => one.node === 'other')?.id}c1`;
    await vi.waitFor(async () => expect(await openAt(nested)).toEqual(['review']), 10_000);
    expect((await stateOf(nested)).data['phone']).toMatchObject({ value: '154', origin: { registerName: 'Whole' } });
    await finish('checker', nested);
    await finish('checker', nested);
    await finish('closer', nested);
    await finish('closer', nested, { closing: 'well done' });
    await vi.waitFor(async () => expect(await openAt(caseId)).toEqual(['close']), 10_000);
    expect((await stateOf(caseId)).data['remark']?.value).toBe('well done');
  });

  test('what cannot be reached is done by hand, by the office that the drawing names', async () => {
    answer = { status: 422, body: {} };
    const caseId = await begin();
    await vi.waitFor(async () => expect(await openAt(caseId)).toEqual(['system', 'system/@byHand']), 10_000);
    const activity = await taskOf(world, 'checker', caseId);
    const checker = await world.as('checker');
    await checker.cases.act({
      id: caseId,
      key: newKey(),
      command: { type: 'complete', activity, outcome: 'done', opinion: '', patch: typed({ level: 'B' }) },
    });
    await vi.waitFor(async () => expect(await openAt(caseId)).toEqual(['other']), 10_000);
    expect((await stateOf(caseId)).data['level']).toMatchObject({ value: 'B', origin: { type: 'manual' } });
  });

  test('a nested case ends with the parent that no longer needs it', async () => {
    answer = { status: 200, body: { result: { level: 'A' } } };
    const caseId = await begin();
    await vi.waitFor(async () => expect(await openAt(caseId)).toEqual(['other']), 10_000);
    const nested = `${Object.values((await stateOf(caseId)).activities).find((one) => one.node === 'other')?.id}c1`;
    await vi.waitFor(async () => expect(await openAt(nested)).toEqual(['review']), 10_000);
    const admin = await world.as('admin');
    await admin.cases.act({ id: caseId, key: newKey(), command: { type: 'terminate', reason: 'withdrawn' } });
    await vi.waitFor(async () => expect((await stateOf(nested)).result).toBe('terminated'), 10_000);
    expect(world.bugs).toEqual([]);
  });
});
