/** Turns a failed call into a sentence: what happened, what it means, what to do. Words by reason live in shared. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from './errors.ts';

export function useFailureWords(): (error: unknown) => string {
  const { t } = useTranslation();
  return useCallback(
    (error: unknown) => {
      const failure = failureOf(error);
      if (failure.reason === 'offline') return t('lostBody');
      return failure.reason;
    },
    [t],
  );
}
