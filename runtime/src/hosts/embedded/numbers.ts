/** Case numbers: the local date as YYYYMMDD and a count over the day, without gaps (`202611230001`). */
import type { Calendar } from '@tongban/shared/calendar';
import type { Store } from './store.ts';

const DIGITS = 4;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

export class CaseNumbers {
  readonly #store: Store;
  /** The day looked at last; nearly always the same. */
  #index = NaN;
  #day = '';

  constructor(store: Store) {
    this.#store = store;
  }

  /**
   * The next number of the day that `now` lies in. `taken` holds the last count by day where the open batch went on
   * from what is stored; whoever uses the number calls `take`.
   */
  next(taken: ReadonlyMap<string, number>, now: number, calendar: Calendar): string {
    const day = this.#dayOf(now, calendar);
    return `${day}${String(this.#last(taken, day) + 1).padStart(DIGITS, '0')}`;
  }

  take(taken: Map<string, number>, now: number, calendar: Calendar): void {
    const day = this.#dayOf(now, calendar);
    taken.set(day, this.#last(taken, day) + 1);
  }

  #last(taken: ReadonlyMap<string, number>, day: string): number {
    return taken.get(day) ?? this.#store.lastNumber(day);
  }

  #dayOf(now: number, calendar: Calendar): string {
    const local = now + calendar.offsetMinutes * MINUTE;
    const index = Math.floor(local / DAY);
    if (index !== this.#index) {
      this.#index = index;
      this.#day = new Date(local).toISOString().slice(0, 10).replaceAll('-', '');
    }
    return this.#day;
  }
}
