/** Filling the form: shared data with its source, registers that fail, typing what may be typed, filing once. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { FieldView, SectionView } from '@tongban/shared/kernel';
import { apply, draftOf, ID_NUMBER, openWorld, publish, reasonOf, type Caller, type World } from './world.ts';

let world: World;
let applicant: Caller;
beforeAll(async () => {
  world = await openWorld();
  applicant = await world.as('applicant');
  await publish(world, await draftOf(world));
});
afterAll(() => world.close());
beforeEach(async () => {
  world.register.state = 'up';
  await applicant.sharing.setUp({ register: 'people', up: true });
});

const fieldOf = (shown: { sections: readonly SectionView[] }, key: string): FieldView | undefined =>
  shown.sections.flatMap((section) => section.fields).find((field) => field.key === key);

describe('shared data', () => {
  test('is filled by the server with source and time, and cannot be typed over', async () => {
    const { id } = await applicant.portal.open({ code: 'leave' });
    const filled = await applicant.portal.identify({ id, key: ` ${ID_NUMBER} ` });
    expect(fieldOf(filled, 'name')).toMatchObject({
      value: 'Lin',
      access: 'read',
      origin: { type: 'shared', register: 'people', registerName: 'People register', at: world.clock.now() },
    });
    expect(filled.subjectKey).toBe(ID_NUMBER);
    const saved = await applicant.portal.save({ id, values: { name: 'Other', phone: '154' } });
    expect(saved.problems).toEqual([{ field: 'name', code: 'fieldNotWritable' }]);
    const after = await applicant.portal.application({ id });
    expect([fieldOf(after, 'name')?.value, fieldOf(after, 'phone')?.value]).toEqual(['Lin', '154']);
    expect(fieldOf(after, 'note')).toBeUndefined();
  });

  test('a key that cannot be one is a problem, and asks nobody', async () => {
    const { id } = await applicant.portal.open({ code: 'leave' });
    const shown = await applicant.portal.identify({ id, key: '990001197105011004' });
    expect(shown.problems).toMatchObject([{ field: 'idNumber', code: 'idCardCheckDigit' }]);
    expect(shown.subjectKey).toBeNull();
  });

  test.each(['switched off', 'break', 'hang'] as const)(
    'a register that is down (%s) opens its fields',
    async (how) => {
      if (how === 'switched off') await applicant.sharing.setUp({ register: 'people', up: false });
      else world.register.state = how;
      const { id } = await applicant.portal.open({ code: 'leave' });
      const shown = await applicant.portal.identify({ id, key: ID_NUMBER });
      expect(shown.registerDown).toEqual(['People register']);
      expect(fieldOf(shown, 'name')).toMatchObject({ access: 'write', value: undefined });
      expect(fieldOf(shown, 'idNumber')).toMatchObject({ value: ID_NUMBER, origin: { type: 'manualUnverified' } });
      await applicant.portal.save({ id, values: { name: 'Typed', phone: '154' } });
      const { caseId } = await applicant.portal.submit({ id, key: 'key-of-down' });
      const view = await applicant.cases.view({ id: caseId });
      expect(fieldOf(view, 'name')).toMatchObject({
        value: 'Typed',
        origin: { type: 'manualUnverified', register: 'people' },
      });
    },
  );

  test('a subject that the register does not know is said, and can be typed', async () => {
    const { id } = await applicant.portal.open({ code: 'leave' });
    const shown = await applicant.portal.identify({ id, key: '990002196608121038' });
    expect(shown.registerDown).toEqual([]);
    expect(shown.problems).toMatchObject([{ field: 'idNumber', code: 'subjectUnknown' }]);
    expect(fieldOf(shown, 'name')?.access).toBe('write');
  });
});

describe('typing', () => {
  test('keeps what fits; the wrong kind, too long, unknown or hidden is left out and said', async () => {
    const { id } = await applicant.portal.open({ code: 'leave' });
    const saved = await applicant.portal.save({
      id,
      values: { forA: 'kept', amount: 'four', phone: '1'.repeat(21), note: 'x', nothing: 1, judgement: 'y' },
    });
    expect(saved.problems.map((problem) => [problem.field, problem.code])).toEqual([
      ['amount', 'wrongKind'],
      ['phone', 'tooLong'],
      ['note', 'fieldNotWritable'],
      ['nothing', 'fieldUnknown'],
      ['judgement', 'fieldNotWritable'],
    ]);
    const after = await applicant.portal.application({ id });
    expect([fieldOf(after, 'forA')?.value, fieldOf(after, 'amount')?.value]).toEqual(['kept', undefined]);
  });

  test('a draft is its person’s own', async () => {
    const { id } = await applicant.portal.open({ code: 'leave' });
    expect((await applicant.portal.drafts()).map((draft) => draft.id)).toContain(id);
    const colleague = await world.as('colleague');
    expect(await reasonOf(colleague.portal.application({ id }))).toBe('notFound');
    expect(await reasonOf(colleague.portal.save({ id, values: {} }))).toBe('notFound');
    expect(await reasonOf(colleague.portal.submit({ id, key: 'key-12345' }))).toBe('notFound');
    expect(await colleague.portal.drafts()).toEqual([]);
  });
});

describe('filing', () => {
  test('what is missing is said per field, and nothing is started', async () => {
    const { id } = await applicant.portal.open({ code: 'leave' });
    await applicant.portal.identify({ id, key: ID_NUMBER });
    const session = await world.server.inner.directory.person('anna');
    const refusal = session && (await world.app.portal.submit(session, id, 'key-12345'));
    expect(refusal).toMatchObject({ reason: 'fieldRequired', problems: [{ field: 'phone' }] });
    expect((await applicant.portal.application({ id })).id).toBe(id);
  });

  test('twice gives one case; afterwards the draft is closed', async () => {
    const { id } = await applicant.portal.open({ code: 'leave' });
    await applicant.portal.identify({ id, key: ID_NUMBER });
    await applicant.portal.save({ id, values: { phone: '154' } });
    const [one, two] = await Promise.all([
      applicant.portal.submit({ id, key: 'key-first' }),
      applicant.portal.submit({ id, key: 'key-second' }),
    ]);
    expect(two).toEqual(one);
    expect(await reasonOf(applicant.portal.save({ id, values: {} }))).toBe('alreadyDone');
    expect((await applicant.portal.drafts()).map((draft) => draft.id)).not.toContain(id);
  });

  test('a case that was started before the answer was lost is found again', async () => {
    const filed = await apply(world);
    const row = await world.db
      .selectFrom('application')
      .select('id')
      .where('case_id', '=', filed.caseId)
      .executeTakeFirstOrThrow();
    await world.db.updateTable('application').set({ submitted_at: null }).where('id', '=', row.id).execute();
    await applicant.portal.save({ id: row.id, values: { phone: '155' } });
    expect(await applicant.portal.submit({ id: row.id, key: 'key-again' })).toEqual(filed);
  });

  test('numbers count up within a day', async () => {
    const [a, b] = [await apply(world), await apply(world)];
    const tail = (number: string): number => Number(number.slice(-4));
    expect(tail(b.number)).toBe(tail(a.number) + 1);
    expect(b.number).toMatch(/^120261123\d{4}$/);
  });
});
