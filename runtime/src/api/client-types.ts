/** The web's only way into this package: types, nothing that runs. */
export type { AppRouter } from './router.ts';
export type { ErrorData } from './trpc.ts';
export type { Reason } from '../result.ts';
export type { Page } from '../paging.ts';
export type { Audience, DemoCard, Me, Named, Role, SessionOptions } from '../session/types.ts';
export type { DepartmentRow, NewDepartment, NewPerson, PersonRow, RegionRow } from '../directory/types.ts';
export type { ElementRow, ItemRow, RegisterRow, TemplateRow } from '../catalog/types.ts';
export type { DesignRow, DraftChange, LoadedDraft } from '../designs/types.ts';
export type {
  Answer,
  AudienceRow,
  BindingRow,
  FlowPicture,
  InboxRow,
  Published,
  ReleasePreview,
  ReleaseRow,
} from '../releases/types.ts';
export type { Application, DraftRow, ScenarioPage, ScenarioRow } from '../portal/types.ts';
export type {
  CalendarApplied,
  CalendarChange,
  CalendarOverview,
  CalendarPreview,
  CalendarYear,
  ChangeRow,
  RegionCalendarRow,
  YearDay,
  YearRow,
} from '../calendar/types.ts';
export type { CaseChange, CaseCommand, CaseListRow, Color, NextStep } from '../cases/types.ts';
export type { DeskPage, DeskQuery, DeskRow } from '../desk/types.ts';
export type { Overview, SupervisionQuery } from '../supervision/types.ts';
export type { RegisterStatus } from '../sharing/types.ts';
export type { Sentence } from '@tongban/shared/compiler';
