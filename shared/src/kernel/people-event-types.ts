/** What people's commands did to a case. Released events keep their meaning for ever. */
import type { Clock } from '../calendar/types.ts';
import type { PersonRef } from './people-command-types.ts';
import type { Recipient, TaskDraft } from './people-state-types.ts';

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
  | { readonly type: 'caseSuspended'; readonly reason: string; readonly basis: string }
  | { readonly type: 'caseResumed'; readonly reason: string };
