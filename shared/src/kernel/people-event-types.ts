/** What people's commands did to a case. Released events keep their meaning for ever. */
import type { PersonRef } from './people-command-types.ts';
import type { TaskDraft } from './people-state-types.ts';

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
  | { readonly type: 'draftSaved'; readonly activity: string; readonly draft: TaskDraft };
