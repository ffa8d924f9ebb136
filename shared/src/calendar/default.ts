/**
 * The calendar that every installation begins with: mainland China, built from the State Council's notices as the
 * chinese-days package carries them. Only years with data are listed; later ones come by import (import.ts).
 */
import data from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { dayOfDate, weekdayOf } from './days.ts';
import { versionOf } from './version.ts';
import type { Calendar } from './types.ts';

function build(): Calendar {
  const exceptions: Record<string, 'off' | 'work'> = {};
  const years = new Set<number>();
  const note = (dates: Readonly<Record<string, string>>, kind: 'off' | 'work'): void => {
    for (const date of Object.keys(dates)) {
      const day = dayOfDate(date);
      if (day === null) throw new Error(`Expected a date in the holiday data but found ${date}`);
      const weekday = weekdayOf(day);
      const usual = weekday === 0 || weekday === 6 ? 'off' : 'work';
      if (usual !== kind) exceptions[date] = kind;
      years.add(Number(date.slice(0, 4)));
    }
  };
  note(data.holidays, 'off');
  note(data.workdays, 'work');
  const base = {
    offsetMinutes: 480,
    hours: [
      { from: 8 * 60 + 30, to: 12 * 60 },
      { from: 14 * 60, to: 17 * 60 + 30 },
    ],
    exceptions,
    years: [...years].sort((a, b) => a - b),
  };
  return { ...base, version: versionOf(base) };
}

let built: Calendar | null = null;

/** One shared, unchanging object: its index is built once. */
export function defaultCalendar(): Calendar {
  built ??= build();
  return built;
}
