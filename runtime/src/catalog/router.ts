import { z } from 'zod';
import type { CompileContext } from '@tongban/shared/compiler';
import { need, router } from '../api/trpc.ts';
import { pageInput, type Page } from '../paging.ts';
import type { ElementRow, ItemRow, RegisterRow, TemplateRow } from './types.ts';

const search = z.string().max(100).optional();

export const catalogRouter = router({
  items: need('design')
    .input(z.object({ ...pageInput, search }))
    .query(({ ctx, input }): Promise<Page<ItemRow>> => ctx.app.catalog.items(input)),
  elements: need('design')
    .input(z.object({ search }))
    .query(({ ctx, input }): Promise<readonly ElementRow[]> => ctx.app.catalog.elements(input.search)),
  registers: need('design').query(({ ctx }): Promise<readonly RegisterRow[]> => ctx.app.catalog.registers()),
  templates: need('design').query(({ ctx }): Promise<readonly TemplateRow[]> => ctx.app.catalog.templates()),
  context: need('design').query(({ ctx }): Promise<CompileContext> => ctx.app.releases.context()),
});
