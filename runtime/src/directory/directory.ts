/**
 * Rules and storage of the directory. Readings are cached as one immutable book, dropped on every write; other areas ask
 * this book and never the tables.
 */
import { hash } from '@node-rs/argon2';
import { newId } from '../ids.ts';
import { fromCursor, pageOf, PAGE_DEFAULT, toCursor } from '../paging.ts';
import { fail, ok } from '../result.ts';
import { ROLES, type Named, type Role, type Session } from '../session/types.ts';
import type { Db } from '../storage/database.ts';
import { makeBook, type DirectoryBook } from './book.ts';
import type { DirectoryArea, PersonRow } from './types.ts';

export interface Directory extends DirectoryArea {
  book(): Promise<DirectoryBook>;
  /** The person as a session sees them; null when nobody has this id. */
  person(id: string): Promise<Session | null>;
  /** People of a department who hold `post` (any post when null). */
  holders(department: string, post: string | null): Promise<readonly string[]>;
  /** Call after writing the tables from outside this area's functions (sample data). */
  refresh(): void;
}

const isRole = (role: string): role is Role => (ROLES as readonly string[]).includes(role);

export interface DirectoryEvents {
  /** A region came: those who keep something by region hear of it before the answer. */
  readonly regionsChanged: () => Promise<void>;
}

