import { z } from 'zod';
import { MODULES } from '@tongban/shared/document';
import type { Problem } from '@tongban/shared/kernel';
import { need, router, unwrap } from '../api/trpc.ts';
import { valueSchema } from '../cases/input.ts';
import type { CaseListRow } from '../cases/types.ts';
import { pageInput, type Page } from '../paging.ts';
import type { Application, DraftRow, ScenarioPage, ScenarioRow } from './types.ts';

const id = z.string().min(1).max(64);

export const portalRouter = router({
  modules: need('apply').query(({ ctx }): Promise<readonly { module: string; count: number }[]> =>
    ctx.app.portal.modules(ctx.session),
  ),
  scenarios: need('apply')
    .input(z.object({ ...pageInput, search: z.string().max(100).optional(), module: z.enum(MODULES).optional() }))
    .query(({ ctx, input }): Promise<Page<ScenarioRow>> => ctx.app.portal.scenarios(ctx.session, input)),
  scenario: need('apply')
    .input(z.object({ code: id }))
    .query(async ({ ctx, input }): Promise<ScenarioPage> =>
      unwrap(await ctx.app.portal.scenario(ctx.session, input.code)),
    ),
  open: need('apply')
    .input(z.object({ code: id }))
    .mutation(async ({ ctx, input }): Promise<Application> =>
      unwrap(await ctx.app.portal.open(ctx.session, input.code)),
    ),
  application: need('apply')
    .input(z.object({ id }))
    .query(async ({ ctx, input }): Promise<Application> =>
      unwrap(await ctx.app.portal.application(ctx.session, input.id)),
    ),
  identify: need('apply')
    .input(z.object({ id, key: z.string().trim().min(1).max(64) }))
    .mutation(async ({ ctx, input }): Promise<Application> =>
      unwrap(await ctx.app.portal.identify(ctx.session, input.id, input.key)),
    ),
  save: need('apply')
    .input(z.object({ id, values: z.record(z.string().max(160), valueSchema) }))
    .mutation(async ({ ctx, input }): Promise<{ savedAt: number; problems: readonly Problem[] }> =>
      unwrap(await ctx.app.portal.save(ctx.session, input.id, input.values)),
    ),
  submit: need('apply')
    .input(z.object({ id, key: z.string().min(8).max(128) }))
    .mutation(async ({ ctx, input }): Promise<{ caseId: string; number: string }> =>
      unwrap(await ctx.app.portal.submit(ctx.session, input.id, input.key)),
    ),
  mine: need('apply')
    .input(z.object({ ...pageInput, status: z.enum(['running', 'correcting', 'suspended', 'ended']).optional() }))
    .query(({ ctx, input }): Promise<Page<CaseListRow>> => ctx.app.portal.mine(ctx.session, input)),
  drafts: need('apply').query(({ ctx }): Promise<readonly DraftRow[]> => ctx.app.portal.drafts(ctx.session)),
});
