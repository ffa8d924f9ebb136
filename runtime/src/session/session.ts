/**
 * Accounts and sessions. Passwords are argon2id hashes; a session is a random token, kept here only as digest and with
 * an end. Posts and roles are read from the directory for every request, so that a change works at once.
 */
import { hash, verify } from '@node-rs/argon2';
import { audiencesOf } from '../api/permission.ts';
import type { Directory } from '../directory/directory.ts';
import { digest, newToken } from '../ids.ts';
import { fail, ok } from '../result.ts';
import type { Db } from '../storage/database.ts';
import { createAttempts } from './attempts.ts';
import { AUDIENCES, type Audience, type Me, type Session, type SessionArea } from './types.ts';

/** Hours a session lasts. */
const SESSION_HOURS = 12;

export interface SessionDeps {
  readonly db: Db;
  readonly directory: Directory;
  readonly mode: 'demo' | 'production';
  /** The product's clock, told to the client. */
  readonly now: () => number;
  /** Real time: sessions end by the wall clock even when the product's clock is set. */
  readonly wall: () => number;
}

const meOf = (session: Session): Me => ({
  person: session.person,
  name: session.name,
  department: session.department && { id: session.department.id, name: session.department.name },
  posts: session.posts,
  roles: session.roles,
  audiences: audiencesOf(session),
  elder: false,
});

const isAudience = (text: string): text is Audience => (AUDIENCES as readonly string[]).includes(text);

export function createSessions({ db, directory, mode, now, wall }: SessionDeps): SessionArea {
  const attempts = createAttempts(wall);
  /** Verified against when the account does not exist, so that the answer takes as long. */
  const nobody = hash(newToken());

  const begin = async (session: Session): Promise<{ token: string; me: Me }> => {
    const token = newToken();
    const at = wall();
    await db.deleteFrom('session').where('expires_at', '<', at).execute();
    await db
      .insertInto('session')
      .values({
        id: digest(token),
        person: session.person,
        created_at: at,
        expires_at: at + SESSION_HOURS * 3_600_000,
      })
      .execute();
    return { token, me: meOf(session) };
  };

  return {
    async options() {
      if (mode !== 'demo') return { demo: false, now: now(), cards: [] };
      const rows = await db
        .selectFrom('card')
        .innerJoin('person', 'person.id', 'card.person')
        .leftJoin('department', 'department.id', 'person.department')
        .select([
          'card.id',
          'card.person',
          'card.title',
          'card.audience',
          'card.line',
          'person.name',
          'department.name as department',
        ])
        .orderBy('card.position')
        .execute();
      return {
        demo: true,
        now: now(),
        cards: rows.flatMap(({ audience, department, ...row }) =>
          isAudience(audience) ? [{ ...row, audience, department: department ?? '' }] : [],
        ),
      };
    },
    async enter(card) {
      if (mode !== 'demo') return fail('demoOnly');
      const row = await db.selectFrom('card').select('person').where('id', '=', card).executeTakeFirst();
      const session = row ? await directory.person(row.person) : null;
      return session ? ok(await begin(session)) : fail('notFound');
    },
    async signIn(account, password, address) {
      const keys = [`account ${account}`, `address ${address}`];
      if (!attempts.allowed(keys)) return fail('tooManyAttempts');
      const row = await db.selectFrom('account').selectAll().where('account', '=', account).executeTakeFirst();
      const matches = await verify(row?.hash ?? (await nobody), password).catch(() => false);
      const session = row && matches ? await directory.person(row.person) : null;
      if (!session) {
        attempts.failed(keys);
        return fail('badCredentials');
      }
      attempts.succeeded(`account ${account}`);
      return ok(await begin(session));
    },
    async signOut(token) {
      await db.deleteFrom('session').where('id', '=', digest(token)).execute();
    },
    async resolve(token) {
      const row = await db
        .selectFrom('session')
        .select(['person', 'expires_at'])
        .where('id', '=', digest(token))
        .executeTakeFirst();
      if (row === undefined || row.expires_at <= wall()) return null;
      return directory.person(row.person);
    },
    me: meOf,
  };
}
