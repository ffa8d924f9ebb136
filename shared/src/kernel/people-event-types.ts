/** What people's commands did to a case. Released events keep their meaning for ever. */
import type { Clock } from '../calendar/types.ts';
import type { EndResult, Token } from './event-types.ts';
import type { PersonRef, SignerPlace } from './people-command-types.ts';
import type { Recipient, TaskDraft } from './people-state-types.ts';
import type { Activity, CaseState } from './state-types.ts';

export type PeopleEventBody =
  | {
      readonly type: 'taskHandedOver';
      readonly activity: string;
      /** Where it is now. */
      readonly department: string | null;
      readonly departmentName: string | null;
      readonly post: string | null;
      readonly person: PersonRef | null;
      readonly reason: string;
    }
  /** Whoever does it owns the task from here on. */
  | { readonly type: 'taskDelegated'; readonly activity: string; readonly to: PersonRef; readonly note: string }
  | {
      readonly type: 'taskHandedBack';
      readonly activity: string;
      /** By the owner, before anything came. */
      readonly recalled: boolean;
      readonly opinion: string;
      /** What was prepared, for the owner to go on with; null: the owner's own stays. */
      readonly draft: TaskDraft | null;
    }
  | { readonly type: 'draftSaved'; readonly activity: string; readonly draft: TaskDraft }
  | {
      readonly type: 'consultAsked';
      readonly consult: string;
      readonly activity: string;
      readonly to: Recipient;
      readonly question: string;
      readonly wait: boolean;
      readonly fields: readonly string[] | null;
      readonly budget: Clock['budget'] | null;
    }
  | { readonly type: 'consultAnswered'; readonly consult: string; readonly answer: string }
  | { readonly type: 'consultCancelled'; readonly consult: string; readonly reason: string }
  | {
      readonly type: 'copied';
      readonly copy: string;
      readonly activity: string;
      readonly to: Recipient;
      readonly note: string;
      readonly fields: readonly string[] | null;
    }
  | { readonly type: 'copyRead'; readonly copy: string }
  | { readonly type: 'urged'; readonly activity: string; readonly note: string; readonly count: number }
  /** Others sign around a task: a new activity takes its place, with its token, its clock and its timers. */
  | { readonly type: 'taskShared'; readonly id: string; readonly activity: string }
  | {
      readonly type: 'signerAdded';
      readonly id: string;
      /** Who is gathered: the activity that holds the token for all of them. */
      readonly parent: string;
      /** The task around which they sign; its clock is the signer's too. */
      readonly activity: string;
      readonly where: SignerPlace;
      readonly element: string | null;
      readonly name: string;
      readonly to: Recipient;
      readonly reason: string;
      readonly weight: number;
      /** Whose turn comes only when this one has signed, and those for whom this one waits. */
      readonly holds: readonly string[];
      readonly awaits: readonly string[];
    }
  /** Those for whom it waited have signed or were taken out. */
  | { readonly type: 'turnCame'; readonly activity: string }
  | { readonly type: 'signerRemoved'; readonly activity: string; readonly reason: string }
  | {
      readonly type: 'redispatched';
      readonly activity: string;
      readonly added: readonly string[];
      readonly removed: readonly string[];
      /** A sequence: its elements in turn from now on. */
      readonly planned?: readonly string[];
      readonly reason: string;
    }
  /** A completion is undone with all that followed from it by itself. */
  | {
      readonly type: 'tookBack';
      readonly activity: string;
      /** What it had come to. */
      readonly outcomeName: string;
      /** Tokens that followed from it and go; those that others had put down come back. */
      readonly taken: readonly string[];
      readonly put: readonly Token[];
      /** The step, and what ended or changed with it, as it was before and is again. */
      readonly activities: readonly Activity[];
      /** Straight-back returns and results of ends, where they had changed. */
      readonly returns: CaseState['returns'] | null;
      readonly reached: readonly EndResult[] | null;
      /** The fault that it had led to is gone. */
      readonly repaired: boolean;
    }
  | {
      readonly type: 'caseSuspended';
      readonly reason: string;
      readonly basis: string;
      /** By itself, for a broken promise to hand this material in. */
      readonly material?: string;
    }
  | { readonly type: 'materialPromised'; readonly material: string; readonly until: string; readonly text: string }
  | { readonly type: 'materialSupplemented'; readonly material: string }
  | {
      readonly type: 'materialVerified';
      readonly activity: string;
      readonly material: string;
      readonly version: number;
    }
  /** The day passed without it; `cure`: time to make it good. */
  | { readonly type: 'promiseLapsed'; readonly material: string; readonly cure: Clock['budget'] }
  | { readonly type: 'cureLapsed'; readonly material: string }
  | { readonly type: 'caseResumed'; readonly reason: string };
