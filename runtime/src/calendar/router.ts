import { z } from 'zod';
import type { Calendar } from '@tongban/shared/calendar';
import { need, router, unwrap } from '../api/trpc.ts';

export const calendarRouter = router({
  current: need('signedIn').query(({ ctx }): Promise<Calendar> => ctx.app.calendar.current()),
  importYear: need('admin')
    .input(z.object({ text: z.string().max(200_000) }))
    .mutation(async ({ ctx, input }): Promise<Calendar> => unwrap(await ctx.app.calendar.importYear(input.text))),
});
