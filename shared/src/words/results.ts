/** How a case ended, in one wording for every page, sentence and paper. */
import type { CaseResult } from '../kernel/event-types.ts';
import type { Sayable } from './say.ts';

export const RESULT_WORDS: Readonly<Record<CaseResult, Sayable>> = {
  approved: { zh: '准予', en: 'Approved' },
  refused: { zh: '不予', en: 'Refused' },
  finished: { zh: '办结', en: 'Finished' },
  rejected: { zh: '退件', en: 'Rejected' },
  terminated: { zh: '终止', en: 'Terminated' },
  withdrawn: { zh: '撤回', en: 'Withdrawn' },
  failed: { zh: '故障终止', en: 'Failed' },
};

/** The same within a sentence. */
export function resultInSentence(result: CaseResult): Sayable {
  const { zh, en } = RESULT_WORDS[result];
  return { zh, en: en.toLowerCase() };
}
