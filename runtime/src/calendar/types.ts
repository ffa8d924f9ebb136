/**
 * The working calendars: the national one with its years, and what regions do differently. Kept in the application's
 * database and handed to the host as facts; every change is looked at first, then made, and remembered with who made it.
 */
import type { Calendar, CalendarWarning, ChangedDay, DayKind, NamedDay, OfficeHours } from '@tongban/shared/calendar';
import type { CalendarEffect } from '../hosts/queries.ts';
import type { Page, PageQuery } from '../paging.ts';
import type { Result } from '../result.ts';
import type { Session } from '../session/types.ts';

/** `text`: JSON `{ year, papers[], days[{ name, date, isOffDay }] }` as derived from the State Council's notice. */
export type CalendarChange =
  | { readonly kind: 'year'; readonly text: string }
  /** An imported year goes; what came with the product for it stands again. */
  | { readonly kind: 'removeYear'; readonly year: number }
  /** Region '' is the whole installation. Neither hours nor days: as its parent. */
  | {
      readonly kind: 'region';
      readonly region: string;
      readonly office: OfficeHours | null;
      readonly days: readonly NamedDay[];
    };

/** What a change is about, for words. */
export interface ChangeSubject {
  readonly kind: CalendarChange['kind'];
  readonly year: number | null;
  readonly region: string | null;
  /** Null for the whole installation. */
  readonly regionName: string | null;
}

export interface MoveRow {
  readonly caseId: string;
  readonly number: string;
  readonly title: string;
  readonly regionName: string | null;
  /** Step · office; null: the case's own time. */
  readonly step: string | null;
  readonly before: number;
  readonly after: number;
}

export interface CalendarPreview {
  /** Version of the calendars it was computed against; `change` takes it back. */
  readonly against: string;
  readonly subject: ChangeSubject;
  /** The year has data already, which this replaces. */
  readonly replaces: boolean;
  readonly changed: readonly (ChangedDay & { readonly name: string })[];
  /** Null when the hours stay. */
  readonly office: { readonly before: OfficeHours; readonly after: OfficeHours } | null;
  readonly warnings: readonly CalendarWarning[];
  readonly effect: Omit<CalendarEffect, 'moves'> & { readonly moves: readonly MoveRow[] };
}

export interface CalendarApplied {
  readonly version: string;
  readonly casesMoved: number;
  readonly stepsMoved: number;
}

export interface YearRow {
  readonly year: number;
  readonly off: number;
  readonly work: number;
  readonly papers: readonly string[];
  readonly imported: boolean;
  /** Of an imported year, where it is known. */
  readonly at: number | null;
  readonly personName: string | null;
}

export interface RegionCalendarRow {
  readonly id: string;
  /** Null for the whole installation. */
  readonly name: string | null;
  /** Null for the whole installation only. */
  readonly parent: string | null;
  readonly depth: number;
  readonly office: OfficeHours | null;
  readonly days: readonly NamedDay[];
  /** Hours in force there, its own or inherited. */
  readonly inForce: OfficeHours;
}

export interface CalendarOverview {
  /** The host's now, for what counts as past. */
  readonly now: number;
  readonly offsetMinutes: number;
  readonly years: readonly YearRow[];
  /** Whole installation first, then every region after its parent. */
  readonly regions: readonly RegionCalendarRow[];
}

/** A day that somebody named; all others are Monday to Friday. */
export interface YearDay {
  readonly date: string;
  readonly kind: DayKind;
  readonly name: string;
  /** Null: the national notice; else the region whose own day it is ('' the installation). */
  readonly region: string | null;
}
export interface CalendarYear {
  readonly year: number;
  /** False: no data yet, counted Monday to Friday, due times are provisional. */
  readonly official: boolean;
  readonly days: readonly YearDay[];
}

export interface ChangeRow extends ChangeSubject {
  readonly id: string;
  readonly at: number;
  readonly personName: string;
  readonly daysChanged: number;
  readonly casesMoved: number;
  readonly stepsMoved: number;
  readonly papers: readonly string[];
}

export interface CalendarArea {
  /** In force where this person works. */
  current(session: Session): Promise<Calendar>;
  overview(): Promise<CalendarOverview>;
  year(region: string, year: number): Promise<Result<CalendarYear>>;
  /** What a change would bring; changes nothing. */
  preview(change: CalendarChange): Promise<Result<CalendarPreview>>;
  /** Refused with calendarChanged when the calendars are no longer those of `against`. */
  change(session: Session, change: CalendarChange, against: string): Promise<Result<CalendarApplied>>;
  /** Newest first. */
  changes(query: PageQuery): Promise<Page<ChangeRow>>;
}
