import { z } from 'zod';
import { officeSchema, type Calendar } from '@tongban/shared/calendar';
import { need, router, unwrap } from '../api/trpc.ts';
import { pageInput, type Page } from '../paging.ts';
import type { CalendarApplied, CalendarOverview, CalendarPreview, CalendarYear, ChangeRow } from './types.ts';

const region = z.string().max(64);
const year = z.number().int().min(1970).max(2200);
const day = z.object({ name: z.string().trim().max(100), date: z.string().max(20), isOffDay: z.boolean() });
const change = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('year'), text: z.string().max(200_000) }),
  z.object({ kind: z.literal('removeYear'), year }),
  z.object({
    kind: z.literal('region'),
    region,
    office: officeSchema.nullable(),
    days: z.array(day).max(1000).readonly(),
  }),
]);

export const calendarRouter = router({
  current: need('signedIn').query(({ ctx }): Promise<Calendar> => ctx.app.calendar.current(ctx.session)),
  overview: need('admin').query(({ ctx }): Promise<CalendarOverview> => ctx.app.calendar.overview()),
  year: need('admin')
    .input(z.object({ region, year }))
    .query(async ({ ctx, input }): Promise<CalendarYear> =>
      unwrap(await ctx.app.calendar.year(input.region, input.year)),
    ),
  preview: need('admin')
    .input(z.object({ change }))
    .mutation(async ({ ctx, input }): Promise<CalendarPreview> => unwrap(await ctx.app.calendar.preview(input.change))),
  change: need('admin')
    .input(z.object({ change, against: z.string().max(100) }))
    .mutation(async ({ ctx, input }): Promise<CalendarApplied> =>
      unwrap(await ctx.app.calendar.change(ctx.session, input.change, input.against)),
    ),
  changes: need('admin')
    .input(z.object(pageInput))
    .query(({ ctx, input }): Promise<Page<ChangeRow>> => ctx.app.calendar.changes(input)),
});
