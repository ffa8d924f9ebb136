/** 办件编号: `<code>-YYYYMMDD-NNNN`, counted per scenario and local day. */
import type { Db } from '../storage/database.ts';

/** The next number of this scenario on this day. `offsetMinutes`: local time of the installation. */
export async function allotNumber(db: Db, code: string, at: number, offsetMinutes: number): Promise<string> {
  const day = new Date(at + offsetMinutes * 60_000).toISOString().slice(0, 10).replaceAll('-', '');
  const { last } = await db
    .insertInto('case_number')
    .values({ code, day, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['code', 'day']).doUpdateSet((set) => ({ last: set('case_number.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return `${code}-${day}-${String(last).padStart(4, '0')}`;
}
