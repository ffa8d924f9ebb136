/** Sentences of what a version changes, worded by shared/words from code and parameters. */
import { differenceSentence } from '@tongban/shared/words';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsLanguage } from '../i18n/index.ts';

export function useSentence(): (sentence: Parameters<typeof differenceSentence>[0]) => string {
  const { i18n } = useTranslation();
  const language = wordsLanguage(i18n.language);
  return useCallback((sentence) => differenceSentence(sentence, language), [language]);
}
