/** Entering and leaving: cards, passwords, tokens that end, doors that close after too many tries. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHttp } from '../src/api/http.ts';
import type { FastifyInstance } from 'fastify';
import { openWorld, PASSWORD, reasonOf, type World } from './world.ts';

let world: World;
let http: FastifyInstance;
beforeAll(async () => {
  world = await openWorld();
  http = await createHttp(world.server, { web: null });
});
afterAll(async () => {
  await http.close();
  await world.close();
});

const call = (path: string, init: { token?: string; body?: unknown } = {}) =>
  http.inject({
    method: init.body === undefined ? 'GET' : 'POST',
    url: `/trpc/${path}`,
    headers: {
      host: '127.0.0.1:1',
      ...(init.token === undefined ? {} : { authorization: `Bearer ${init.token}` }),
      ...(init.body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(init.body === undefined ? {} : { payload: JSON.stringify(init.body) }),
  });
const reason = (body: string): string =>
  (JSON.parse(body) as { error: { data: { reason: string } } }).error.data.reason;
const result = <T>(body: string): T => (JSON.parse(body) as { result: { data: T } }).result.data;

describe('demo mode', () => {
  test('a card enters with one click and gives a token of its own', async () => {
    const options = await (await world.as(null)).session.options();
    expect(options.cards.map((card) => card.name)).toEqual(['ANNA', 'CARL']);
    const entered = await call('session.enter', { body: { card: 'card-anna' } });
    const { token, me } = result<{ token: string; me: { person: string; audiences: string[] } }>(entered.body);
    expect([me.person, me.audiences]).toEqual(['anna', ['portal', 'desk']]);
    const asked = await call('session.me', { token });
    expect(result<{ person: string }>(asked.body).person).toBe('anna');
    await call('session.signOut', { token, body: {} });
    const after = await call('session.me', { token });
    expect([after.statusCode, reason(after.body)]).toEqual([401, 'sessionRequired']);
  });

  test('without a token, with an invented one, or a bare one nothing is answered', async () => {
    for (const token of [undefined, 'invented', '']) {
      const answer = await call('session.me', token === undefined ? {} : { token });
      expect([answer.statusCode, reason(answer.body)]).toEqual([401, 'sessionRequired']);
    }
  });

  test('tokens are kept as digests only', async () => {
    const entered = await call('session.enter', { body: { card: 'card-anna' } });
    const { token } = result<{ token: string }>(entered.body);
    const rows = await world.db.selectFrom('session').select('id').execute();
    expect(rows.map((row) => row.id)).not.toContain(token);
  });

  test('a session ends by itself', async () => {
    const { token } = await (await world.as(null)).session.enter({ card: 'card-anna' });
    await world.db
      .updateTable('session')
      .set({ expires_at: Date.now() - 1 })
      .execute();
    expect((await call('session.me', { token })).statusCode).toBe(401);
  });

  test('answers to loopback names only', async () => {
    const answer = await http.inject({ url: '/health', headers: { host: 'evil.example' } });
    expect(answer.statusCode).toBe(403);
  });
});

describe('passwords', () => {
  test('the right one enters, a wrong one and an unknown account get the same answer', async () => {
    const caller = await world.as(null);
    expect((await caller.session.signIn({ account: 'carl', password: PASSWORD })).me.person).toBe('carl');
    expect(await reasonOf(caller.session.signIn({ account: 'carl', password: 'wrong' }))).toBe('badCredentials');
    expect(await reasonOf(caller.session.signIn({ account: 'nobody', password: 'wrong' }))).toBe('badCredentials');
  });

  test('too many wrong ones close the door, for the right one as well', async () => {
    const caller = await world.as(null);
    for (let i = 0; i < 8; i++) await reasonOf(caller.session.signIn({ account: 'bob', password: 'wrong' }));
    expect(await reasonOf(caller.session.signIn({ account: 'bob', password: PASSWORD }))).toBe('tooManyAttempts');
  });

  test('roles that are taken away are gone with the next request', async () => {
    const { token } = await (await world.as(null)).session.signIn({ account: 'dora', password: PASSWORD });
    expect((await call('designs.list', { token: token ?? '' })).statusCode).toBe(200);
    const admin = await world.as('admin');
    await admin.directory.setPosts({ person: 'dora', posts: [], roles: [] });
    const after = await call('designs.list', { token: token ?? '' });
    expect([after.statusCode, reason(after.body)]).toEqual([403, 'forbidden']);
  });
});

describe('production mode', () => {
  test('sessions are cookies that scripts cannot read; mutations need the header; no cards', async () => {
    const production = await openWorld({ mode: 'production' });
    const server = await createHttp(production.server, { web: null });
    try {
      const post = (path: string, body: unknown, headers: Record<string, string>) =>
        server.inject({
          method: 'POST',
          url: `/trpc/${path}`,
          headers: { 'content-type': 'application/json', ...headers },
          payload: JSON.stringify(body),
        });
      const mine = { 'x-tongban': '1' };
      expect(reason((await post('session.signIn', { account: 'carl', password: PASSWORD }, {})).body)).toBe('csrf');
      expect(reason((await post('session.enter', { card: 'card-anna' }, mine)).body)).toBe('demoOnly');
      const entered = await post('session.signIn', { account: 'carl', password: PASSWORD }, mine);
      expect(entered.body).not.toContain('token');
      const set = String(entered.headers['set-cookie']);
      expect(set).toContain('HttpOnly');
      expect(set).toContain('SameSite=Strict');
      const cookie = set.split(';')[0] ?? '';
      const me = await server.inject({ url: '/trpc/session.me', headers: { cookie } });
      expect(result<{ person: string }>(me.body).person).toBe('carl');
      const bearer = await server.inject({
        url: '/trpc/session.me',
        headers: { authorization: `Bearer ${cookie.split('=')[1] ?? ''}` },
      });
      expect(bearer.statusCode).toBe(401);
      const options = await server.inject({ url: '/trpc/session.options' });
      expect(result<{ demo: boolean; cards: unknown[] }>(options.body)).toMatchObject({ demo: false, cards: [] });
    } finally {
      await server.close();
      await production.close();
    }
  });
});
