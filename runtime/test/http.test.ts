/** The server on a real socket: live updates that end with their reader, the web application's addresses and headers. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHttp } from '../src/api/http.ts';
import { draftOf, openWorld, PASSWORD, type World } from './world.ts';

let world: World;
let http: FastifyInstance;
let address: string;
const web = mkdtempSync(join(tmpdir(), 'tongban-web-'));
beforeAll(async () => {
  mkdirSync(join(web, 'assets'));
  writeFileSync(join(web, 'index.html'), '<html>the page</html>');
  writeFileSync(join(web, 'assets', 'part-abc.js'), 'export {};');
  world = await openWorld();
  http = await createHttp(world.server, { web });
  address = await http.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await http.close();
  await world.close();
  rmSync(web, { recursive: true });
});

describe('the web application', () => {
  test('answers every address with the page, which is asked for anew each time', async () => {
    for (const path of ['/', '/studio/some/place', '/case/1']) {
      const page = await fetch(address + path, { headers: { accept: 'text/html' } });
      expect([page.status, await page.text()], path).toEqual([200, '<html>the page</html>']);
      expect(page.headers.get('cache-control')).toBe('no-cache');
      expect(page.headers.get('x-content-type-options')).toBe('nosniff');
      expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    }
  });

  test('keeps files with a digest for ever, and has no page where a file is missing', async () => {
    const part = await fetch(`${address}/assets/part-abc.js`);
    expect(part.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await fetch(`${address}/assets/none.js`)).status).toBe(404);
    expect((await fetch(`${address}/../../etc/passwd`, { headers: { accept: 'text/plain' } })).status).toBe(404);
  });
});

describe('live updates', () => {
  test('come over the wire, and a reader that leaves is gone for the others', async () => {
    const id = await draftOf(world);
    const entered = await world.app.session.signIn('dora', PASSWORD, 'test');
    if (!entered.ok) throw new Error(entered.reason);
    const session = await world.app.session.resolve(entered.value.token);
    if (!session) throw new Error('no session');

    const watching = new AbortController();
    const rooms: number[] = [];
    const watcher = (async () => {
      const other = { ...session, person: 'other', name: 'Other' };
      for await (const message of world.app.designs.changes(other, id, 'w', watching.signal)) {
        if ('presence' in message) rooms.push(message.presence.length);
      }
    })();
    const query = new URLSearchParams({
      connectionParams: JSON.stringify({ token: entered.value.token }),
      input: JSON.stringify({ id, client: 'c' }),
    });
    const leaving = new AbortController();
    const stream = await fetch(`${address}/trpc/designs.changes?${query.toString()}`, { signal: leaving.signal });
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    const reader = stream.body?.getReader();
    let text = '';
    while (!text.includes('presence')) text += new TextDecoder().decode((await reader?.read())?.value);
    expect(text).toContain('DORA');
    await expect.poll(() => rooms.at(-1)).toBe(2);
    leaving.abort();
    await expect.poll(() => rooms.at(-1), { timeout: 5000 }).toBe(1);
    watching.abort();
    await watcher;
  });

  test('without a session there are none', async () => {
    const query = new URLSearchParams({ input: '{}' });
    const stream = await fetch(`${address}/trpc/cases.changes?${query.toString()}`);
    expect(await stream.text()).toContain('sessionRequired');
  });
});

describe('what is too much', () => {
  test('a body over the limit, a batch without end, nonsense', async () => {
    const post = (path: string, body: string) =>
      fetch(`${address}/trpc/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    expect((await post('session.enter', JSON.stringify({ card: 'x'.repeat(21 * 1024 * 1024) }))).status).toBe(413);
    const many = Array.from({ length: 100 }, () => 'session.options').join(',');
    expect((await fetch(`${address}/trpc/${many}?batch=1&input={}`)).status).toBe(400);
    const nonsense = await post('session.enter', '{');
    expect(nonsense.status).toBe(400);
    expect(await nonsense.text()).not.toMatch(/SyntaxError|at .*\.ts/);
    expect(world.bugs).toEqual([]);
  });
});
