/** What empties an input that is searched with, by a word instead of the icon's name. */
import { CloseCircleFilled } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export function useClear(): { readonly clearIcon: ReactNode } {
  const { t } = useTranslation('common');
  return { clearIcon: <CloseCircleFilled aria-label={t('clear')} /> };
}
