import type { Design } from '@tongban/shared/document';
import { z } from 'zod';
import { need, router, unwrap } from '../api/trpc.ts';
import type { AudienceRow, FlowPicture, InboxRow, Published, ReleasePreview, ReleaseRow } from './types.ts';

const id = z.string().min(1).max(64);
const departments = z.array(id).max(2000);

export const releasesRouter = router({
  preview: need('design')
    .input(z.object({ design: id, departments }))
    .query(async ({ ctx, input }): Promise<ReleasePreview> =>
      unwrap(await ctx.app.releases.preview(input.design, input.departments)),
    ),
  publish: need('design')
    .input(
      z.object({
        design: id,
        stateVector: z.string().max(200_000),
        departments,
        note: z.string().max(2000).optional(),
      }),
    )
    .mutation(async ({ ctx, input }): Promise<Published> => unwrap(await ctx.app.releases.publish(ctx.session, input))),
  list: need('design')
    .input(z.object({ design: id.optional() }))
    .query(({ ctx, input }): Promise<readonly ReleaseRow[]> => ctx.app.releases.list(input.design)),
  audience: need('design')
    .input(z.object({ design: id }))
    .query(async ({ ctx, input }): Promise<readonly AudienceRow[]> =>
      unwrap(await ctx.app.releases.audience(input.design)),
    ),
  inbox: need('signedIn').query(({ ctx }): Promise<readonly InboxRow[]> => ctx.app.releases.inbox(ctx.session)),
  answer: need('handle')
    .input(z.object({ release: id, answer: z.enum(['confirmed', 'objected']), comment: z.string().max(2000) }))
    .mutation(async ({ ctx, input }): Promise<Record<string, never>> => {
      unwrap(await ctx.app.releases.answer(ctx.session, input));
      return {};
    }),
  document: need('design')
    .input(z.object({ release: id }))
    .query(async ({ ctx, input }): Promise<Design> => unwrap(await ctx.app.releases.document(input.release))),
  definition: need('signedIn')
    .input(z.object({ release: id }))
    .query(async ({ ctx, input }): Promise<FlowPicture> =>
      unwrap(await ctx.app.releases.definition(ctx.session, input.release)),
    ),
});
