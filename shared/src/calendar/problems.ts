/** What is wrong with a calendar that somebody hands in; words by code are in words/calendar.ts. */
export const CALENDAR_PROBLEMS = [
  'calendarShape',
  'calendarYear',
  'calendarDate',
  'calendarDuplicate',
  'calendarEmpty',
  'calendarHours',
  'calendarSeason',
  'calendarSeasonLength',
  'calendarChanged',
] as const;
export type CalendarProblemCode = (typeof CALENDAR_PROBLEMS)[number];

export interface CalendarProblem {
  readonly code: CalendarProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
}

export function problem(code: CalendarProblemCode, params: CalendarProblem['params'] = {}): CalendarProblem {
  return { code, params };
}

/** What is allowed but worth a second look before it takes effect. */
export const CALENDAR_WARNINGS = [
  'calendarNoPaper',
  'calendarFewDays',
  'calendarWorkOnWeekday',
  'calendarPast',
] as const;
export type CalendarWarningCode = (typeof CALENDAR_WARNINGS)[number];

export interface CalendarWarning {
  readonly code: CalendarWarningCode;
  readonly params: Readonly<Record<string, string | number>>;
}
