import { z } from 'zod';
import { need, router } from '../api/trpc.ts';
import type { CaseListRow } from '../cases/types.ts';
import { pageInput, type Page } from '../paging.ts';
import type { Overview } from './types.ts';

const id = z.string().min(1).max(64);

export const supervisionRouter = router({
  overview: need('supervise').query(({ ctx }): Promise<Overview> => ctx.app.supervision.overview(ctx.session)),
  cases: need('supervise')
    .input(
      z.object({
        ...pageInput,
        color: z.enum(['green', 'amber', 'red', 'paused', 'ended']).optional(),
        department: id.optional(),
        code: id.optional(),
        status: z.enum(['running', 'correcting', 'suspended', 'ended']).optional(),
        overdue: z.boolean().optional(),
      }),
    )
    .query(({ ctx, input }): Promise<Page<CaseListRow>> => ctx.app.supervision.cases(ctx.session, input)),
});
