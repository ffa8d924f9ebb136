import { z } from 'zod';
import { designSchema, MODULES } from '@tongban/shared/document';
import { need, router, unwrap } from '../api/trpc.ts';
import { DRAFT_TEXT_LIMIT, UPDATE_LIMIT } from './limits.ts';
import type { DesignRow, DraftChange, LoadedDraft } from './types.ts';

const id = z.string().min(1).max(64);
const client = z.string().min(1).max(64);
/** Size is checked by the area, so that the answer says what is too large; this only stops nonsense. */
const base64 = z.string().max(UPDATE_LIMIT * 2);
const text = z.string().max(DRAFT_TEXT_LIMIT);

export const designsRouter = router({
  list: need('design').query(({ ctx }): Promise<readonly DesignRow[]> => ctx.app.designs.list()),
  create: need('design')
    .input(z.object({ title: z.string().trim().min(1).max(200), module: z.enum(MODULES), template: id.optional() }))
    .mutation(async ({ ctx, input }): Promise<{ id: string }> =>
      unwrap(await ctx.app.designs.create(ctx.session, input)),
    ),
  load: need('design')
    .input(z.object({ id }))
    .query(async ({ ctx, input }): Promise<LoadedDraft> => unwrap(await ctx.app.designs.load(input.id))),
  push: need('design')
    .input(z.object({ id, generation: z.number().int().min(1), update: base64, client }))
    .mutation(async ({ ctx, input }): Promise<{ stateVector: string }> =>
      unwrap(await ctx.app.designs.push(ctx.session, input)),
    ),
  changes: need('design')
    .input(z.object({ id, client }))
    .subscription(async function* ({ ctx, input, signal }): AsyncGenerator<DraftChange, void, undefined> {
      unwrap(await ctx.app.designs.load(input.id));
      yield* ctx.app.designs.changes(ctx.session, input.id, input.client, signal ?? new AbortController().signal);
    }),
  importJson: need('design')
    .input(z.object({ text }))
    .mutation(async ({ ctx, input }): Promise<{ id: string }> =>
      unwrap(await ctx.app.designs.importJson(ctx.session, input.text)),
    ),
  exportJson: need('design')
    .input(z.object({ id }))
    .query(async ({ ctx, input }): Promise<{ text: string }> => unwrap(await ctx.app.designs.exportJson(input.id))),
  replaceJson: need('design')
    .input(z.object({ id, base: designSchema, next: text }))
    .mutation(async ({ ctx, input }): Promise<{ update: string }> =>
      unwrap(await ctx.app.designs.replaceJson(ctx.session, input)),
    ),
});
