/** A case from the portal to its end through the API, and what bad commands get. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apply, draftOf, newKey, openWorld, publish, reasonOf, taskOf, typed, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await publish(world, await draftOf(world));
});
afterAll(() => world.close());

describe('one case, end to end', () => {
  test('is filled from the register, filed, reviewed, judged side by side, closed', async () => {
    const applicant = await world.as('applicant');
    const scenarios = await applicant.portal.scenarios({});
    expect(scenarios.rows.map((row) => row.code)).toEqual(['leave']);
    const page = await applicant.portal.scenario({ code: 'leave' });
    expect(page.steps.map((step) => step.departmentName)).toEqual(['dept a', 'dept a、dept b', 'dept b']);

    const { caseId, number } = await apply(world, { phone: '154', forA: 'for a' });
    expect(number).toBe('1202611230001');

    const desk = await (await world.as('checker')).desk.inbox({ scope: 'open' });
    expect(desk.rows.map((row) => [row.stepName, row.subject, row.color])).toEqual([['review', 'Lin', 'green']]);
    expect((await (await world.as('withoutPost')).desk.inbox({ scope: 'open' })).rows).toEqual([]);

    const checker = await world.as('checker');
    const review = await taskOf(world, 'checker', caseId);
    await checker.cases.act({ id: caseId, key: newKey(), command: { type: 'claim', activity: review } });
    const reviewed = await checker.cases.act({
      id: caseId,
      key: newKey(),
      command: { type: 'complete', activity: review, outcome: 'yes', opinion: 'fine', patch: {} },
    });
    expect(reviewed.next.map((step) => [step.kind, step.departmentName, step.card])).toEqual([
      ['task', 'dept a', 'card-carl'],
      ['task', 'dept b', null],
    ]);
    for (const role of ['checker', 'closer', 'closer'] as const) {
      const view = await (await world.as(role)).cases.view({ id: caseId });
      const work = view.work[0];
      if (!work) throw new Error(`${role} has nothing to do`);
      const outcome = work.outcomes[0]?.id ?? '';
      await (
        await world.as(role)
      ).cases.act({
        id: caseId,
        key: newKey(),
        command: { type: 'complete', activity: work.activity, outcome, opinion: '', patch: {} },
      });
    }
    const ended = await applicant.cases.view({ id: caseId });
    expect([ended.status, ended.result]).toEqual(['ended', 'approved']);
    expect((await applicant.cases.next({ id: caseId })).map((step) => [step.kind, step.card])).toEqual([
      ['ended', 'card-anna'],
    ]);
    const overview = await (await world.as('supervisor')).supervision.overview();
    expect(overview.counts.ended).toBe(1);
  });

  test('a correction goes to the applicant, whose answer goes back to the asking step', async () => {
    const { caseId } = await apply(world);
    const checker = await world.as('checker');
    const activity = await taskOf(world, 'checker', caseId);
    const asked = await checker.cases.act({
      id: caseId,
      key: newKey(),
      command: {
        type: 'askCorrection',
        activity,
        remarks: { fields: { phone: 'no such number' }, materials: {}, general: '' },
      },
    });
    expect(asked.next).toMatchObject([{ kind: 'correction', card: 'card-anna' }]);
    const mine = await (await world.as('applicant')).portal.mine({ status: 'correcting' });
    expect(mine.rows.map((row) => [row.caseId, row.color])).toEqual([[caseId, 'paused']]);
    const colleague = await world.as('colleague');
    const answered = await colleague.cases.act({
      id: caseId,
      key: newKey(),
      command: { type: 'resubmit', patch: typed({ phone: '155' }) },
    });
    expect(answered.view.corrections).toEqual([]);
    expect(answered.next).toMatchObject([{ kind: 'task', stepName: 'review' }]);
  });
});

describe('what a wrong command gets', () => {
  test('a task that is done, another office, another post, another person, an unknown case', async () => {
    const { caseId } = await apply(world);
    const checker = await world.as('checker');
    const activity = await taskOf(world, 'checker', caseId);
    const complete = { type: 'complete', activity, outcome: 'yes', opinion: '', patch: {} } as const;
    const act = async (role: Parameters<World['as']>[0], command: Parameters<typeof checker.cases.act>[0]['command']) =>
      reasonOf((await world.as(role)).cases.act({ id: caseId, key: newKey(), command }));
    expect(await act('otherApplicant', complete)).toBe('notFound');
    expect(await act('withoutPost', complete)).toBe('notYourPost');
    expect(await act('applicant', complete)).toBe('otherDepartment');
    expect(await act('checker', { ...complete, outcome: 'perhaps' })).toBe('unknownOutcome');
    expect(await act('checker', { ...complete, patch: typed({ forB: 'x' }) })).toBe('fieldNotWritable');
    expect(await act('checker', { ...complete, patch: typed({ note: 4 }) })).toBe('fieldInvalid');
    expect(await act('checker', { ...complete, activity: 'nothing' })).toBe('notFound');
    expect(await act('checker', complete)).toBe('allowed');
    expect(await act('checker', complete)).toBe('alreadyDone');
    expect(await reasonOf(checker.cases.view({ id: 'nothing' }))).toBe('notFound');
  });

  test('the same key decides once; with another body it is a conflict', async () => {
    const { caseId } = await apply(world);
    const checker = await world.as('checker');
    const activity = await taskOf(world, 'checker', caseId);
    const key = newKey();
    const first = await checker.cases.act({ id: caseId, key, command: { type: 'claim', activity } });
    const again = await checker.cases.act({ id: caseId, key, command: { type: 'claim', activity } });
    expect(again.view.timeline).toEqual(first.view.timeline);
    expect(await reasonOf(checker.cases.act({ id: caseId, key, command: { type: 'release', activity } }))).toBe(
      'keyReused',
    );
  });

  test('origins that a client claims are not believed', async () => {
    const { caseId } = await apply(world);
    const checker = await world.as('checker');
    const activity = await taskOf(world, 'checker', caseId);
    const forged = { type: 'shared', register: 'people', registerName: 'People register', at: 1 } as const;
    const act = (patch: Record<string, { value: string; origin: typeof forged }>) =>
      checker.cases.act({
        id: caseId,
        key: newKey(),
        command: { type: 'complete', activity, outcome: 'yes', opinion: '', patch },
      });
    expect(await reasonOf(act({ name: { value: 'Other', origin: forged } }))).toBe('fieldNotWritable');
    const done = await act({ note: { value: 'seen', origin: forged } });
    const fields = done.view.sections.flatMap((section) => section.fields);
    expect(fields.find((one) => one.key === 'note')?.origin).toEqual({ type: 'manual' });
  });
});
