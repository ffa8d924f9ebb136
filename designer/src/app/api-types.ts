/**
 * What the server answers, by name. Pages type their data with these; trpc.ts holds them against the router.
 * Instants are epoch milliseconds; `leftMinutes` are working minutes.
 */
import type { CaseResult, FileRef, SectionView } from '@tongban/shared/kernel';

export type Audience = 'studio' | 'portal' | 'desk' | 'supervise' | 'admin';
export interface DemoCard {
  readonly id: string;
  readonly person: string;
  readonly name: string;
  readonly title: string;
  readonly department: string;
  readonly audience: Audience;
  readonly line: string;
}
export interface SessionOptions {
  readonly demo: boolean;
  readonly now: number;
  readonly cards: readonly DemoCard[];
}
export interface Named {
  readonly id: string;
  readonly name: string;
}
export interface Me {
  readonly person: string;
  readonly name: string;
  readonly department: Named | null;
  readonly posts: readonly Named[];
  readonly roles: readonly ('designer' | 'supervisor' | 'admin')[];
  readonly audiences: readonly Audience[];
  readonly elder: boolean;
}
export type StateColor = 'green' | 'amber' | 'red' | 'paused';
export interface CaseListRow {
  readonly caseId: string;
  readonly number: string;
  readonly title: string;
  readonly code: string;
  readonly subject: string;
  readonly applicantName: string;
  readonly status: 'running' | 'correcting' | 'ended';
  readonly result: CaseResult | null;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly promisedAt: number | null;
  readonly color: StateColor | 'ended';
  readonly leftMinutes: number | null;
  readonly overdue: boolean;
  readonly dueAt: number | null;
  readonly provisional: boolean;
  readonly where: readonly string[];
}
export interface DeskRow {
  readonly activity: string;
  readonly caseId: string;
  readonly number: string;
  readonly title: string;
  readonly stepName: string;
  readonly subject: string;
  readonly applicantName: string;
  readonly color: StateColor | 'ended';
  readonly leftMinutes: number | null;
  readonly overdue: boolean;
  readonly dueAt: number | null;
  readonly provisional: boolean;
  readonly claimedByName: string | null;
  readonly mine: boolean;
  readonly status: 'open' | 'correcting' | 'done' | 'cancelled';
  readonly startedAt: number;
  readonly endedAt: number | null;
}
export interface NextStep {
  readonly kind: 'task' | 'correction' | 'ended';
  readonly stepName: string;
  readonly departmentName: string | null;
  readonly card: string | null;
  readonly caseId: string;
}
export interface Application {
  readonly id: string;
  readonly release: string;
  readonly code: string;
  readonly title: string;
  readonly sections: readonly SectionView[];
  readonly subjectKey: string | null;
  readonly savedAt: number | null;
  readonly registerDown: readonly string[];
  readonly version: number;
}
export type UploadTarget = { readonly for: 'application' | 'case'; readonly id: string };
export type Upload = (field: string, file: File) => Promise<FileRef>;
