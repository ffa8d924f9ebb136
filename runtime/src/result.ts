/** Expected failures are values with a code. Only api/trpc.ts turns a failure into a transport error; bugs throw. */
import type { CalendarProblemCode } from '@tongban/shared/calendar';
import type { Problem, RejectionCode } from '@tongban/shared/kernel';

export const REASONS = [
  'sessionRequired',
  'forbidden',
  'badCredentials',
  'tooManyAttempts',
  'conflict',
  'newerSchema',
  'invalidJson',
  'invalidDesign',
  'tooLarge',
  'tooDeep',
  'fileType',
  'staleDraft',
  'blocked',
  'changedSince',
  'noDepartments',
  'registerUnknown',
  'demoOnly',
  'invalidInput',
  'keyReused',
  'notOffered',
  'alreadyAnswered',
  'csrf',
  'unexpected',
] as const;
/** Why the server refused. Words by reason are in shared/src/words; kernel rejections keep their own code. */
export type Reason = (typeof REASONS)[number] | RejectionCode | CalendarProblemCode;

export interface Failure {
  readonly ok: false;
  readonly reason: Reason;
  /** Names for the sentence, never data the caller may not see. */
  readonly params?: Readonly<Record<string, string | number>> | undefined;
  readonly problems?: readonly Problem[] | undefined;
}
export type Result<T> = { readonly ok: true; readonly value: T } | Failure;

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const fail = (reason: Reason, more: Pick<Failure, 'params' | 'problems'> = {}): Failure => ({
  ok: false,
  reason,
  ...more,
});
