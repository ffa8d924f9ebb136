/** 征求意见 and 抄送: what stands open, and who may answer or read. */
import type { Who } from './authorise.ts';
import { isLive } from './scope.ts';
import type { CaseState, Consult, Copy, Recipient } from './types.ts';

export type ConsultStatus = 'open' | 'answered' | 'cancelled';

/** A step that was done goes on without the answer, which still belongs to the record; one that was undone does not. */
export function consultStatus(state: CaseState, consult: Consult): ConsultStatus {
  if (consult.answer) return 'answered';
  const asker = state.activities[consult.activity];
  const stands = asker !== undefined && (isLive(asker) || asker.status === 'done');
  return consult.cancelledAt === null && stands && state.status === 'running' ? 'open' : 'cancelled';
}

/** Opinions that this step has said it will wait for. */
export function awaitedConsults(state: CaseState, activity: string): Consult[] {
  return (state.consults ?? []).filter(
    (one) => one.activity === activity && one.wait && consultStatus(state, one) === 'open',
  );
}

/** The person it names, or whoever of the office holds the post. */
export function isRecipient({ department, post, person }: Recipient, who: Who): boolean {
  if (department !== who.department) return false;
  if (person) return person.person === who.authority;
  return post === null || who.posts.includes(post);
}

export function consultOf(state: CaseState, id: string): Consult | undefined {
  return state.consults?.find((one) => one.id === id);
}
export function copyOf(state: CaseState, id: string): Copy | undefined {
  return state.copies?.find((one) => one.id === id);
}

export const recipientName = ({ departmentName, person }: Recipient): string =>
  person ? `${departmentName} ${person.name}` : departmentName;
