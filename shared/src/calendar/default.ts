/**
 * The calendar that every installation begins with: mainland China, built from the State Council's notices as the
 * chinese-days package carries them. Later years come by import (year.ts), which also replaces a year that is here.
 */
import data from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { nationalOf, type YearData } from './year.ts';
import type { Calendar, NamedDay } from './types.ts';

function readYears(): readonly YearData[] {
  const byYear = new Map<number, NamedDay[]>();
  const note = (dates: Readonly<Record<string, string>>, isOffDay: boolean): void => {
    for (const [date, names] of Object.entries(dates)) {
      const year = noticeOf(date);
      const name = names.split(',')[1] ?? '';
      byYear.set(year, [...(byYear.get(year) ?? []), { name, date, isOffDay }]);
    }
  };
  note(data.holidays, true);
  note(data.workdays, false);
  return [...byYear].map(([year, days]) => ({ year, papers: [], days })).sort((a, b) => a.year - b.year);
}

/** Days at the end of December are moved for New Year's Day, by the notice of the year to come. */
function noticeOf(date: string): number {
  const year = Number(date.slice(0, 4));
  return date.slice(5) >= '12-27' ? year + 1 : year;
}

let years: readonly YearData[] | null = null;
let built: Calendar | null = null;

/** Years that came with the product, in order. */
export function builtInYears(): readonly YearData[] {
  years ??= readYears();
  return years;
}

/** One shared, unchanging object: its index is built once. */
export function defaultCalendar(): Calendar {
  built ??= nationalOf(builtInYears());
  return built;
}

/** The national calendar with imported years in the place of those that came with the product. */
export function nationalCalendar(imports: readonly YearData[]): Calendar {
  if (imports.length === 0) return defaultCalendar();
  const imported = new Set(imports.map(({ year }) => year));
  return nationalOf([...builtInYears().filter(({ year }) => !imported.has(year)), ...imports]);
}
