/** How much of the flow was tried in the rehearsal. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRehearsal } from '../rehearsal/index.ts';

export function Tried(): ReactNode {
  const { t } = useTranslation('studio-flow');
  const { percent } = useRehearsal();
  return percent > 0 ? <span className="tabular">{t('tried', { percent })}</span> : null;
}
