/** Says when the server is lost, and goes away by itself when it is back. */
import { DisconnectOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useLost } from './connection.ts';
import styles from './OfflineBanner.module.css';

export function OfflineBanner() {
  const { t } = useTranslation();
  const lost = useLost();
  return (
    <div role="status" aria-live="polite" className={lost ? styles.banner : undefined}>
      {lost ? (
        <>
          <DisconnectOutlined aria-hidden /> <strong>{t('lostTitle')}</strong> {t('lostBody')}
        </>
      ) : null}
    </div>
  );
}
