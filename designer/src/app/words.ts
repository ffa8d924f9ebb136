/**
 * Turns a failed call into a sentence: what happened, what it means, what to do. Kernel rejections are worded in
 * shared/words; reasons of the transport (session, permission, limits) are the web's own words.
 */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from './errors.ts';

export function useFailureWords(): (error: unknown) => string {
  const { t, i18n } = useTranslation('reasons');
  return useCallback(
    (error: unknown) => {
      const { reason, params } = failureOf(error);
      if (i18n.exists(`reasons:${reason}`)) return t(reason as 'unexpected', params);
      return t('unexpected');
    },
    [t, i18n],
  );
}
