/**
 * One rehearsed case: the production kernel with invented people and a clock that only moves when told to. Invariant:
 * nothing here decides anything; it asks the kernel, and reads what may be seen from the kernel's view.
 */
import type { Calendar } from '@tongban/shared/calendar';
import type { Executable } from '@tongban/shared/definition';
import type { Design } from '@tongban/shared/document';
import type {
  CaseState,
  CaseView,
  Command,
  Origin,
  Patch,
  Problem,
  Rejection,
  SectionView,
  TimelineEntry,
  Value,
  WorkView,
} from '@tongban/shared/kernel';
import { createRehearsal, type Position } from '@tongban/shared/simulation';
import { sectionsFor } from '../preview/sections.ts';
import { castOf, viewerOf, type CastWords } from './cast.ts';

/** Somebody's turn. */
export interface Turn {
  readonly key: string;
  readonly kind: 'start' | 'work' | 'correction';
  readonly office: string;
  readonly step: string;
  /** Node of the drawing. */
  readonly node: string;
}

export interface SessionSetting {
  readonly design: Design;
  readonly executable: Executable;
  readonly calendar: Calendar;
  /** Instant at which the virtual clock begins. */
  readonly startAt: number;
  readonly words: CastWords & { readonly number: string };
  readonly registerName: (id: string) => string;
  /** What registers bring at the start, by field id. */
  readonly brought: Readonly<Record<string, Value>>;
}

export type Outcome = { readonly ok: true } | { readonly ok: false; readonly rejection: Rejection };
export type Values = Readonly<Record<string, Value>>;
/** A command on the task whose turn it is; the session knows who gives it. */
export type TurnCommand = Extract<Command, { type: 'complete' | 'return' | 'askCorrection' | 'reject' }>;

export interface Session {
  readonly now: () => number;
  readonly state: () => CaseState | null;
  readonly turns: () => readonly Turn[];
  readonly startSections: () => readonly SectionView[];
  readonly work: (key: string) => WorkView | null;
  readonly correction: (key: string) => CaseView['corrections'][number] | null;
  readonly start: (values: Values) => Outcome;
  readonly act: (key: string, command: TurnCommand) => Outcome;
  readonly resubmit: (values: Values) => Outcome;
  readonly advance: (to: number) => void;
  /** Next instant at which something falls due: a timer, or a step's limit; null when nothing runs. */
  readonly nextDue: () => number | null;
  readonly timeline: () => readonly TimelineEntry[];
  readonly positions: () => readonly Position[];
  /** Nodes that were finished. */
  readonly done: () => ReadonlySet<string>;
  /** Edges of the drawing on which a token stood so far. */
  readonly walked: () => ReadonlySet<string>;
}

const START = 'start';
const MINUTE = 60_000;

export const manualPatch = (values: Values): Patch =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, { value, origin: { type: 'manual' as const } }]),
  );

