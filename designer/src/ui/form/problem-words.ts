/** Sentences for what is wrong with a value, with the field's own message where it has one. */
import { PROBLEM_WORDS } from '@tongban/shared/words';
import type { Problem } from '@tongban/shared/kernel';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsLanguage } from '../../i18n/index.ts';

const WORDS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = PROBLEM_WORDS;

/** Puts parameters into a sentence of shared/words, written `{name}`. */
export function fill(sentence: string, params: Readonly<Record<string, string | number>> | undefined): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(params?.[name] ?? whole));
}

export function useProblemWords(): (problem: Pick<Problem, 'code' | 'params'>) => string {
  const { i18n } = useTranslation();
  const language = wordsLanguage(i18n.language);
  return useCallback(
    (problem) => {
      const words = WORDS[problem.code] ?? WORDS.rule;
      if (words === undefined) throw new Error('Expected words for rule but found none.');
      const own = problem.params?.message;
      if (problem.code === 'rule' && typeof own === 'string' && own !== '') return own;
      return fill(words[language], problem.params);
    },
    [language],
  );
}
