/** Working minutes as "2 个工作日 3 小时", by the length of a working day where the case runs. */
import { splitWorkingTime } from '@tongban/shared/calendar';
import { sayWorkingTime } from '@tongban/shared/words';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsLanguage } from '../i18n/index.ts';

export function useWorkingTime(): (minutes: number, dayMinutes: number) => string {
  const { i18n } = useTranslation();
  const language = wordsLanguage(i18n.language);
  return useCallback(
    (minutes, dayMinutes) => sayWorkingTime(splitWorkingTime(minutes, dayMinutes), language),
    [language],
  );
}
