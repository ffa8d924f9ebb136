import { z } from 'zod';
import { need, router, unwrap } from '../api/trpc.ts';
import type { RegisterStatus } from './types.ts';

export const sharingRouter = router({
  status: need('signedIn').query(({ ctx }): Promise<readonly RegisterStatus[]> => ctx.app.sharing.status()),
  setUp: need('switchRegisters')
    .input(z.object({ register: z.string().min(1).max(64), up: z.boolean() }))
    .mutation(async ({ ctx, input }): Promise<Record<string, never>> => {
      unwrap(await ctx.app.sharing.setUp(input.register, input.up));
      return {};
    }),
});
