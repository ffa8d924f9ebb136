/** What a case remembers of people's dealings with it beyond the steps themselves. Absent until it first happens. */
import type { Clock } from '../calendar/types.ts';
import type { Value } from './command-types.ts';
import type { PersonRef, SignerPlace } from './people-command-types.ts';

/** 草稿: what its writer has put by; not the case's data. */
export interface TaskDraft {
  readonly by: string;
  readonly at: number;
  readonly outcome: string | null;
  readonly opinion: string;
  readonly values: Readonly<Record<string, Value>>;
}

/** One stretch of a task in somebody's hands: who had it until then, and why it went on. */
export interface Hand {
  readonly at: number;
  readonly byName: string;
  readonly department: string | null;
  readonly departmentName: string | null;
  readonly post: string | null;
  readonly person: PersonRef | null;
  readonly reason: string;
}

export interface Delegation {
  readonly owner: PersonRef;
  readonly to: PersonRef;
  readonly note: string;
  readonly at: number;
}

export interface AddedSigner {
  readonly by: PersonRef;
  readonly where: SignerPlace;
  readonly reason: string;
  readonly weight: number;
}

/** Where something was sent: an office, those of a post in it, or one person of it. */
export interface Recipient {
  readonly department: string;
  readonly departmentName: string;
  readonly post: string | null;
  readonly person: PersonRef | null;
}

/** 征求意见. Open until it is answered or called off, its step is cancelled, or the case ends. */
export interface Consult {
  readonly id: string;
  readonly activity: string;
  readonly to: Recipient;
  readonly question: string;
  readonly wait: boolean;
  readonly fields: readonly string[] | null;
  readonly askedAt: number;
  readonly askedBy: PersonRef;
  readonly clock: Clock | null;
  readonly answer: { readonly at: number; readonly by: PersonRef; readonly text: string } | null;
  readonly cancelledAt: number | null;
}

/** 抄送. */
export interface Copy {
  readonly id: string;
  readonly activity: string;
  readonly to: Recipient;
  readonly note: string;
  readonly fields: readonly string[] | null;
  readonly at: number;
  readonly byName: string;
  readonly read: { readonly at: number; readonly by: PersonRef } | null;
}

/** Parts of a case. */
export interface CasePeople {
  readonly consults?: readonly Consult[];
  readonly copies?: readonly Copy[];
  /** 中止: the whole case stands since then. */
  readonly suspension?: Suspension | null;
  /** What is known of a material beyond the field that it is handed in by. */
  readonly materials?: Readonly<Record<string, MaterialInstance>>;
}

/** 容缺 and 核验 of one material. */
export interface MaterialInstance {
  readonly promise: {
    readonly until: string;
    readonly text: string;
    readonly at: number;
    readonly byName: string;
    readonly keptAt: number | null;
    /** The day passed without it; since then the case stands, and it may be made good within the budget. */
    readonly lapsedAt: number | null;
    readonly cure: Clock['budget'] | null;
    readonly cureLapsedAt: number | null;
  } | null;
  /** Of the version of the field that was seen. */
  readonly verified: { readonly at: number; readonly byName: string; readonly version: number } | null;
}

export interface Suspension {
  readonly at: number;
  readonly byName: string;
  readonly reason: string;
  /** Legal basis. */
  readonly basis: string;
  /** A promise to hand this material in was broken. */
  readonly material?: string;
}

/** Parts of an activity. */
export interface ActivityPeople {
  /** Handed over by name: nobody else may take it until this person gives it back. */
  readonly assignee?: PersonRef | null;
  /** Who had it before, oldest first. */
  readonly hands?: readonly Hand[];
  readonly delegation?: Delegation | null;
  /** What the delegate said when giving it back. */
  readonly prepared?: { readonly by: PersonRef; readonly at: number; readonly opinion: string } | null;
  readonly draft?: TaskDraft | null;
  /** 加签: others sign around this task; this one holds the token for all of them. */
  readonly shared?: true;
  /** Set on a signer who was added. */
  readonly signer?: AddedSigner | null;
  /** Ids of those who sign before it is this one's turn. */
  readonly awaits?: readonly string[];
  /** When a step without a deadline of its own stood: what its timers run by. */
  readonly stood?: Clock['suspensions'];
  /** 催办: how often, and when last. */
  readonly urged?: { readonly count: number; readonly at: number };
  /** The person whose substitute ended it. */
  readonly endedFor?: PersonRef;
}

/** Entries of the log that people's commands leave. */
export type PeopleLogType =
  | 'taskHandedOver'
  | 'taskDelegated'
  | 'taskHandedBack'
  | 'consultAsked'
  | 'consultAnswered'
  | 'consultCancelled'
  | 'copied'
  | 'urged'
  | 'tookBack'
  | 'signerAdded'
  | 'signerRemoved'
  | 'redispatched'
  | 'caseSuspended'
  | 'caseResumed'
  | 'materialPromised'
  | 'materialSupplemented'
  | 'materialVerified'
  | 'promiseLapsed'
  | 'cureLapsed';
