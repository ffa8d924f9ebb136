/** Small marks at a field: where the value came from, the remark of a correction, the way to object. */
import { FlagOutlined, ShareAltOutlined } from '@ant-design/icons';
import type { FieldView, Origin } from '@tongban/shared/kernel';
import { useTranslation } from 'react-i18next';
import { moment } from '../format.ts';
import styles from './form.module.css';
import { useFormTools } from './tools.ts';

export function OriginTag({ origin }: { readonly origin: Origin | null }) {
  const { t } = useTranslation('form');
  if (origin === null || origin.type === 'manual') return null;
  if (origin.type === 'shared') {
    return (
      <p className={styles.origin}>
        <ShareAltOutlined aria-hidden /> {t('sharedFrom', { office: origin.registerName, at: moment(origin.at) })}
      </p>
    );
  }
  if (origin.type === 'computed') return <p className={styles.origin}>{t('computed')}</p>;
  return null;
}

export function Remark({ id, remark }: { readonly id: string; readonly remark: string | null }) {
  const { t } = useTranslation('form');
  if (remark === null) return null;
  return (
    <p id={id} className={styles.remark}>
      {t('remark', { remark })}
    </p>
  );
}

export function Dispute({ field }: { readonly field: FieldView }) {
  const { t } = useTranslation('form');
  const { dispute } = useFormTools();
  return (
    <button
      type="button"
      className={`bare ${styles.dispute}`}
      aria-label={t('disputeField', { name: field.field.name })}
      onClick={() => dispute?.(field)}
    >
      <FlagOutlined aria-hidden /> <span className={styles.disputeWords}>{t('dispute')}</span>
    </button>
  );
}

/** The source as a small sign where the section's heading says it in words. */
export function SharedMark({ origin }: { readonly origin: Origin | null }) {
  const { t } = useTranslation('form');
  if (origin?.type !== 'shared') return null;
  const words = t('sharedFrom', { office: origin.registerName, at: moment(origin.at) });
  return (
    <span className={styles.origin} title={words}>
      <ShareAltOutlined aria-label={words} />
    </span>
  );
}
