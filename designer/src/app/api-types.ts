/** What the server answers, by name, for pages to type their data with. Instants are epoch ms, `leftMinutes` working minutes. */
import type { FileRef } from '@tongban/shared/kernel';

export type {
  Application,
  Audience,
  CaseCommand,
  CaseListRow,
  Color,
  DemoCard,
  DeskRow,
  InboxRow,
  Me,
  Named,
  NextStep,
  Overview,
  Role,
  ScenarioRow,
  SessionOptions,
} from '@tongban/runtime/api';

/** Stores a file under a field and answers with its reference. */
export type Upload = (field: string, file: File) => Promise<FileRef>;
