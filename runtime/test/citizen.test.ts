/** People without a department have a region of their own: it says what they find, and which offices handle it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Design } from '@tongban/shared/document';
import { createCaller } from '../src/api/router.ts';
import {
  DESIGN,
  draftOf,
  openWorld,
  PASSWORD,
  publish,
  reasonOf,
  transport,
  type Caller,
  type World,
} from './world.ts';

const FOR_PEOPLE: Design = {
  ...DESIGN,
  meta: { ...DESIGN.meta, code: 'card', title: 'Card' },
  parties: { ...DESIGN.parties, applicant: 'person' },
};

let world: World;
let admin: Caller;
const other = { region: '', town: '', a: '', b: '' };

beforeAll(async () => {
  world = await openWorld();
  admin = await world.as('admin');
  other.region = (await admin.directory.addRegion({ name: 'Other county', parent: null })).id;
  other.town = (await admin.directory.addRegion({ name: 'Other town', parent: other.region })).id;
  const office = { region: other.region, parent: null };
  other.a = (await admin.directory.addDepartment({ name: 'other a', type: 'typeA', ...office })).id;
  other.b = (await admin.directory.addDepartment({ name: 'other b', type: 'typeB', ...office })).id;
});
afterAll(() => world.close());

const asPerson = async (id: string): Promise<Caller> => {
  const session = await world.server.inner.directory.person(id);
  return createCaller({ app: world.app, session, transport: transport() });
};
const newPerson = (account: string, more: object = {}) => ({
  name: account,
  account,
  password: PASSWORD,
  department: null,
  posts: [],
  roles: [],
  ...more,
});
const found = async (caller: Caller): Promise<readonly string[]> =>
  (await caller.portal.scenarios({})).rows.map((row) => row.code);

describe('a person who applies for themselves', () => {
  test('is not made without a region; people of an office need none of their own', async () => {
    expect(await reasonOf(admin.directory.addPerson(newPerson('nowhere')))).toBe('invalidInput');
    expect(await reasonOf(admin.directory.addPerson(newPerson('lost', { region: 'none' })))).toBe('invalidInput');
    const { id } = await admin.directory.addPerson(newPerson('clerk', { department: 'a', region: other.town }));
    const { rows } = await admin.directory.people({ search: 'clerk' });
    expect(rows.find((row) => row.id === id)).toMatchObject({ department: 'a', region: null });
    await admin.directory.addPerson(newPerson('boss', { roles: ['supervisor'] }));
  });

  test('finds what is in force where they live, and their own offices handle it', async () => {
    const { id: neighbour } = await admin.directory.addPerson(newPerson('nina', { region: other.town }));
    const [citizen, stranger] = [await world.as('citizen'), await asPerson(neighbour)];
    const draft = await draftOf(world, FOR_PEOPLE);
    await publish(world, draft, [other.a, other.b]);
    expect([await found(citizen), await found(stranger)]).toEqual([[], ['card']]);
    await publish(world, draft, ['a', 'b', other.a, other.b]);
    expect([await found(citizen), await found(stranger)]).toEqual([['card'], ['card']]);

    for (const [caller, office] of [
      [citizen, 'dept a'],
      [stranger, 'other a'],
    ] as const) {
      const { id } = await caller.portal.open({ code: 'card' });
      await caller.portal.save({ id, values: { phone: '154' } });
      const { caseId } = await caller.portal.submit({ id, key: `key-${id}` });
      const { steps } = await caller.cases.view({ id: caseId });
      expect(steps.map((step) => step.departmentName)).toEqual([office]);
    }
  });

  test('can move to another region', async () => {
    const citizen = await world.server.inner.directory.person('cid');
    expect(citizen?.region).toBe('town');
    expect(await reasonOf(admin.directory.setPosts({ person: 'cid', posts: [], roles: [], region: 'x' }))).toBe(
      'invalidInput',
    );
    await admin.directory.setPosts({ person: 'cid', posts: [], roles: [], region: other.town });
    expect((await world.server.inner.directory.person('cid'))?.region).toBe(other.town);
    await admin.directory.setPosts({ person: 'cid', posts: [], roles: [] });
    expect((await world.server.inner.directory.person('cid'))?.region).toBe(other.town);
  });
});
