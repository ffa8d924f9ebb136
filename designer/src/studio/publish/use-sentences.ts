/** What changes between two versions, as sentences that a clerk reads. */
import { differenceSentence } from '@tongban/shared/words';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsLanguage } from '../../i18n/index.ts';

export interface Sentence {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export function useSentenceWords(): (sentence: Sentence) => string {
  const { i18n } = useTranslation();
  const language = wordsLanguage(i18n.language);
  return useCallback((sentence: Sentence) => differenceSentence(sentence, language), [language]);
}
