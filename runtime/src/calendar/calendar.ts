/** The calendar in force: kept in app.db, handed to the host, which recomputes what is open before an import returns. */
import { z } from 'zod';
import { defaultCalendar, importYear, type Calendar } from '@tongban/shared/calendar';
import { fail, ok } from '../result.ts';
import { createSerial } from '../serial.ts';
import type { Db } from '../storage/database.ts';
import { readSetting, writeSetting } from '../storage/settings.ts';
import type { CalendarArea } from './types.ts';

const KEY = 'calendar';

const calendarSchema = z.object({
  version: z.string(),
  offsetMinutes: z.number(),
  hours: z.array(z.object({ from: z.number(), to: z.number() })),
  exceptions: z.record(z.string(), z.enum(['off', 'work'])),
  years: z.array(z.number()),
});

/** The stored calendar, or the one every installation begins with. */
export async function loadCalendar(db: Db): Promise<Calendar> {
  const stored = await readSetting(db, KEY);
  return stored === undefined ? defaultCalendar() : calendarSchema.parse(stored);
}

export function createCalendar(
  db: Db,
  host: { calendar(): Calendar; setCalendar(calendar: Calendar): Promise<void> },
): CalendarArea {
  const serial = createSerial();
  return {
    current: () => Promise.resolve(host.calendar()),
    importYear: (text) =>
      serial(KEY, async () => {
        let json: unknown;
        try {
          json = JSON.parse(text);
        } catch {
          return fail('invalidJson');
        }
        const imported = importYear(host.calendar(), json);
        if (!imported.ok) return fail(imported.problem.code, { params: imported.problem.params });
        await writeSetting(db, KEY, imported.calendar);
        await host.setCalendar(imported.calendar);
        return ok(imported.calendar);
      }),
  };
}
