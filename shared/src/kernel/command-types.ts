/** What people, the clock and machines ask of a case, and the values that they bring. */
import type { PeopleCommand } from './people-command-types.ts';

export type Scalar = string | number | boolean;
/** A stored file of the case: content lives in the files area. */
export interface FileRef {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
}
/** What a field may hold. null: emptied on purpose. Money is in yuan, dates are YYYY-MM-DD, choices are option ids. */
export type Value = Scalar | readonly string[] | readonly FileRef[] | null;

/** Where a value came from. manualUnverified (手填待核): typed because the register could not be reached. */
export type Origin =
  | { readonly type: 'manual' }
  | { readonly type: 'manualUnverified'; readonly register: string }
  | { readonly type: 'shared'; readonly register: string; readonly registerName: string; readonly at: number }
  | { readonly type: 'computed' };

export interface DataValue {
  readonly value: Value;
  readonly origin: Origin;
  readonly at: number;
  readonly by: string;
  /** Counts up with every change of this key; steps remember the versions they read. */
  readonly version: number;
}

/** Form patch by data key: a field id, or `<field>@<element>` for a field with `own` access in a dispatch. */
export type Patch = Readonly<Record<string, { readonly value: Value; readonly origin: Origin }>>;

/** 容缺承诺. */
export interface MaterialPromise {
  /** Last day, YYYY-MM-DD. */
  readonly until: string;
  /** What is promised, in the applicant's words. */
  readonly text: string;
}

/** Remarks of a correction, per field or material id. Once and complete (一次性告知). */
export interface Remarks {
  readonly fields: Readonly<Record<string, string>>;
  readonly materials: Readonly<Record<string, string>>;
  readonly general: string;
}

export type Command =
  | PeopleCommand
  | {
      readonly type: 'start';
      readonly caseId: string;
      readonly release: string;
      readonly version: number;
      /** Readable case number (办件编号), allotted by the host. */
      readonly number: string;
      readonly region: string;
      /** Lane or `<node>/<element>` → department. Every department lane and element must be bound. */
      readonly bindings: Readonly<Record<string, { readonly department: string; readonly name: string }>>;
      /** Values filled by the server from registers are already in here with their origin. */
      readonly patch: Patch;
      /** 容缺: materials that come later, by id. */
      readonly promises?: Readonly<Record<string, MaterialPromise>>;
      readonly trial: boolean;
    }
  | { readonly type: 'fireTimer'; readonly timer: string }
  /** From outside, by the system: to one activity when it is named, else to the oldest that waits for it. */
  | {
      readonly type: 'deliverMessage';
      readonly name: string;
      readonly values: Readonly<Record<string, Value>>;
      readonly activity?: string;
    }
  | { readonly type: 'deliverSignal'; readonly name: string }
  | { readonly type: 'jobResult'; readonly activity: string; readonly attempt: number; readonly result: JobResult }
  /** The child's word: its result, and what it gives back by the names of the interface. */
  | {
      readonly type: 'childEnded';
      readonly activity: string;
      readonly child: string;
      readonly result: string;
      readonly values: Readonly<Record<string, Value>>;
    }
  /** An administrator asks once more for what had failed for good. */
  | { readonly type: 'retry'; readonly activity: string; readonly reason: string };

export type JobResult =
  | { readonly ok: true; readonly values: Readonly<Record<string, Value>> }
  /** `final`: another attempt would not help. */
  | { readonly ok: false; readonly code: string; readonly message: string; readonly final: boolean };
export type CommandType = Command['type'];
