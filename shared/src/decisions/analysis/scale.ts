/** How the values of an ordered kind lie on a line, and how a place on the line is shown. */
import { FeelDate, FeelDateTime, FeelDuration, FeelTime } from '../../expressions/index.ts';
import { instantOf, lengthOf } from '../../expressions/temporal.ts';
import type { TableValueKind } from '../schema.ts';

export interface Scale {
  /** Only whole numbers are values. */
  readonly whole: boolean;
  place(value: unknown): number | undefined;
  /** A number, or a text as FEEL writes such values. */
  show(place: number): number | string;
}

const DAY = 86_400_000;

/** `decimals`: of numbers; null where any number is a value. */
export function scaleOf(kind: TableValueKind, decimals: number | null): Scale | null {
  switch (kind) {
    case 'number':
      return decimals === null ? NUMBERS : decimalScale(decimals);
    case 'date':
      return DAYS;
    case 'monthsDuration':
      return MONTHS;
    case 'time':
      return TIMES;
    case 'dateTime':
      return INSTANTS;
    case 'daysDuration':
      return LENGTHS;
    default:
      return null;
  }
}

const NUMBERS: Scale = {
  whole: false,
  place: (value) => (typeof value === 'number' ? value : undefined),
  show: (place) => place,
};

/** Powers of ten are not exact in binary; what differs from a whole number by this little is one. */
const NEARLY = 1e-6;

function decimalScale(decimals: number): Scale {
  const unit = 10 ** decimals;
  return {
    whole: true,
    place(value) {
      if (typeof value !== 'number') return undefined;
      const place = value * unit;
      return Math.abs(place - Math.round(place)) < NEARLY ? Math.round(place) : place;
    },
    show: (place) => place / unit,
  };
}

const iso = (instant: number): string => new Date(instant).toISOString();
/** Beyond these years there is no ISO text of four digits. */
const shownDay = (day: number): string => (Math.abs(day) < 1e8 ? iso(day * DAY).slice(0, 10) : String(day));

const DAYS: Scale = {
  whole: true,
  place: (value) => (value instanceof FeelDate ? instantOf(value) / DAY : undefined),
  show: shownDay,
};

const MONTHS: Scale = {
  whole: true,
  place: (value) =>
    value instanceof FeelDuration && value.yearsMonths ? value.unwrap().years * 12 + value.unwrap().months : undefined,
  show: (place) => `${place < 0 ? '-' : ''}P${Math.abs(place)}M`,
};

const TIMES: Scale = {
  whole: false,
  place: (value) => (value instanceof FeelTime ? instantOf(value) : undefined),
  show: (place) => iso(place).slice(11, 19),
};

const INSTANTS: Scale = {
  whole: false,
  place: (value) => (value instanceof FeelDateTime ? instantOf(value) : undefined),
  show: (place) => iso(place).slice(0, 19),
};

const LENGTHS: Scale = {
  whole: false,
  place: (value) => (value instanceof FeelDuration && !value.yearsMonths ? lengthOf(value) : undefined),
  show: (place) => `${place < 0 ? '-' : ''}PT${Math.abs(place) / 1000}S`,
};
