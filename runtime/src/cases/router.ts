import { z } from 'zod';
import type { CaseView } from '@tongban/shared/kernel';
import { need, router, unwrap } from '../api/trpc.ts';
import { pageInput, type Page } from '../paging.ts';
import { commandSchema } from './input.ts';
import type { CaseChange, CaseListRow, NextStep } from './types.ts';

const id = z.string().min(1).max(64);

export const casesRouter = router({
  view: need('signedIn')
    .input(z.object({ id }))
    .query(async ({ ctx, input }): Promise<CaseView> => unwrap(await ctx.app.cases.view(ctx.session, input.id))),
  act: need('signedIn')
    .input(z.object({ id, command: commandSchema, key: z.string().min(8).max(128) }))
    .mutation(async ({ ctx, input }): Promise<{ view: CaseView; next: readonly NextStep[] }> =>
      unwrap(await ctx.app.cases.act(ctx.session, input)),
    ),
  next: need('signedIn')
    .input(z.object({ id }))
    .query(async ({ ctx, input }): Promise<readonly NextStep[]> =>
      unwrap(await ctx.app.cases.next(ctx.session, input.id)),
    ),
  office: need('handle')
    .input(
      z.object({
        ...pageInput,
        status: z.enum(['running', 'correcting', 'ended']).optional(),
        search: z.string().max(100).optional(),
      }),
    )
    .query(({ ctx, input }): Promise<Page<CaseListRow>> => ctx.app.cases.office(ctx.session, input)),
  changes: need('signedIn')
    .input(z.object({}).optional())
    .subscription(async function* ({ ctx, signal }): AsyncGenerator<CaseChange, void, undefined> {
      yield* ctx.app.cases.changes(ctx.session, signal ?? new AbortController().signal);
    }),
});
