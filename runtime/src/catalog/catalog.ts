/** The catalog: items and data elements from app.db, registers from the sharing port, templates from disk. */
import type { CompileContext } from '@tongban/shared/compiler';
import { countsOf } from '@tongban/shared/compiler';
import type { Design } from '@tongban/shared/document';
import type { Directory } from '../directory/directory.ts';
import { fromCursor, pageOf, PAGE_DEFAULT, toCursor } from '../paging.ts';
import type { SharingArea } from '../sharing/types.ts';
import type { Db } from '../storage/database.ts';
import type { CatalogArea, ElementRow } from './types.ts';

export interface CatalogDeps {
  readonly db: Db;
  readonly directory: Directory;
  readonly sharing: Pick<SharingArea, 'registers'>;
  readonly templates: readonly Design[];
}
export interface Catalog extends CatalogArea {
  template(code: string): Promise<Design | null>;
}

export function createCatalog({ db, directory, sharing, templates }: CatalogDeps): Catalog {
  return {
    async items(query) {
      const limit = query.limit ?? PAGE_DEFAULT;
      let select = db
        .selectFrom('item')
        .selectAll()
        .orderBy('id')
        .orderBy('version')
        .limit(limit + 1);
      const after = fromCursor(query.cursor, 2);
      if (after) {
        const [id, version] = [String(after[0]), Number(after[1])];
        select = select.where((where) =>
          where.or([where('id', '>', id), where.and([where('id', '=', id), where('version', '>', version)])]),
        );
      }
      const search = query.search?.replace(/[%_]/g, '');
      if (search) {
        select = select.where((where) =>
          where.or([where('name', 'like', `%${search}%`), where('code', 'like', `%${search}%`)]),
        );
      }
      return pageOf(
        await select.execute(),
        limit,
        (row) => toCursor([row.id, row.version]),
        (row) => ({ ...row, published: row.published === 1 }),
      );
    },
    async elements(search) {
      const rows = await db.selectFrom('element').select('json').orderBy('position').execute();
      const elements = rows.map((row) => JSON.parse(row.json) as ElementRow);
      return search ? elements.filter((element) => element.name.includes(search)) : elements;
    },
    registers: () => Promise.resolve(sharing.registers().map(({ id, name, attributes }) => ({ id, name, attributes }))),
    templates: () =>
      Promise.resolve(
        templates.map((design) => ({
          code: design.meta.code,
          title: design.meta.title,
          module: design.meta.module,
          summary: design.meta.summary ?? '',
          nodes: Object.keys(design.flow.nodes).length,
          fields: countsOf(design).fields,
        })),
      ),
    template: (code) => Promise.resolve(templates.find((design) => design.meta.code === code) ?? null),
    async context(): Promise<CompileContext> {
      const rows = await db.selectFrom('item').selectAll().orderBy('version').execute();
      const { types } = await directory.book();
      return {
        items: Object.fromEntries(
          rows.map((row) => [row.id, { version: row.version, name: row.name, published: row.published === 1 }]),
        ),
        departmentTypes: [...types.keys()],
        registers: Object.fromEntries(
          sharing
            .registers()
            .map(({ id, name, attributes }) => [id, { name, attributes: attributes.map((attribute) => attribute.id) }]),
        ),
      };
    },
  };
}
