/** Names and one-line hints of the palette's entries, in the language of the page. */
import { NODE_WORDS } from '@tongban/shared/nodes';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { KIND_OF, type EntryId } from './palette.ts';

export interface EntryWords {
  readonly language: 'zh-CN' | 'en';
  name(entry: EntryId): string;
  hint(entry: EntryId): string;
}

export function useEntryWords(): EntryWords {
  const { t, i18n } = useTranslation('studio-flow');
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  return useMemo(
    () => ({
      language,
      name: (entry) => (entry === 'countersign' ? t('countersign') : NODE_WORDS[KIND_OF[entry]][language].kind),
      hint: (entry) => (entry === 'countersign' ? t('countersignHint') : NODE_WORDS[KIND_OF[entry]][language].hint),
    }),
    [t, language],
  );
}
