/**
 * Turns a failed call into a sentence: what happened, what it means, what to do. What kernel and calendar refuse is
 * worded in shared/words; reasons of the transport (session, permission, limits) are the web's own words.
 */
import { CALENDAR_WORDS, REJECTION_WORDS, say, type Sayable } from '@tongban/shared/words';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsLanguage } from '../i18n/index.ts';
import { failureOf } from './errors.ts';

const SHARED: Readonly<Record<string, Sayable>> = { ...REJECTION_WORDS, ...CALENDAR_WORDS };

export function useFailureWords(): (error: unknown) => string {
  const { t, i18n } = useTranslation('reasons');
  return useCallback(
    (error: unknown) => {
      const { reason, params } = failureOf(error);
      const shared = SHARED[reason];
      if (shared !== undefined) return say(shared, params, wordsLanguage(i18n.language));
      return i18n.exists(`reasons:${reason}`) ? t(reason as 'unexpected', params) : t('unexpected');
    },
    [t, i18n],
  );
}
