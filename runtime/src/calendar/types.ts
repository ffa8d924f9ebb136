/** The working calendar in force, kept in the application's database and handed to the host as a fact. */
import type { Calendar } from '@tongban/shared/calendar';
import type { Result } from '../result.ts';

export interface CalendarArea {
  current(): Promise<Calendar>;
  /** `text`: JSON `{ year, papers[], days[{ name, date, isOffDay }] }` as derived from the State Council's notice. */
  importYear(text: string): Promise<Result<Calendar>>;
}
