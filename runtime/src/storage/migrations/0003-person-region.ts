/** Where people live who belong to no department: their region decides which offices handle what they apply for. */
import type { Kysely } from 'kysely';

export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema.alterTable('person').addColumn('region', 'text').execute();
}
