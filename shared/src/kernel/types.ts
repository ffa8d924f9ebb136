/**
 * The kernel's contract. decide(definition, state, command, facts) → events | rejection; evolve(state, event) → state.
 * Everything is plain JSON. No clock, no random, no IO: they come in as facts. Ids derive from the case's id and the
 * event's number. Instants are UTC epoch milliseconds.
 */
import type { Calendar } from '../calendar/types.ts';
import type { Prim } from '../definition/types.ts';
import type { CaseEvent } from './event-types.ts';
import { PEOPLE_REJECTIONS, type PersonRef } from './people-command-types.ts';
import type { CaseState } from './state-types.ts';

export * from './command-types.ts';
export * from './event-types.ts';
export * from './flow-event-types.ts';
export * from './people-command-types.ts';
export * from './people-event-types.ts';
export * from './people-state-types.ts';
export * from './row-types.ts';
export * from './state-types.ts';
export type { CasePrim, ComputePrim, JobPrim, ScopePrim, WaitPrim } from '../definition/types.ts';

/** The person who acts, with the posts held in the department they act for. */
export interface Actor {
  readonly person: string;
  readonly name: string;
  readonly department: string | null;
  readonly departmentName: string | null;
  readonly posts: readonly string[];
  /** Administrator of this installation: may terminate. */
  readonly admin: boolean;
  /** Supervises: may urge. */
  readonly supervisor?: boolean;
  /** 代理: whom the actor stands in for now, by the directory's word. The authority is theirs, the deed the actor's. */
  readonly onBehalfOf?: Principal;
}

export interface Principal extends PersonRef {
  readonly department: string | null;
  readonly departmentName: string | null;
  readonly posts: readonly string[];
}

/** `system` acts for timers and jobs; nobody can sign in as it. */
export type ActingParty = Actor | 'system';

export interface Facts {
  readonly now: number;
  readonly actor: ActingParty;
  readonly calendar: Calendar;
  /** Registers that cannot be reached now: their fields open for typing (手填待核). */
  readonly registersDown?: readonly string[];
  /** For a command that asks for it (needsPast in past.ts): the case's own record. */
  readonly past?: Past;
}

/** The record from one command on. */
export interface Past {
  /** The case before that command. */
  readonly before: CaseState;
  /** What each command since then did, that one first. */
  readonly turns: readonly (readonly CaseEvent[])[];
}

/** Expected refusals: values, with a code that words/ turns into a clerk's sentence. */
export const REJECTIONS = [
  'notFound',
  'notYours',
  'otherDepartment',
  'notYourPost',
  'gone',
  'alreadyDone',
  'claimedByOther',
  'caseEnded',
  'unknownOutcome',
  'opinionRequired',
  'fieldNotWritable',
  'fieldInvalid',
  'fieldRequired',
  'fieldUnknown',
  'bindingMissing',
  'reasonRequired',
  'returnNotAllowed',
  'powerMissing',
  'correctionOpen',
  'noCorrectionOpen',
  'remarksRequired',
  'notApplicant',
  'timerGone',
  'timerEarly',
  'sameSigner',
  'nothingTicked',
  'notAllowed',
  'nobodyWaits',
  ...PEOPLE_REJECTIONS,
] as const;
export type RejectionCode = (typeof REJECTIONS)[number];
export interface Problem {
  readonly field: string;
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}
export interface Rejection {
  readonly code: RejectionCode;
  /** Names for the sentence, never hidden data. */
  readonly params?: Readonly<Record<string, string | number>>;
  /** Per data key, for fieldInvalid, fieldRequired and fieldNotWritable. */
  readonly problems?: readonly Problem[];
}
export type Decided =
  { readonly ok: true; readonly events: readonly CaseEvent[] } | { readonly ok: false; readonly rejection: Rejection };

/** Steps of automatic routing after which a command is an incident, not a hang. */
export const STEP_BOUND = 10_000;

export type PrimOf<T extends Prim['type']> = Extract<Prim, { type: T }>;
