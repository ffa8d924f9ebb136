/** The lead office (牵头) sees every case of its scenario from the start: where it is, not what it may not read. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Design } from '@tongban/shared/document';
import { apply, DESIGN, draftOf, newKey, openWorld, publish, reasonOf, taskOf, type World } from './world.ts';

/** The office of the last step leads. */
const LED_BY_B: Design = { ...DESIGN, meta: { ...DESIGN.meta, lead: 'lb' } };

let world: World;
let caseId: string;
beforeAll(async () => {
  world = await openWorld({ subjectName: 'Lin' });
  await publish(world, await draftOf(world, LED_BY_B));
  ({ caseId } = await apply(world, { phone: '154-secret', forB: 'b-secret' }));
});
afterAll(() => world.close());

test('before its first task: in its list, with every step, and without a field of the form', async () => {
  const lead = await world.as('closer');
  expect((await lead.desk.inbox({ scope: 'open' })).rows).toEqual([]);
  expect((await lead.cases.office({})).rows).toMatchObject([{ caseId, status: 'running' }]);
  const shown = await lead.cases.view({ id: caseId });
  expect(shown.steps).toMatchObject([{ name: 'review', status: 'open' }]);
  // Whoever sees a case may urge those who hold it.
  expect([shown.sections, shown.work, shown.commands]).toEqual([[], [], ['urge']]);
  expect(JSON.stringify(shown)).not.toContain('secret');
});

test('an office that neither leads nor worked on it knows of nothing', async () => {
  const superior = await world.as('designer');
  expect((await superior.cases.office({})).rows).toEqual([]);
  expect(await reasonOf(superior.cases.view({ id: caseId }))).toBe('notFound');
});

test('an office that had a task keeps it in its list', async () => {
  const checker = await world.as('checker');
  const activity = await taskOf(world, 'checker', caseId);
  const command = { type: 'complete' as const, activity, outcome: 'no', opinion: 'no', patch: {} };
  await checker.cases.act({ id: caseId, key: newKey(), command });
  expect((await checker.cases.office({ status: 'ended' })).rows).toMatchObject([{ caseId, result: 'refused' }]);
  expect((await checker.cases.office({ status: 'running' })).rows).toEqual([]);
});
