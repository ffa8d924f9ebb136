/** Uploads: what a field takes, who may put and who may read, what never stays on disk. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FileRef } from '@tongban/shared/kernel';
import { openWeb, type Web } from './http.ts';
import { draftOf, ID_NUMBER, openWorld, publish, reasonOf, type World } from './world.ts';

let world: World;
let web: Web;
let application: string;
beforeAll(async () => {
  world = await openWorld();
  web = await openWeb(world);
  await publish(world, await draftOf(world));
  application = (await (await world.as('applicant')).portal.open({ code: 'leave' })).id;
});
afterAll(async () => {
  await web.http.close();
  await world.close();
});

const PDF = { name: '证明 1.pdf', content: Buffer.from('%PDF-1.7 small') };
const target = (field = 'paper'): string => `for=application&id=${application}&field=${field}`;
const reason = (body: string): string => (JSON.parse(body) as { reason: string }).reason;

describe('an upload', () => {
  test('goes with the application into the case, readable as its field is', async () => {
    const applicant = await world.as('applicant');
    const stored = await web.upload('applicant', target(), PDF);
    expect(stored.status).toBe(200);
    const ref = JSON.parse(stored.body) as FileRef;
    expect(ref).toMatchObject({ name: '证明 1.pdf', bytes: PDF.content.byteLength });
    expect((await web.download('applicant', ref.id)).body).toBe('%PDF-1.7 small');
    expect((await web.download('colleague', ref.id)).status).toBe(404);

    // Name and size come from what is stored, whatever the client says.
    await applicant.portal.identify({ id: application, key: ID_NUMBER });
    const saved = await applicant.portal.save({
      id: application,
      values: { phone: '154', paper: [{ id: ref.id, name: 'other.exe', bytes: 1 }] },
    });
    expect(saved.problems).toEqual([]);
    await applicant.portal.submit({ id: application, key: 'key-12345' });
    expect((await web.download('checker', ref.id)).status).toBe(200);
    expect((await web.download('colleague', ref.id)).status).toBe(200);
    for (const role of ['closer', 'otherApplicant', 'supervisor', 'citizen'] as const) {
      expect((await web.download(role, ref.id)).status, role).toBe(404);
    }
    expect((await web.download(null, ref.id)).status).toBe(401);
  });
});

describe('refused', () => {
  beforeAll(async () => {
    application = (await (await world.as('applicant')).portal.open({ code: 'leave' })).id;
  });

  test('a forbidden type, a disguised one, an empty or an oversized file; nothing stays', async () => {
    const before = readdirSync(join(world.folder, 'files'), { recursive: true }).length;
    const put = async (name: string, content: Buffer): Promise<string> =>
      reason((await web.upload('applicant', target(), { name, content })).body);
    expect(await put('a.exe', PDF.content)).toBe('fileType');
    expect(await put('a.pdf', Buffer.from('MZ not a pdf'))).toBe('fileType');
    expect(await put('a.pdf', Buffer.alloc(0))).toBe('fileType');
    const large = await web.upload('applicant', target(), { name: 'a.pdf', content: Buffer.alloc(200_000, '%PDF') });
    expect([large.status, reason(large.body)]).toEqual([413, 'tooLarge']);
    const after = readdirSync(join(world.folder, 'files'), { recursive: true }) as string[];
    expect(after.filter((name) => name.startsWith('arriving')).length).toBe(0);
    expect(after.filter((name) => name.length > 20).length).toBeLessThanOrEqual(before);
  });

  test('another person’s draft, a field that takes no file, no session, no target', async () => {
    const put = async (role: Parameters<Web['upload']>[0], query: string): Promise<string> =>
      reason((await web.upload(role, query, PDF)).body);
    expect(await put('colleague', target())).toBe('notFound');
    expect(await put('applicant', target('phone'))).toBe('fieldNotWritable');
    expect(await put(null, target())).toBe('sessionRequired');
    expect(await put('applicant', 'for=application')).toBe('invalidInput');
    expect(await put('checker', `for=case&id=none&field=paper`)).toBe('notFound');
  });

  test('naming a file of another place does not open it', async () => {
    const stored = JSON.parse((await web.upload('applicant', target(), PDF)).body) as FileRef;
    const colleague = await world.as('colleague');
    const own = await colleague.portal.open({ code: 'leave' });
    const saved = await colleague.portal.save({ id: own.id, values: { paper: [stored] } });
    expect(saved.problems).toEqual([{ field: 'paper', code: 'fileUnknown' }]);
    expect((await web.download('colleague', stored.id)).status).toBe(404);
    expect(await reasonOf(colleague.portal.application({ id: application }))).toBe('notFound');
  });
});
