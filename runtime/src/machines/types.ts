/** Work that the server does for cases: what leaves through the outbox and comes back as commands. */
import type { JobResult, Value } from '@tongban/shared/kernel';

/** One attempt of a job. `key` is the same for every delivery of this attempt and goes with it on the wire. */
export interface Job {
  readonly key: string;
  readonly caseId: string;
  /** Node that asks, and its name. */
  readonly node: string;
  readonly name: string;
  readonly settings: Readonly<Record<string, string | number | boolean>>;
  readonly inputs: Readonly<Record<string, Value>>;
  /** Names of the parts of the answer that are wanted. */
  readonly wanted: readonly string[];
  /** Field that the first part of the answer goes to. */
  readonly target: string;
  readonly timeoutMs: number;
}

/** Does one kind of job. Failures are answers; it never rejects, and keeps to the time that it is given. */
export type Executor = (job: Job) => Promise<JobResult>;

export const failed = (code: string, message: string, final = false): JobResult => ({
  ok: false,
  code,
  message,
  final,
});