export function createDirectory(db: Db, events: DirectoryEvents): Directory {
  let cached: Promise<DirectoryBook> | null = null;

  const readBook = async (): Promise<DirectoryBook> => {
    const regions = await db.selectFrom('region').selectAll().orderBy('id').execute();
    const types = await db.selectFrom('department_type').selectAll().orderBy('id').execute();
    const departments = await db.selectFrom('department').selectAll().orderBy('id').execute();
    return makeBook(regions, types, departments);
  };
  const book = (): Promise<DirectoryBook> => (cached ??= readBook());

  const postsOf = async (people: readonly string[]): Promise<Map<string, Named[]>> => {
    const rows = await db
      .selectFrom('person_post')
      .leftJoin('post', 'post.id', 'person_post.post')
      .select(['person_post.person', 'person_post.post', 'post.name'])
      .where('person_post.person', 'in', people.length > 0 ? [...people] : [''])
      .orderBy('person_post.post')
      .execute();
    const found = new Map<string, Named[]>();
    for (const row of rows) {
      const list = found.get(row.person) ?? [];
      list.push({ id: row.post, name: row.name ?? row.post });
      found.set(row.person, list);
    }
    return found;
  };
  const rolesOf = async (people: readonly string[]): Promise<Map<string, Role[]>> => {
    const rows = await db
      .selectFrom('person_role')
      .selectAll()
      .where('person', 'in', people.length > 0 ? [...people] : [''])
      .orderBy('role')
      .execute();
    const found = new Map<string, Role[]>();
    for (const row of rows) if (isRole(row.role)) found.set(row.person, [...(found.get(row.person) ?? []), row.role]);
    return found;
  };

  return {
    book,
    refresh() {
      cached = null;
    },
    async person(id) {
      const row = await db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst();
      if (row === undefined) return null;
      const { departments } = await book();
      const department = row.department === null ? null : (departments.get(row.department) ?? null);
      return {
        person: row.id,
        name: row.name,
        department,
        region: department?.region ?? row.region,
        posts: (await postsOf([id])).get(id) ?? [],
        roles: (await rolesOf([id])).get(id) ?? [],
      };
    },
    async holders(department, post) {
      let query = db.selectFrom('person').select('person.id').where('person.department', '=', department);
      if (post !== null) {
        query = query.where('person.id', 'in', (sub) =>
          sub.selectFrom('person_post').select('person').where('post', '=', post),
        );
      }
      return (await query.orderBy('person.id').execute()).map((row) => row.id);
    },
    async departments(query) {
      const { departments, regions, types } = await book();
      const limit = query.limit ?? PAGE_DEFAULT;
      const after = query.cursor ?? '';
      const search = query.search ?? '';
      const found = [...departments.values()].filter((row) => row.id > after && row.name.includes(search));
      return pageOf(
        found.slice(0, limit + 1),
        limit,
        (row) => row.id,
        (row) => ({
          ...row,
          typeName: types.get(row.type) ?? row.type,
          regionName: regions.get(row.region)?.name ?? row.region,
        }),
      );
    },
    types: async () => [...(await book()).types].map(([id, name]) => ({ id, name })),
    posts: () => db.selectFrom('post').selectAll().orderBy('id').execute(),
    regions: async () => [...(await book()).regions.values()],
    async people(query) {
      const limit = query.limit ?? PAGE_DEFAULT;
      let select = db
        .selectFrom('person')
        .leftJoin('account', 'account.person', 'person.id')
        .select(['person.id', 'person.name', 'person.department', 'person.region', 'account.account'])
        .orderBy('person.id')
        .limit(limit + 1);
      const after = fromCursor(query.cursor, 1);
      if (after) select = select.where('person.id', '>', String(after[0]));
      if (query.search) select = select.where('person.name', 'like', `%${query.search.replace(/[%_]/g, '')}%`);
      const found = await select.execute();
      const ids = found.map((row) => row.id);
      const [posts, roles, { departments, regions }] = await Promise.all([postsOf(ids), rolesOf(ids), book()]);
      return pageOf(
        found,
        limit,
        (row) => toCursor([row.id]),
        (row): PersonRow => ({
          id: row.id,
          name: row.name,
          account: row.account ?? '',
          department: row.department,
          departmentName: row.department === null ? null : (departments.get(row.department)?.name ?? null),
          region: row.region,
          regionName: regions.get(row.region ?? '')?.name ?? null,
          posts: posts.get(row.id) ?? [],
          roles: roles.get(row.id) ?? [],
        }),
      );
    },
    async addRegion(input) {
      if (input.parent !== null && !(await book()).regions.has(input.parent)) {
        return fail('invalidInput', { params: { what: 'parent' } });
      }
      const id = newId();
      await db
        .insertInto('region')
        .values({ id, ...input })
        .execute();
      cached = null;
      await events.regionsChanged();
      return ok({ id });
    },
    async addType({ name }) {
      const id = newId();
      await db.insertInto('department_type').values({ id, name }).execute();
      cached = null;
      return ok({ id });
    },
    async addPost({ name }) {
      const id = newId();
      await db.insertInto('post').values({ id, name }).execute();
      return ok({ id });
    },
    async addDepartment(input) {
      const known = await book();
      if (!known.types.has(input.type)) return fail('invalidInput', { params: { what: 'type' } });
      if (!known.regions.has(input.region)) return fail('invalidInput', { params: { what: 'region' } });
      if (input.parent !== null && !known.departments.has(input.parent)) {
        return fail('invalidInput', { params: { what: 'parent' } });
      }
      const id = newId();
      await db
        .insertInto('department')
        .values({ id, ...input })
        .execute();
      cached = null;
      return ok({ id });
    },
    async addPerson(input) {
      const known = await book();
      if (input.department !== null && !known.departments.has(input.department)) {
        return fail('invalidInput', { params: { what: 'department' } });
      }
      const region = input.department === null ? input.region : null;
      const applies = input.department === null && input.roles.length === 0;
      if (region === null ? applies : !known.regions.has(region)) {
        return fail('invalidInput', { params: { what: 'region' } });
      }
      const id = newId();
      const secret = await hash(input.password);
      return db.transaction().execute(async (tx) => {
        const taken = await tx
          .selectFrom('account')
          .select('account')
          .where('account', '=', input.account)
          .executeTakeFirst();
        if (taken) return fail('conflict', { params: { what: 'account' } });
        await tx.insertInto('person').values({ id, name: input.name, department: input.department, region }).execute();
        await tx.insertInto('account').values({ account: input.account, person: id, hash: secret, demo: 0 }).execute();
        for (const post of new Set(input.posts))
          await tx.insertInto('person_post').values({ person: id, post }).execute();
        for (const role of new Set(input.roles))
          await tx.insertInto('person_role').values({ person: id, role }).execute();
        return ok({ id });
      });
    },
    async setPosts(input) {
      const { region } = input;
      if (region !== undefined && !(await book()).regions.has(region)) {
        return fail('invalidInput', { params: { what: 'region' } });
      }
      return db.transaction().execute(async (tx) => {
        const known = await tx.selectFrom('person').select('id').where('id', '=', input.person).executeTakeFirst();
        if (!known) return fail('notFound');
        if (region !== undefined) {
          await tx
            .updateTable('person')
            .set({ region })
            .where('id', '=', input.person)
            .where('department', 'is', null)
            .execute();
        }
        await tx.deleteFrom('person_post').where('person', '=', input.person).execute();
        await tx.deleteFrom('person_role').where('person', '=', input.person).execute();
        for (const post of new Set(input.posts)) {
          await tx.insertInto('person_post').values({ person: input.person, post }).execute();
        }
        for (const role of new Set(input.roles)) {
          await tx.insertInto('person_role').values({ person: input.person, role }).execute();
        }
        return ok(null);
      });
    },
  };
}
