/**
 * The server as it is started: first and second start, production, without the built-in data, after a first start that
 * was cut off. The shipped scenarios run whole over the API, found and filled by what they say of themselves.
 */
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { isEmpty } from '@tongban/shared/fields';
import type { FieldView, SectionView, Value, WorkView } from '@tongban/shared/kernel';
import { createCaller } from '../src/api/router.ts';
import { start, StartRefused, type StartOptions, type Started } from '../src/start.ts';
import { openDatabase } from '../src/storage/database.ts';
import { writeSetting } from '../src/storage/settings.ts';
import { newKey, reasonOf, transport, type Caller } from './world.ts';

const TEMPLATES = fileURLToPath(new URL('../../shared/src/templates', import.meta.url));
const folders: string[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'tongban-start-'));
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function options(dataFolder: string, more: Partial<StartOptions> = {}): StartOptions & { lines: string[] } {
  const lines: string[] = [];
  return {
    mode: 'demo',
    port: 0,
    dataFolder,
    templatesFolder: TEMPLATES,
    web: null,
    startAt: Date.parse('2026-11-23T09:00:00+08:00'),
    say: (line) => lines.push(line),
    lines,
    ...more,
  };
}

describe('with the built-in data', () => {
  const folder = newFolder();
  const first = options(folder);
  let started: Started;
  beforeAll(async () => {
    started = await start(first);
  });
  afterAll(() => started.stop());

  const anonymous = (): Caller =>
    createCaller({ app: started.server.app, session: null, transport: transport({ address: newKey() }) });
  const callerOf = async (person: string): Promise<Caller> => {
    const session = await started.server.inner.directory.person(person);
    return createCaller({ app: started.server.app, session, transport: transport() });
  };

  test('says a line per stage and plays every sample case', async () => {
    expect(first.lines.length).toBeGreaterThanOrEqual(4);
    expect(first.lines.filter((line) => line.startsWith('  !'))).toEqual([]);
    const { cards } = await anonymous().session.options();
    const leader = cards.find((card) => card.audience === 'supervise');
    const overview = await (await callerOf(leader?.person ?? '')).supervision.overview();
    for (const color of ['green', 'amber', 'red', 'paused', 'ended'] as const) {
      expect(overview.counts[color], color).toBeGreaterThan(0);
    }
    const colors = overview.departments.flatMap((row) => [row.red, row.amber, row.green]);
    expect(Math.max(...colors)).toBeGreaterThan(0);
  });

  test('every figure of the overview opens as many cases as it says', async () => {
    const { cards } = await anonymous().session.options();
    const caller = await callerOf(cards.find((card) => card.audience === 'supervise')?.person ?? '');
    const { counts } = await caller.supervision.overview();
    for (const color of ['green', 'amber', 'red', 'paused', 'ended'] as const) {
      expect((await caller.supervision.cases({ color, limit: 200 })).rows.length, color).toBe(counts[color]);
    }
    expect((await caller.supervision.cases({ overdue: true, limit: 200 })).rows.length).toBe(counts.overdue);
  });

  test('every scenario that is offered runs from its form to its end', async () => {
    const { cards } = await anonymous().session.options();
    const done: string[] = [];
    for (const card of cards.filter((one) => one.audience === 'portal')) {
      const { token } = await anonymous().session.enter({ card: card.id });
      expect(token).not.toBe('');
      const caller = await callerOf(card.person);
      for (const { code } of (await caller.portal.scenarios({})).rows) {
        if (done.includes(code)) continue;
        const { caseId } = await file(caller, code);
        await finish(caller, caseId);
        done.push(code);
      }
    }
    expect(done.length).toBeGreaterThanOrEqual(2);
  });

  /** Opens, looks a subject up, types what is left, files. */
  async function file(caller: Caller, code: string): Promise<{ caseId: string }> {
    const { id } = await caller.portal.open({ code });
    let application = await caller.portal.application({ id });
    for (const key of subjectKeys()) {
      application = await caller.portal.identify({ id, key });
      if (application.problems.length === 0) break;
    }
    const shared = fieldsOf(application.sections).filter((field) => field.origin?.type === 'shared');
    expect(shared.length).toBeGreaterThan(0);
    await caller.portal.save({ id, values: Object.fromEntries(typedValues(application.sections)) });
    return caller.portal.submit({ id, key: newKey() });
  }

  /** Does what 下一步 says until the case has ended; whoever has no card is found in the directory. */
  async function finish(caller: Caller, caseId: string): Promise<void> {
    const { book, holders } = started.server.inner.directory;
    const departments = (await book()).departments;
    for (let turn = 0; turn < 60; turn++) {
      const next = await caller.cases.next({ id: caseId });
      const step = next[0];
      if (step?.kind === 'ended') return;
      const office = [...departments.values()].find((one) => one.name === step?.departmentName);
      let moved = false;
      for (const person of await holders(office?.id ?? '', null)) {
        const handler = await callerOf(person);
        if ((await reasonOf(handler.cases.view({ id: caseId }))) !== 'allowed') continue;
        const { work } = await handler.cases.view({ id: caseId });
        if (!work[0]) continue;
        await handler.cases.act({ id: caseId, key: newKey(), command: completion(work[0]) });
        moved = true;
        break;
      }
      expect(moved, `${step?.stepName ?? ''} ${step?.departmentName ?? ''}`).toBe(true);
    }
    throw new Error('the case did not end');
  }

  test('a second start keeps everything and adds nothing', async () => {
    const { cards } = await anonymous().session.options();
    const leader = cards.find((card) => card.audience === 'supervise')?.person ?? '';
    const before = await (await callerOf(leader)).supervision.overview();
    await started.stop();
    const again = options(folder);
    const begun = Date.now();
    started = await start(again);
    expect(Date.now() - begun).toBeLessThan(15_000);
    expect(again.lines.some((line) => line.includes('Sample'))).toBe(false);
    const after = await (await callerOf(leader)).supervision.overview();
    const sum = (counts: typeof after.counts): number =>
      counts.green + counts.amber + counts.red + counts.paused + counts.ended;
    expect(sum(after.counts)).toBe(sum(before.counts));
  });

  test('the same data folder is refused to a second server, and to production', async () => {
    await expect(start(options(folder))).rejects.toMatchObject({ code: 'folderInUse' });
    await started.stop();
    await expect(start(options(folder, { mode: 'production' }))).rejects.toBeInstanceOf(StartRefused);
    started = await start(options(folder));
  });
});

