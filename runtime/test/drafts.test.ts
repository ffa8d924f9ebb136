/** Drafts on the server: what is merged, what is refused before it is, who hears of it, what survives a restart. */
import * as Y from 'yjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { draftRoot, readDraft, SCHEMA_VERSION, writeDesign, type Design } from '@tongban/shared/document';
import { createDrafts } from '../src/designs/drafts.ts';
import { DEPTH_LIMIT, UPDATE_LIMIT } from '../src/designs/limits.ts';
import { DESIGN, draftOf, openWorld, reasonOf, type Caller, type World } from './world.ts';

let world: World;
let designer: Caller;
let id: string;
beforeAll(async () => {
  world = await openWorld();
  designer = await world.as('designer');
  id = await draftOf(world);
});
afterAll(() => world.close());

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
async function opened(): Promise<Y.Doc> {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Buffer.from((await designer.designs.load({ id })).update, 'base64'));
  return doc;
}
async function edit(change: (doc: Y.Doc) => void): Promise<string> {
  const doc = await opened();
  const before = Y.encodeStateVector(doc);
  change(doc);
  return base64(Y.encodeStateAsUpdate(doc, before));
}
const retitle = (title: string) => (doc: Y.Doc) => {
  const { design } = readDraft(doc);
  writeDesign(doc, { ...design, meta: { ...design.meta, title } }, 'test');
};
const push = (update: string, generation = 1) => designer.designs.push({ id, generation, update, client: 'w1' });
const titleNow = async (): Promise<string> => readDraft(await opened()).design.meta.title;

describe('an edit', () => {
  test('is merged, kept, and survives a restart', async () => {
    await push(await edit(retitle('One')));
    expect(await titleNow()).toBe('One');
    const again = await createDrafts(world.db, () => 0).open(id);
    expect(again.ok && readDraft(again.value.doc).design.meta.title).toBe('One');
    expect((await designer.designs.list())[0]).toMatchObject({ title: 'One', open: true, latestVersion: null });
  });

  test('survives the folding of a long log', async () => {
    for (let i = 0; i < 120; i++) await push(await edit(retitle(`Title ${i}`)));
    const rows = await world.db.selectFrom('design_update').select('seq').execute();
    expect(rows.length).toBeLessThan(100);
    const again = await createDrafts(world.db, () => 0).open(id);
    expect(again.ok && readDraft(again.value.doc).design.meta.title).toBe('Title 119');
  });

  test('reaches the other window but not its own', async () => {
    const ending = new AbortController();
    const mine: string[] = [];
    const theirs: string[] = [];
    const session = await world.server.inner.directory.person('dora');
    if (!session) throw new Error('no designer');
    const listen = async (client: string, into: string[]): Promise<void> => {
      for await (const message of world.app.designs.changes(session, id, client, ending.signal)) {
        if ('update' in message) into.push(message.update);
        if ('presence' in message) into.push(message.presence.map((one) => one.name).join());
      }
    };
    const both = Promise.all([listen('w1', mine), listen('w2', theirs)]);
    await expect.poll(() => [mine.length, theirs.length]).toEqual([3, 2]);
    const update = await edit(retitle('Seen'));
    await push(update);
    await expect.poll(() => theirs.at(-1)).toBe(update);
    ending.abort();
    await both;
    expect(mine).not.toContain(update);
    expect(mine).toContain('DORA');
  });
});

