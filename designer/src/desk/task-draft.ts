/** What a clerk has begun on one task and not yet sent: kept per task until it is done. */
import { useKept, type Kept } from '../app/kept.ts';
import type { Values } from '../ui/form/index.ts';

export type DecisionMode = 'decide' | 'correct' | 'return' | 'reject';

export interface TaskDraft {
  readonly mode: DecisionMode;
  readonly outcome: string | null;
  readonly opinion: string;
  readonly values: Values;
  /** Remarks of a correction being written, by field and material id. */
  readonly fields: Readonly<Record<string, string>>;
  readonly materials: Readonly<Record<string, string>>;
  readonly general: string;
  readonly reason: string;
  readonly returnTo: string | null;
  readonly returnMode: 'straight' | 'again';
}

const BEGINNING: TaskDraft = {
  mode: 'decide',
  outcome: null,
  opinion: '',
  values: {},
  fields: {},
  materials: {},
  general: '',
  reason: '',
  returnTo: null,
  returnMode: 'straight',
};

export function useTaskDraft(activity: string): Kept<TaskDraft> {
  return useKept<TaskDraft>(`task.${activity}`, BEGINNING);
}

/** Remarks that say something. */
export function written(remarks: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(remarks)
      .map(([id, text]) => [id, text.trim()] as const)
      .filter(([, text]) => text !== ''),
  );
}
