/** Publishing to departments: what was seen, once; answers; a new version beside a running case. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readDraft, writeDesign, type Design } from '@tongban/shared/document';
import {
  apply,
  DESIGN,
  draftOf,
  newKey,
  openWorld,
  publish,
  reasonOf,
  taskOf,
  type Caller,
  type World,
} from './world.ts';

let world: World;
let designer: Caller;
let id: string;
beforeAll(async () => {
  world = await openWorld();
  designer = await world.as('designer');
  id = await draftOf(world);
});
afterAll(() => world.close());

async function change(edit: (design: Design) => Design): Promise<void> {
  const session = await world.server.inner.directory.person('dora');
  if (!session) throw new Error('no designer');
  const done = await world.server.inner.drafts.rewrite(session, id, (copy) => {
    writeDesign(copy, edit(readDraft(copy).design), 'test');
    return { ok: true, value: null };
  });
  if (!done.ok) throw new Error(done.reason);
}
const deadline = (amount: number) => (design: Design) => {
  const review = design.flow.nodes['review'];
  if (review?.kind !== 'task') throw new Error('no review');
  const nodes = { ...design.flow.nodes, review: { ...review, deadline: { amount, unit: 'workday' as const } } };
  return { ...design, flow: { ...design.flow, nodes } };
};

describe('publishing', () => {
  test('suggests the offices that take part and those with units below', async () => {
    const audience = await designer.releases.audience({ design: id });
    expect(audience.filter((row) => row.suggested).map((row) => row.id)).toEqual([
      'a',
      'b',
      'otherSuperior',
      'superior',
    ]);
  });

  test('shows who will play which role, and what it would become', async () => {
    const preview = await designer.releases.preview({ design: id, departments: ['superior'] });
    expect(preview).toMatchObject({ version: 1, sameAs: null, previousTime: null, time: { criticalDays: 4 } });
    expect(preview.bindings.map((row) => [row.lane, row.department])).toEqual([
      ['l0', null],
      ['la', 'a'],
      ['lb', 'b'],
      ['side/a', 'a'],
      ['side/b', 'b'],
    ]);
  });

  test('refuses nobody, strangers, and a draft that changed since it was seen, deletions included', async () => {
    const { stateVector } = await designer.releases.preview({ design: id, departments: ['superior'] });
    const attempt = (departments: string[]) =>
      reasonOf(designer.releases.publish({ design: id, stateVector, departments }));
    expect(await attempt([])).toBe('noDepartments');
    expect(await attempt(['nowhere'])).toBe('notFound');
    await change((design) => ({ ...design, meta: { ...design.meta, summary: 'text' } }));
    expect(await attempt(['superior'])).toBe('changedSince');
    const seen = await designer.releases.preview({ design: id, departments: ['superior'] });
    await change((design) => ({ ...design, meta: { ...design.meta, summary: undefined } }));
    expect(
      await reasonOf(
        designer.releases.publish({ design: id, stateVector: seen.stateVector, departments: ['superior'] }),
      ),
    ).toBe('changedSince');
    expect(await designer.releases.list({})).toEqual([]);
  });

  test('refuses a flow with errors and says which', async () => {
    await change((design) => {
      const edges = Object.fromEntries(Object.entries(design.flow.edges).filter(([edge]) => edge !== 'e5'));
      return { ...design, flow: { ...design.flow, edges } };
    });
    const { diagnostics } = await designer.releases.preview({ design: id, departments: ['superior'] });
    expect(diagnostics.some((one) => one.severity === 'error')).toBe(true);
    expect(await reasonOf(publish(world, id))).toBe('blocked');
    await change((design) => ({ ...design, flow: DESIGN.flow }));
  });

  test('numbers a version; the same content again makes nothing new', async () => {
    const first = await publish(world, id);
    expect(first).toMatchObject({ version: 1, created: true });
    const again = await publish(world, id);
    expect(again).toEqual({ ...first, created: false });
    expect(await designer.releases.list({})).toHaveLength(1);
    const [row] = await designer.designs.list();
    expect(row).toMatchObject({ latestVersion: 1, open: false });
    expect((await designer.releases.preview({ design: id, departments: ['superior'] })).sameAs).toBe(1);
  });
});

describe('departments', () => {
  test('chosen ones see it with their part and answer; the designer sees the answers', async () => {
    const checker = await world.as('checker');
    const [row] = await checker.releases.inbox();
    expect(row).toMatchObject({ code: 'leave', version: 1, answer: null });
    expect(row?.myPart.length).toBeGreaterThan(0);
    expect(await (await world.as('applicant')).releases.inbox()).toEqual([]);
    await checker.releases.answer({ release: row?.release ?? '', answer: 'objected', comment: 'too short' });
    const applicant = await world.as('applicant');
    const answer = applicant.releases.answer({ release: row?.release ?? '', answer: 'confirmed', comment: '' });
    expect(await reasonOf(answer)).toBe('notFound');
    const [listed] = await designer.releases.list({});
    expect(listed?.departments.map((one) => [one.id, one.answer, one.comment, one.byName])).toEqual([
      ['a', 'objected', 'too short', 'CARL'],
      ['b', null, '', null],
      ['superior', null, '', null],
    ]);
  });

  test('only units under a chosen one find the scenario', async () => {
    expect((await (await world.as('applicant')).portal.scenarios({})).rows).toHaveLength(1);
    const other = await world.as('otherApplicant');
    expect((await other.portal.scenarios({})).rows).toEqual([]);
    expect(await reasonOf(other.portal.scenario({ code: 'leave' }))).toBe('notOffered');
    expect(await reasonOf(other.portal.open({ code: 'leave' }))).toBe('notOffered');
    expect((await (await world.as('citizen')).portal.scenarios({})).rows).toEqual([]);
  });
});

describe('version 2', () => {
  test('is what new cases follow, while the running one ends on version 1', async () => {
    const first = await apply(world);
    await change(deadline(1));
    const preview = await designer.releases.preview({ design: id, departments: ['superior'] });
    expect([preview.version, preview.previousTime?.criticalDays, preview.time.criticalDays]).toEqual([2, 4, 3]);
    expect(preview.sentences.map((sentence) => sentence.code)).toContain('total.days');
    const second = await publish(world, id);
    expect(second).toMatchObject({ version: 2, created: true });
    const newer = await apply(world);
    const applicant = await world.as('applicant');
    expect((await applicant.cases.view({ id: first.caseId })).version).toBe(1);
    expect((await applicant.cases.view({ id: newer.caseId })).version).toBe(2);
    const checker = await world.as('checker');
    const done = await checker.cases.act({
      id: first.caseId,
      key: newKey(),
      command: {
        type: 'complete',
        activity: await taskOf(world, 'checker', first.caseId),
        outcome: 'no',
        opinion: 'no',
        patch: {},
      },
    });
    expect([done.view.status, done.view.version]).toEqual(['ended', 1]);
    const listed = await designer.releases.list({ design: id });
    expect(listed.map((row) => [row.version, row.cases])).toEqual([
      [2, { running: 1, all: 1 }],
      [1, { running: 0, all: 1 }],
    ]);
  });

  test('a department can be put back on version 1; nothing is deleted', async () => {
    await change(deadline(2));
    world.clock.advance(1000);
    expect(await publish(world, id)).toMatchObject({ version: 1, created: false });
    const page = await (await world.as('applicant')).portal.scenario({ code: 'leave' });
    expect(page.version).toBe(1);
    expect(await designer.releases.list({})).toHaveLength(2);
  });
});

describe('a scenario that calls another', () => {
  const calling = (scenario: string) => (design: Design) => {
    const call = {
      id: 'call',
      kind: 'scenario' as const,
      name: 'call',
      scenario,
      inputs: { m: { id: 'm', order: 'a', field: 'phone', name: 'phone' } },
      outputs: {},
    };
    const edges = {
      ...design.flow.edges,
      e5: { id: 'e5', order: 'a', from: 'close', to: 'call' },
      e6: { id: 'e6', order: 'a', from: 'call', to: 'good' },
    };
    return { ...design, flow: { ...design.flow, nodes: { ...design.flow.nodes, call }, edges } };
  };
  const told = async (scenario: string): Promise<string[]> => {
    await change((design) => calling(scenario)({ ...design, flow: DESIGN.flow }));
    const { diagnostics } = await designer.releases.preview({ design: id, departments: ['superior'] });
    return diagnostics.map(({ code }) => code).filter((code) => code.startsWith('scenario.'));
  };

  test('is told what is published, and by which fields', async () => {
    const { scenarios } = await designer.catalog.context();
    expect(scenarios?.['leave']).toMatchObject({ calls: [], fields: { phone: 'text', paper: 'file' } });
    expect(await told('nowhere')).toEqual(['scenario.unknown']);
    expect(await told('leave')).toEqual(['scenario.itself']);
    await change((design) => ({ ...design, flow: DESIGN.flow }));
  });
});
