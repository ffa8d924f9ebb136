/** What people ask of a case. Names of people and offices in here were looked up by the server, never sent by a client. */
import type { Duration } from '../document/index.ts';
import type { Patch, Remarks } from './command-types.ts';

export interface PersonRef {
  readonly person: string;
  readonly name: string;
}

/** Whom work or a question goes to, as the directory has it now. */
export interface Addressee {
  readonly department: string;
  readonly departmentName: string;
  /** The department's type: the role that a lane names. */
  readonly departmentType: string;
  /** Those who hold this post; null: the post stays as it is, or anyone of the office. */
  readonly post: string | null;
  /** One person of the office, with the posts held there; null: the office. */
  readonly person: (PersonRef & { readonly posts: readonly string[] }) | null;
}

export type SignerPlace = 'before' | 'after' | 'beside';

export type PeopleCommand =
  | { readonly type: 'claim'; readonly activity: string }
  | { readonly type: 'release'; readonly activity: string }
  | {
      readonly type: 'complete';
      readonly activity: string;
      readonly outcome: string;
      readonly opinion: string;
      readonly patch: Patch;
    }
  /** A half-filled form is put by with its task; nothing of it is checked or shown to others. */
  | {
      readonly type: 'saveDraft';
      readonly activity: string;
      readonly outcome: string | null;
      readonly opinion: string;
      readonly patch: Patch;
    }
  | {
      readonly type: 'return';
      readonly activity: string;
      /** Node id: one of the executable's returnTargets. */
      readonly to: string;
      readonly reason: string;
      /** straight: when done again, come straight back here; again: run all steps over again. */
      readonly mode: 'straight' | 'again';
    }
  | { readonly type: 'askCorrection'; readonly activity: string; readonly remarks: Remarks; readonly reason?: string }
  | { readonly type: 'resubmit'; readonly patch: Patch }
  /** 容缺补齐: what was promised comes; the patch fills the material's own field. */
  | { readonly type: 'supplement'; readonly material: string; readonly patch: Patch }
  /** 核验: the step has checked a material. */
  | { readonly type: 'verifyMaterial'; readonly activity: string; readonly material: string }
  | { readonly type: 'reject'; readonly activity: string; readonly reason: string }
  | { readonly type: 'terminate'; readonly reason: string }
  | { readonly type: 'dispute'; readonly field: string; readonly comment: string }
  /** 转办: the task goes to someone else for good. */
  | { readonly type: 'handOver'; readonly activity: string; readonly to: Addressee; readonly reason: string }
  /** 委派: someone of the office prepares it; the owner decides. */
  | { readonly type: 'delegate'; readonly activity: string; readonly to: Addressee; readonly note: string }
  /** The delegate gives it back with what was prepared; from the owner: calls it back. */
  | { readonly type: 'handBack'; readonly activity: string; readonly opinion: string; readonly patch: Patch }
  /**
   * 加签. before (前加签): they sign before this task may be done; after (后加签): when it is done; beside (并加签): at the
   * same time, in a joint signature as one more signer with a vote of their own.
   */
  | {
      readonly type: 'addSigner';
      readonly activity: string;
      readonly where: SignerPlace;
      readonly to: Addressee;
      readonly reason: string;
      /** Votes that they have, where votes are weighed; null: one. */
      readonly weight: number | null;
    }
  /** 减签. `activity`: the task of the signer who is taken out. */
  | { readonly type: 'removeSigner'; readonly activity: string; readonly reason: string }
  /** A dispatch's set changes while it runs. `activity`: the dispatch's own; elements by id. */
  | {
      readonly type: 'redispatch';
      readonly activity: string;
      readonly add: readonly string[];
      readonly remove: readonly string[];
      readonly reason: string;
    }
  /** 征求意见: a person or an office is asked for an opinion. */
  | {
      readonly type: 'consult';
      readonly activity: string;
      readonly to: Addressee;
      readonly question: string;
      readonly deadline: Duration | null;
      /** The step is not completed before the answer came. */
      readonly wait: boolean;
      /** What they may read of what the step reads; null: all of it. */
      readonly fields: readonly string[] | null;
    }
  | { readonly type: 'answerConsult'; readonly consult: string; readonly answer: string }
  | { readonly type: 'cancelConsult'; readonly consult: string; readonly reason: string }
  /** 抄送: others read along; nothing waits for them. */
  | {
      readonly type: 'copyTo';
      readonly activity: string;
      readonly to: readonly Addressee[];
      readonly note: string;
      readonly fields: readonly string[] | null;
    }
  | { readonly type: 'markRead'; readonly copy: string }
  /** 拿回: whoever just completed it has it back, as long as the next has not begun. Needs the past as a fact. */
  | { readonly type: 'takeBack'; readonly activity: string }
  /** 催办: one task, or null for every one that is open. */
  | { readonly type: 'urge'; readonly activity: string | null; readonly note: string }
  /** 撤回: the applicant takes the whole application back. */
  | { readonly type: 'withdraw'; readonly reason: string }
  /** 中止: the whole case stands. By a step in hand that has the power; null: by an administrator. */
  | { readonly type: 'suspend'; readonly activity: string | null; readonly reason: string; readonly basis: string }
  | { readonly type: 'resume'; readonly activity: string | null; readonly reason: string };
export type PeopleCommandType = PeopleCommand['type'];

/** Why a dealing of people with a case was refused, beyond the codes of types.ts. */
export const PEOPLE_REJECTIONS = [
  'assignedToOther',
  'delegatedAway',
  'ownerDecides',
  'addresseeUnfit',
  'sameAddressee',
  'consultOpen',
  'consultClosed',
  'questionRequired',
  'answerRequired',
  'urgedAlready',
  'caseSuspended',
  'notSuspended',
  'basisRequired',
  'tooLateToWithdraw',
  'nextBegun',
  'awaitsOthers',
  'alreadySigned',
  'tooFewSigners',
  'promiseInvalid',
  'noPromiseOpen',
  'materialMissing',
] as const;
