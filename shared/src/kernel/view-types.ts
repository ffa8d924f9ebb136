/**
 * view(definition, state, viewer, facts) → CaseView: the only way case data leaves. What the viewer may not see is
 * absent, not masked by the client. ID numbers and phones are masked unless the viewer handles an open task or filed them.
 */
import type { Calendar, ClockReading } from '../calendar/types.ts';
import type { Access, Option } from '../document/index.ts';
import type { MaterialStatus } from './materials.ts';
import type { Outcome, RuntimeField } from '../definition/types.ts';
import type {
  CaseResult,
  CaseRow,
  CommandType,
  Origin,
  Principal,
  Rejection,
  Remarks,
  SignerPlace,
  Suspension,
  Value,
} from './types.ts';

/** Who looks. `supervisor` reads progress and clocks of cases in scope, no form values beyond the subject's name. */
export interface Viewer {
  readonly person: string;
  readonly department: string | null;
  readonly posts: readonly string[];
  readonly roles: readonly ('applicant' | 'handler' | 'supervisor' | 'admin')[];
  /** 代理: looks with this person's eyes. */
  readonly onBehalfOf?: Principal;
}

export interface ViewFacts {
  readonly now: number;
  readonly calendar: Calendar;
  /** Registers that cannot be reached now: their fields open for typing. */
  readonly registersDown?: readonly string[];
}

/** A field as drawn: builder, preview and case page use this one shape and one component. */
export interface FieldView {
  readonly field: RuntimeFieldView;
  /** Data key to send in a patch. */
  readonly key: string;
  readonly access: Exclude<Access, 'hidden'>;
  readonly required: boolean;
  readonly value: Value | undefined;
  readonly origin: Origin | null;
  readonly masked: boolean;
  /** Open correction remark on this field. */
  readonly remark: string | null;
  readonly disputed: string | null;
  /** Whose answer this is, when every element of a dispatch has its own. */
  readonly element?: { readonly id: string; readonly name: string };
}
/** RuntimeField without access and without rules over fields the viewer cannot see (those run on the server). */
export type RuntimeFieldView = Omit<RuntimeField, 'access'>;

export interface SectionView {
  readonly id: string;
  readonly name: string;
  readonly help: string | null;
  readonly fields: readonly FieldView[];
}

/** One step in 历史 and on the flow picture. */
export interface StepView {
  readonly activity: string;
  readonly node: string;
  readonly element: string | null;
  readonly name: string;
  readonly departmentName: string | null;
  readonly personName: string | null;
  readonly status: 'open' | 'correcting' | 'suspended' | 'done' | 'kept' | 'cancelled';
  readonly round: number;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly outcomeName: string | null;
  readonly tone: Outcome['tone'] | null;
  /** null when the viewer may not read it. */
  readonly opinion: string | null;
  readonly clock: ClockReading | null;
  /** This viewer may urge it (催办) now. */
  readonly mayUrge: boolean;
  /** This viewer completed it and may take it back (拿回), unless the record shows that the next has begun. */
  readonly mayTakeBack: boolean;
  /** 加签: added by whom and where; null for a step that was drawn. */
  readonly added: { readonly byName: string; readonly where: SignerPlace } | null;
  /** Others sign before it is its turn. */
  readonly waiting: boolean;
  /** This viewer may take this signer out (减签). */
  readonly mayRemove: boolean;
}

/** A dispatch under way whose set this viewer may change. */
export interface DispatchView {
  readonly activity: string;
  readonly node: string;
  readonly name: string;
  readonly bodies: readonly { readonly id: string; readonly name: string; readonly state: 'in' | 'done' | 'out' }[];
}

