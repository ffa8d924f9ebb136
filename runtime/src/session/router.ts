import { z } from 'zod';
import { need, router, unwrap } from '../api/trpc.ts';
import type { Me, SessionOptions } from './types.ts';

export const sessionRouter = router({
  options: need('public').query(({ ctx }): Promise<SessionOptions> => ctx.app.session.options()),
  enter: need('public')
    .input(z.object({ card: z.string().min(1).max(64) }))
    .mutation(async ({ ctx, input }): Promise<{ token: string; me: Me }> =>
      unwrap(await ctx.app.session.enter(input.card)),
    ),
  /** The token is returned in demo mode only; elsewhere it travels in a cookie that scripts cannot read. */
  signIn: need('public')
    .input(z.object({ account: z.string().min(1).max(64), password: z.string().min(1).max(200) }))
    .mutation(async ({ ctx, input }): Promise<{ me: Me; token?: string }> => {
      const entered = unwrap(await ctx.app.session.signIn(input.account, input.password, ctx.transport.address));
      if (ctx.app.mode === 'demo') return entered;
      ctx.transport.setToken(entered.token);
      return { me: entered.me };
    }),
  signOut: need('public').mutation(async ({ ctx }): Promise<Record<string, never>> => {
    if (ctx.transport.token !== null) await ctx.app.session.signOut(ctx.transport.token);
    ctx.transport.setToken(null);
    return {};
  }),
  me: need('signedIn').query(({ ctx }): Me => ctx.app.session.me(ctx.session)),
});
