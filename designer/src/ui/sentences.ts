/** Sentences of what a version changes, worded by shared/words from code and parameters. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsLanguage } from '../i18n/index.ts';

interface Sentence {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export function useSentence(): (sentence: Sentence) => string {
  const { i18n } = useTranslation();
  const language = wordsLanguage(i18n.language);
  return useCallback((sentence) => `${sentence.code} ${language}`, [language]);
}
