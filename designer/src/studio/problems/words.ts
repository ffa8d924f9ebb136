/** Sentences of diagnostics and of their repairs, in the language of the page. */
import type { Diagnostic } from '@tongban/shared/compiler';
import { diagnosticSentence, repairSentence } from '@tongban/shared/words';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsLanguage } from '../../i18n/index.ts';

export interface ProblemWords {
  readonly language: 'zh' | 'en';
  sentence(diagnostic: Diagnostic): string;
  repair(diagnostic: Diagnostic): string;
}

export function useProblemWords(): ProblemWords {
  const { i18n } = useTranslation('studio-flow');
  const language = wordsLanguage(i18n.language);
  return useMemo(
    () => ({
      language,
      sentence: (diagnostic) => diagnosticSentence(diagnostic, language),
      repair: (diagnostic) => (diagnostic.repair ? repairSentence(diagnostic.repair, language) : ''),
    }),
    [language],
  );
}
