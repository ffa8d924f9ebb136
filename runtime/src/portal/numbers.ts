/**
 * 办件编号: the code of the lead item in the catalog, the local day, four digits that count up. All in figures, as
 * offices file them; a scenario without a lead item in the catalog has the day and the count alone.
 */
import type { Design } from '@tongban/shared/document';
import type { Db } from '../storage/database.ts';

/** The next number for a case of this scenario. `offsetMinutes`: local time of the installation. */
export async function allotNumber(db: Db, design: Design, at: number, offsetMinutes: number): Promise<string> {
  const code = await leadCode(db, design);
  const day = new Date(at + offsetMinutes * 60_000).toISOString().slice(0, 10).replaceAll('-', '');
  const { last } = await db
    .insertInto('case_number')
    .values({ code, day, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['code', 'day']).doUpdateSet((set) => ({ last: set('case_number.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return `${code}${day}${String(last).padStart(4, '0')}`;
}

async function leadCode(db: Db, design: Design): Promise<string> {
  const lead = Object.values(design.items).find((item) => item.role === 'lead');
  if (!lead) return '';
  const item = await db
    .selectFrom('item')
    .select('code')
    .where('id', '=', lead.item)
    .where('version', '=', lead.version)
    .executeTakeFirst();
  return item?.code ?? '';
}
