/** Working time: imported years, what regions do differently, and who changed what. */
import type { Kysely } from 'kysely';

export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('calendar_year')
    .addColumn('year', 'integer', (c) => c.primaryKey())
    .addColumn('papers', 'text', (c) => c.notNull())
    .addColumn('days', 'text', (c) => c.notNull())
    .addColumn('at', 'integer', (c) => c.notNull())
    .addColumn('person_name', 'text', (c) => c.notNull())
    .execute();
  await schema
    .createTable('calendar_region')
    .addColumn('region', 'text', (c) => c.primaryKey())
    .addColumn('office', 'text', (c) => c.notNull())
    .addColumn('days', 'text', (c) => c.notNull())
    .execute();
  await schema
    .createTable('calendar_change')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('year', 'integer')
    .addColumn('region', 'text')
    .addColumn('region_name', 'text')
    .addColumn('at', 'integer', (c) => c.notNull())
    .addColumn('person', 'text', (c) => c.notNull())
    .addColumn('person_name', 'text', (c) => c.notNull())
    .addColumn('version', 'text', (c) => c.notNull())
    .addColumn('days_changed', 'integer', (c) => c.notNull())
    .addColumn('cases_moved', 'integer', (c) => c.notNull())
    .addColumn('steps_moved', 'integer', (c) => c.notNull())
    .addColumn('papers', 'text', (c) => c.notNull())
    .execute();
}