/** An open task that this viewer may work at, with everything the decision pane needs. */
export interface WorkView {
  readonly activity: string;
  readonly node: string;
  readonly element: string | null;
  readonly name: string;
  readonly instruction: string | null;
  readonly claimedByName: string | null;
  readonly mine: boolean;
  readonly outcomes: readonly Pick<Outcome, 'id' | 'name' | 'tone' | 'opinionRequired'>[];
  /** Handed over to this person by name. */
  readonly assigneeName: string | null;
  /** Commands this viewer may give now on this activity: exactly those that decide accepts. */
  readonly commands: readonly CommandType[];
  /** Those that the step has the power for and that cannot be given now, with why. */
  readonly refused: readonly { readonly command: CommandType; readonly rejection: Rejection }[];
  /** 委派 under way. */
  readonly delegation: { readonly ownerName: string; readonly toName: string; readonly note: string } | null;
  /** What a delegate said when giving it back. */
  readonly prepared: { readonly byName: string; readonly at: number; readonly opinion: string } | null;
  /** The viewer's own, put by. Values by data key lie over those of the sections. */
  readonly draft: {
    readonly at: number;
    readonly outcome: string | null;
    readonly opinion: string;
    readonly values: Readonly<Record<string, Value>>;
  } | null;
  /** 催办: how often it was urged, and when last. */
  readonly urged: { readonly count: number; readonly at: number } | null;
  /** Who had the task before, oldest first. */
  readonly hands: readonly {
    readonly at: number;
    readonly byName: string;
    readonly departmentName: string | null;
    readonly personName: string | null;
    readonly reason: string;
  }[];
  readonly returnTargets: readonly { readonly node: string; readonly name: string }[];
  readonly clock: ClockReading | null;
  readonly sections: readonly SectionView[];
  /** For a `department` field that ticks a dispatch: what can be ticked. */
  readonly tickable: Readonly<Record<string, readonly Option[]>>;
  /** Materials that this step may check off (核验) now. */
  readonly verifiable: readonly string[];
  /** A second correction of the same step needs a reason. */
  readonly correctionNeedsReason: boolean;
}

/** 征求意见. */
export interface ConsultView {
  readonly id: string;
  readonly activity: string;
  readonly stepName: string;
  readonly departmentName: string | null;
  readonly askedByName: string;
  readonly askedAt: number;
  readonly toName: string;
  readonly question: string;
  /** The step waits for the answer. */
  readonly wait: boolean;
  readonly status: 'open' | 'answered' | 'cancelled';
  readonly answer: { readonly at: number; readonly byName: string; readonly text: string } | null;
  readonly clock: ClockReading | null;
  readonly mayAnswer: boolean;
  readonly mayCancel: boolean;
}

/** 抄送. */
export interface CopyView {
  readonly id: string;
  readonly activity: string;
  readonly stepName: string;
  readonly byName: string;
  readonly at: number;
  readonly toName: string;
  readonly note: string;
  readonly read: { readonly at: number; readonly byName: string } | null;
  readonly mayMarkRead: boolean;
}

export interface TimelineEntry {
  readonly seq: number;
  readonly at: number;
  readonly type: string;
  readonly byName: string;
  /** Parameters of the sentence in words/. */
  readonly params: Readonly<Record<string, string>>;
}

export interface CaseView {
  readonly caseId: string;
  readonly number: string;
  readonly code: string;
  readonly title: string;
  /** Names the flow picture to ask for. */
  readonly release: string;
  readonly version: number;
  readonly identity: string;
  readonly subjectName: string;
  readonly applicantName: string;
  readonly status: CaseRow['status'];
  /** 中止: since when and why the whole case stands. */
  readonly suspension: Suspension | null;
  readonly result: CaseResult | null;
  readonly endReason: string | null;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly promisedAt: number | null;
  readonly clock: ClockReading | null;
  /** The form as this viewer reads it; editing happens in `work` or `correction`. */
  readonly sections: readonly SectionView[];
  readonly materials: readonly {
    readonly id: string;
    readonly name: string;
    readonly exempt: boolean;
    readonly exemptReason: string | null;
    readonly remark: string | null;
    readonly status: MaterialStatus;
    /** 容缺: until when it is promised, and how that went. */
    readonly promise: {
      readonly until: string;
      /** null when the viewer is no party. */
      readonly text: string | null;
      readonly kept: boolean;
      readonly lapsed: boolean;
      /** It may be made good until then. */
      readonly cureUntil: number | null;
    } | null;
    /** The field by which this viewer may hand it in now; null: may not. */
    readonly field: FieldView | null;
  }[];
  readonly steps: readonly StepView[];
  readonly work: readonly WorkView[];
  /** For the applicant while a correction is open. */
  readonly corrections: readonly {
    readonly id: string;
    readonly stepName: string;
    readonly departmentName: string | null;
    readonly askedByName: string;
    readonly askedAt: number;
    readonly remarks: Remarks;
    readonly reason: string | null;
    readonly sections: readonly SectionView[];
  }[];
  readonly dispatches: readonly DispatchView[];
  readonly consults: readonly ConsultView[];
  readonly copies: readonly CopyView[];
  readonly timeline: readonly TimelineEntry[];
  readonly counts: {
    readonly fields: number;
    readonly shared: number;
    readonly computed: number;
    readonly manual: number;
  };
  /** Case-level commands this viewer may give: resubmit, terminate, dispute. */
  readonly commands: readonly CommandType[];
  readonly paperTitle: string | null;
}
