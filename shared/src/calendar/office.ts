/** Office hours that somebody hands in: what they must keep, so that every working day is equally long. */
import { z } from 'zod';
import { lengthOf } from './days.ts';
import { problem, type CalendarProblem } from './problems.ts';
import type { OfficeHours, OfficeSpan, Season } from './types.ts';

const DAY_MINUTES = 24 * 60;
const MOST_SPANS = 4;
const MOST_SEASONS = 4;

const spanSchema = z.object({ from: z.number().int(), to: z.number().int() });
const hoursSchema = z.array(spanSchema).max(MOST_SPANS).readonly();
const seasonSchema = z.object({ from: z.string().max(5), to: z.string().max(5), hours: hoursSchema });
export const officeSchema = z.object({
  hours: hoursSchema,
  seasons: z.array(seasonSchema).max(MOST_SEASONS).readonly().optional(),
});

/** Null: these hours can be used. Seasons begin and end on days that every year has, and do not overlap. */
export function officeProblem({ hours, seasons = [] }: OfficeHours): CalendarProblem | null {
  if (!inOrder(hours)) return problem('calendarHours');
  for (const season of seasons) {
    const { from, to } = season;
    if (!isMonthDay(from) || !isMonthDay(to)) return problem('calendarSeason', { from, to });
    if (!inOrder(season.hours)) return problem('calendarHours');
    if (lengthOf(season.hours) !== lengthOf(hours)) return problem('calendarSeasonLength', { from, to });
  }
  const parts = seasons.flatMap(halves).sort((a, b) => (a.from < b.from ? -1 : 1));
  const overlapping = parts.find((part, i) => i > 0 && part.from <= (parts[i - 1]?.to ?? ''));
  return overlapping ? problem('calendarSeason', { from: overlapping.from, to: overlapping.to }) : null;
}

function inOrder(hours: readonly OfficeSpan[]): boolean {
  let last = -1;
  for (const { from, to } of hours) {
    if (from <= last || from < 0 || to <= from || to > DAY_MINUTES) return false;
    last = to;
  }
  return hours.length > 0;
}

function isMonthDay(text: string): boolean {
  if (!/^\d{2}-\d{2}$/.test(text)) return false;
  const date = `2023-${text}`;
  const read = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().slice(0, 10) === date;
}

/** A season over the turn of the year as the two parts of one year. */
function halves({ from, to }: Season): readonly Pick<Season, 'from' | 'to'>[] {
  if (from <= to) return [{ from, to }];
  return [
    { from, to: '12-31' },
    { from: '01-01', to },
  ];
}
