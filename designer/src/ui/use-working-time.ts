/** Working minutes as "2 个工作日 3 小时", by the length of a working day in the calendar in force. */
import { useQuery } from '@tanstack/react-query';
import { defaultCalendar, splitWorkingTime, type Calendar } from '@tongban/shared/calendar';
import { sayWorkingTime } from '@tongban/shared/words';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/trpc.ts';
import { wordsLanguage } from '../i18n/index.ts';

const HOURS_MS = 3_600_000;
const BEFORE_KNOWN: Calendar = defaultCalendar();

export function useWorkingTime(): (minutes: number) => string {
  const { i18n } = useTranslation();
  const calendar = useQuery(api.calendar.current.queryOptions(undefined, { staleTime: HOURS_MS })).data ?? BEFORE_KNOWN;
  const language = wordsLanguage(i18n.language);
  return useCallback((minutes) => sayWorkingTime(splitWorkingTime(calendar, minutes), language), [calendar, language]);
}