export function createSession(setting: SessionSetting): Session {
  const { design, executable, calendar, startAt, words, registerName, brought } = setting;
  const cast = castOf(executable, words);
  const rehearsal = createRehearsal({ identity: 'rehearsal', executable }, calendar, startAt);
  const startPrim = executable.prims[executable.start];
  const startSections = sectionsFor(design, { place: executable.start, registerName, at: startAt, brought });

  const shared = (): Patch => {
    const patch: Record<string, { value: Value; origin: Origin }> = {};
    for (const field of executable.fields) {
      const value = brought[field.id];
      const hidden = field.access[executable.start] === 'hidden';
      if (field.source.type !== 'shared' || value === undefined || hidden) continue;
      const { register } = field.source;
      const origin: Origin = { type: 'shared', register, registerName: registerName(register), at: startAt };
      patch[field.id] = { value, origin };
    }
    return patch;
  };

  const activityOf = (key: string) => rehearsal.state()?.activities[key];
  const viewFor = (key: string): CaseView | null => {
    const activity = activityOf(key);
    return activity ? rehearsal.view(viewerOf(cast.handlerOf(activity), 'handler')) : null;
  };
  const applicantView = () => rehearsal.view(viewerOf(cast.applicant, 'applicant'));
  const outcome = (submitted: ReturnType<typeof rehearsal.submit>): Outcome =>
    submitted.ok ? { ok: true } : { ok: false, rejection: submitted.rejection };

  return {
    now: () => rehearsal.now(),
    state: () => rehearsal.state(),
    startSections: () => startSections,
    turns() {
      const state = rehearsal.state();
      const applicantOffice = cast.applicant.departmentName ?? cast.applicant.name;
      if (!state) {
        const step = startPrim?.type === 'start' ? startPrim.name : '';
        return [{ key: START, kind: 'start', office: applicantOffice, step, node: executable.start }];
      }
      if (state.status === 'ended') return [];
      return Object.values(state.activities).flatMap((activity): Turn[] => {
        if (activity.kind !== 'work') return [];
        const { id: key, node, name: step } = activity;
        if (activity.status === 'correcting') return [{ key, kind: 'correction', office: applicantOffice, step, node }];
        if (activity.status !== 'open') return [];
        return [{ key, kind: 'work', office: activity.departmentName ?? applicantOffice, step, node }];
      });
    },
    work: (key) => viewFor(key)?.work.find((one) => one.activity === key) ?? null,
    correction(key) {
      const asked = rehearsal.state()?.corrections.find((one) => one.activity === key && one.answeredAt === null);
      return applicantView()?.corrections.find((one) => one.id === asked?.id) ?? null;
    },
    start: (values) =>
      outcome(
        rehearsal.submit(
          {
            type: 'start',
            caseId: 'rehearsal',
            release: 'rehearsal',
            version: 1,
            number: words.number,
            region: 'rehearsal',
            bindings: cast.bindings,
            patch: { ...shared(), ...manualPatch(values) },
            trial: true,
          },
          cast.applicant,
        ),
      ),
    act(key, command) {
      const activity = activityOf(key);
      if (!activity) return { ok: false, rejection: { code: 'gone' } };
      return outcome(rehearsal.submit(command, cast.handlerOf(activity)));
    },
    resubmit: (values) => outcome(rehearsal.submit({ type: 'resubmit', patch: manualPatch(values) }, cast.applicant)),
    advance: (to) => void rehearsal.advance(to),
    nextDue() {
      const state = rehearsal.state();
      if (!state || state.status === 'ended') return null;
      const now = rehearsal.now();
      const limits = Object.keys(state.activities).flatMap((key) => {
        const clock = viewFor(key)?.work.find((one) => one.activity === key)?.clock;
        return clock && clock.state !== 'paused' && clock.dueAt > now ? [clock.dueAt + MINUTE] : [];
      });
      const timer = rehearsal.nextTimerAt();
      const due = [...limits, ...(timer === null ? [] : [timer])].sort((a, b) => a - b)[0];
      return due ?? null;
    },
    timeline: () =>
      rehearsal.view({ person: 'observer', department: null, posts: [], roles: ['admin'] })?.timeline ?? [],
    positions: () => rehearsal.positions(),
    done() {
      const activities = Object.values(rehearsal.state()?.activities ?? {});
      return new Set([
        ...(activities.length > 0 ? [executable.start] : []),
        ...activities.filter((one) => one.status === 'done').map((one) => one.node),
      ]);
    },
    walked: () =>
      new Set(
        rehearsal
          .events()
          .flatMap((event) => (event.type === 'tokensMoved' ? event.put.map((token) => token.edge) : []))
          .filter((edge) => design.flow.edges[edge] !== undefined),
      ),
  };
}

/** Problems of a refused command at the fields they concern. */
export const problemsOf = (result: Outcome): readonly Problem[] => (result.ok ? [] : (result.rejection.problems ?? []));
