/** Every migration of app.db, in order. A released one is never edited. */
import type { Migration } from 'kysely';
import * as initial from './0001-initial.ts';
import * as calendar from './0002-calendar.ts';
import * as personRegion from './0003-person-region.ts';

export const MIGRATIONS: Record<string, Migration> = {
  '0001-initial': initial,
  '0002-calendar': calendar,
  '0003-person-region': personRegion,
};