describe('otherwise', () => {
  let started: Started | null = null;
  afterEach(async () => {
    await started?.stop();
    started = null;
  });

  test('without the built-in data it starts empty, with one administrator whose password is shown once', async () => {
    const folder = newFolder();
    const without = options(folder, { templatesFolder: join(folder, 'nothing') });
    started = await start(without);
    const password = /admin \/ (\S+)/.exec(without.lines.join('\n'))?.[1] ?? '';
    const context = { app: started.server.app, session: null, transport: transport() };
    const { me } = await createCaller(context).session.signIn({ account: 'admin', password });
    expect(me.audiences).toEqual(['studio', 'portal', 'supervise', 'admin']);
    const session = await started.server.inner.directory.person(me.person);
    const admin = createCaller({ ...context, session });
    const region = await admin.directory.addRegion({ name: 'County', parent: null });
    const type = await admin.directory.addType({ name: 'Office' });
    await admin.directory.addDepartment({ name: 'The office', type: type.id, region: region.id, parent: null });
    expect((await admin.directory.departments({})).rows).toMatchObject([{ name: 'The office', typeName: 'Office' }]);
    expect(await admin.catalog.templates()).toEqual([]);
    await started.stop();
    const again = options(folder, { templatesFolder: join(folder, 'nothing') });
    started = await start(again);
    expect(again.lines.join('\n')).not.toContain('admin /');
  });

  test('a first start that was cut off in its sample data begins again', async () => {
    const folder = newFolder();
    started = await start(options(folder, { templatesFolder: join(folder, 'nothing') }));
    await started.stop();
    const { db } = await openDatabase(join(folder, 'app.db'));
    await writeSetting(db, 'sample', 'begun');
    await db.destroy();
    const again = options(folder);
    started = await start(again);
    expect(again.lines.some((line) => line.includes('Sample'))).toBe(true);
  });

  test('production starts with the catalog, without samples or cards', async () => {
    const folder = newFolder();
    const production = options(folder, { mode: 'production' });
    started = await start(production);
    const health = await fetch(`http://127.0.0.1:${new URL(started.address).port}/health`);
    expect(await health.json()).toEqual({ status: 'ok' });
    expect(health.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    const caller = createCaller({ app: started.server.app, session: null, transport: transport() });
    expect(await caller.session.options()).toMatchObject({ demo: false, cards: [] });
    expect((await started.server.app.catalog.templates()).length).toBeGreaterThan(0);
  });
});

// ---------------------------------------------------------------- filling in what a form asks for

/** Keys that sample registers know and no sample case has used. */
function subjectKeys(): readonly string[] {
  const registers = join(TEMPLATES, 'demo', 'registers');
  const cases = readFileSync(join(TEMPLATES, 'demo', 'cases.json'), 'utf8');
  const keys = new Map<string, number>();
  for (const name of readdirSync(registers)) {
    const { records } = JSON.parse(readFileSync(join(registers, name), 'utf8')) as { records: Record<string, object> };
    for (const key of Object.keys(records)) keys.set(key, (keys.get(key) ?? 0) + 1);
  }
  return [...keys]
    .sort((a, b) => b[1] - a[1])
    .map(([key]) => key)
    .filter((key) => !cases.includes(key));
}

const fieldsOf = (sections: readonly SectionView[]): FieldView[] => sections.flatMap((section) => section.fields);

function typedValues(sections: readonly SectionView[], tickable: WorkView['tickable'] = {}): [string, Value][] {
  return fieldsOf(sections)
    .filter((field) => field.access !== 'read' && field.field.kind !== 'file' && isEmpty(field.value))
    .map((field) => [field.key, valueFor(field, tickable[field.key]?.map((option) => option.id) ?? [])]);
}

function valueFor({ field }: FieldView, ticks: readonly string[]): Value {
  const options = field.options.map((option) => option.id);
  switch (field.kind) {
    case 'number':
    case 'money':
      return Math.max(field.min ?? 1, 1);
    case 'date':
      return '2026-12-01';
    case 'yesNo':
      return true;
    case 'phone':
      return '15400001234';
    case 'choice':
      return field.display === 'multiple' ? options.slice(0, 1) : (options[0] ?? null);
    case 'department':
      return [...(ticks.length > 0 ? ticks : options)];
    default:
      return '990001020000024548'.slice(0, field.maxLength ?? 18);
  }
}

function completion(work: WorkView) {
  const outcome = work.outcomes.find((one) => one.tone === 'positive') ?? work.outcomes[0];
  const patch = Object.fromEntries(
    typedValues(work.sections, work.tickable).map(([key, value]) => [
      key,
      { value, origin: { type: 'manual' } as const },
    ]),
  );
  return { type: 'complete' as const, activity: work.activity, outcome: outcome?.id ?? '', opinion: 'fine', patch };
}
