import { z } from 'zod';
import { need, router, unwrap } from '../api/trpc.ts';
import { pageInput } from '../paging.ts';
import type { DeskPage } from './types.ts';

export const deskRouter = router({
  inbox: need('handle')
    .input(
      z.object({
        ...pageInput,
        scope: z.enum(['open', 'done', 'copies']),
        color: z.enum(['green', 'amber', 'red', 'paused']).optional(),
        search: z.string().max(100).optional(),
      }),
    )
    .query(({ ctx, input }): Promise<DeskPage> => ctx.app.desk.inbox(ctx.session, input)),
  phrases: need('handle').query(({ ctx }): Promise<readonly string[]> => ctx.app.desk.phrases(ctx.session)),
  addPhrase: need('handle')
    .input(z.object({ text: z.string().trim().min(1).max(500) }))
    .mutation(async ({ ctx, input }): Promise<Record<string, never>> => {
      unwrap(await ctx.app.desk.addPhrase(ctx.session, input.text));
      return {};
    }),
});
