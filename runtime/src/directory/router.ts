import { z } from 'zod';
import { need, router, unwrap } from '../api/trpc.ts';
import { pageInput, type Page } from '../paging.ts';
import { ROLES, type Named } from '../session/types.ts';
import type { DepartmentRow, PersonRow, RegionRow } from './types.ts';

const id = z.string().min(1).max(64);
const name = z.string().trim().min(1).max(200);
const search = z.string().max(100).optional();
const posts = z.array(id).max(50);
const roles = z.array(z.enum(ROLES)).max(ROLES.length);

export const directoryRouter = router({
  departments: need('signedIn')
    .input(z.object({ ...pageInput, search }))
    .query(({ ctx, input }): Promise<Page<DepartmentRow>> => ctx.app.directory.departments(input)),
  types: need('signedIn').query(({ ctx }): Promise<readonly Named[]> => ctx.app.directory.types()),
  posts: need('signedIn').query(({ ctx }): Promise<readonly Named[]> => ctx.app.directory.posts()),
  regions: need('signedIn').query(({ ctx }): Promise<readonly RegionRow[]> => ctx.app.directory.regions()),
  people: need('admin')
    .input(z.object({ ...pageInput, search }))
    .query(({ ctx, input }): Promise<Page<PersonRow>> => ctx.app.directory.people(input)),
  addRegion: need('admin')
    .input(z.object({ name, parent: id.nullable() }))
    .mutation(async ({ ctx, input }): Promise<{ id: string }> => unwrap(await ctx.app.directory.addRegion(input))),
  addType: need('admin')
    .input(z.object({ name }))
    .mutation(async ({ ctx, input }): Promise<{ id: string }> => unwrap(await ctx.app.directory.addType(input))),
  addPost: need('admin')
    .input(z.object({ name }))
    .mutation(async ({ ctx, input }): Promise<{ id: string }> => unwrap(await ctx.app.directory.addPost(input))),
  addDepartment: need('admin')
    .input(z.object({ name, type: id, region: id, parent: id.nullable() }))
    .mutation(async ({ ctx, input }): Promise<{ id: string }> => unwrap(await ctx.app.directory.addDepartment(input))),
  addPerson: need('admin')
    .input(
      z.object({
        name,
        account: z.string().trim().min(2).max(64),
        password: z.string().min(8).max(200),
        department: id.nullable(),
        region: id.nullable().default(null),
        posts,
        roles,
      }),
    )
    .mutation(async ({ ctx, input }): Promise<{ id: string }> => unwrap(await ctx.app.directory.addPerson(input))),
  setPosts: need('admin')
    .input(z.object({ person: id, posts, roles, region: id.optional() }))
    .mutation(async ({ ctx, input }): Promise<Record<string, never>> => {
      unwrap(await ctx.app.directory.setPosts(input));
      return {};
    }),
});
