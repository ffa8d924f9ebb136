/** Words and day for sample values in the language of the page. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SampleSetting } from './sample-values.ts';

export function useSampleSetting(): SampleSetting {
  const { t } = useTranslation('studio-form');
  return useMemo(
    () => ({
      today: localDay(new Date()),
      words: {
        text: (name) => t('sample.text', { name }),
        longText: (name) => t('sample.longText', { name }),
        file: (name) => t('sample.file', { name }),
      },
    }),
    [t],
  );
}

function localDay(date: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