describe('refused before it is merged', () => {
  test('an older generation, an oversized update, nonsense', async () => {
    const update = await edit(retitle('Never'));
    expect(await reasonOf(push(update, 2))).toBe('staleDraft');
    expect(await reasonOf(push(base64(new Uint8Array(UPDATE_LIMIT + 1))))).toBe('tooLarge');
    expect(await reasonOf(push(base64(new Uint8Array([9, 9, 9, 255]))))).toBe('invalidInput');
    expect(await titleNow()).not.toBe('Never');
  });

  test('what nests too deep, another root, a newer schema, another scenario code', async () => {
    const deep = await edit((doc) => {
      let map = draftRoot(doc);
      for (let i = 0; i <= DEPTH_LIMIT; i++) map = map.set('deeper', new Y.Map<unknown>()) as Y.Map<unknown>;
    });
    expect(await reasonOf(push(deep))).toBe('tooDeep');
    expect(await reasonOf(push(await edit((doc) => void doc.getMap('other').set('x', 1))))).toBe('invalidInput');
    const newer = await edit((doc) => void draftRoot(doc).set('schemaVersion', SCHEMA_VERSION + 1));
    expect(await reasonOf(push(newer))).toBe('newerSchema');
    const renamed = await edit((doc) => {
      const { design } = readDraft(doc);
      writeDesign(doc, { ...design, meta: { ...design.meta, code: 'other' } }, 'test');
    });
    expect(await reasonOf(push(renamed))).toBe('conflict');
    expect(Object.keys((await opened()).toJSON())).toEqual(['design']);
  });

  test('an update that builds on edits which never came', async () => {
    const doc = await opened();
    retitle('First')(doc);
    const between = Y.encodeStateVector(doc);
    retitle('Second')(doc);
    expect(await reasonOf(push(base64(Y.encodeStateAsUpdate(doc, between))))).toBe('invalidInput');
  });
});

describe('as JSON', () => {
  test('goes out and comes back as another scenario', async () => {
    const { text } = await designer.designs.exportJson({ id });
    const copy = await designer.designs.importJson({ text });
    const again = JSON.parse((await designer.designs.exportJson(copy)).text) as Design;
    expect(again.meta.code).toBe(`${DESIGN.meta.code}-2`);
    expect(again.flow).toEqual((JSON.parse(text) as Design).flow);
  });

  test('what cannot be read says why and where', async () => {
    const failure = async (text: string): Promise<unknown> => {
      const session = await world.server.inner.directory.person('dora');
      return session && world.app.designs.importJson(session, text);
    };
    expect(await failure('{ "a": }')).toMatchObject({ reason: 'invalidJson', params: { where: '1:8' } });
    expect(await failure('{"schemaVersion":99}')).toMatchObject({ reason: 'newerSchema', params: { version: 99 } });
    const broken = JSON.stringify({ ...DESIGN, meta: { code: 'x' } });
    expect(await failure(broken)).toMatchObject({ reason: 'invalidDesign', problems: [{ field: 'meta.title' }, {}] });
  });

  test('an edit against its base keeps what others changed; the same place is a conflict', async () => {
    const base = JSON.parse((await designer.designs.exportJson({ id })).text) as Design;
    await push(await edit(retitle('Theirs')));
    const summary = { ...base, meta: { ...base.meta, summary: 'mine' } };
    await designer.designs.replaceJson({ id, base, next: JSON.stringify(summary) });
    const now = readDraft(await opened()).design;
    expect([now.meta.title, now.meta.summary]).toEqual(['Theirs', 'mine']);
    const clash = { ...base, meta: { ...base.meta, title: 'Mine' } };
    expect(await reasonOf(designer.designs.replaceJson({ id, base, next: JSON.stringify(clash) }))).toBe('conflict');
    expect(await titleNow()).toBe('Theirs');
  });

  test('a new scenario begins blank or from a template', async () => {
    const blank = await designer.designs.create({ title: 'Blank', module: 'approval' });
    expect((JSON.parse((await designer.designs.exportJson(blank)).text) as Design).flow.nodes).toEqual({});
    const template = await designer.designs.create({ title: 'Like it', module: 'party', template: 'leave' });
    const made = JSON.parse((await designer.designs.exportJson(template)).text) as Design;
    expect([made.meta.title, Object.keys(made.flow.nodes).length]).toEqual(['Like it', 6]);
  });
});
