/** Sentences for what is wrong with a value, with the field's own message where it has one. */
import type { Problem } from '@tongban/shared/kernel';
import { PROBLEM_WORDS, say, type Sayable } from '@tongban/shared/words';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsLanguage } from '../../i18n/index.ts';

const WORDS: Readonly<Record<string, Sayable>> = PROBLEM_WORDS;

export function useProblemWords(): (problem: Pick<Problem, 'code' | 'params'>) => string {
  const { i18n } = useTranslation();
  const language = wordsLanguage(i18n.language);
  return useCallback(
    (problem) => {
      const own = problem.params?.message;
      if (typeof own === 'string' && own !== '') return own;
      return say(WORDS[problem.code] ?? PROBLEM_WORDS.rule, problem.params, language);
    },
    [language],
  );
}
