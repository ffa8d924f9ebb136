/** Three hints for a newcomer, one after another; each goes for good when it is dismissed. */
import { BulbOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../store/index.tsx';
import styles from './hints.module.css';

const KEY = 'tongban.studio.hints';
const HINTS = ['hintAppend', 'hintParallel', 'hintRehearse'] as const;

function seen(): number {
  const count = Number(localStorage.getItem(KEY) ?? 0);
  return Number.isInteger(count) ? count : 0;
}

export function Hints(): ReactNode {
  const { t } = useTranslation('studio-flow');
  const { readOnly } = useStudio();
  const [at, setAt] = useState(seen);
  const hint = HINTS[at];
  if (hint === undefined || readOnly) return null;
  const goTo = (next: number): void => {
    localStorage.setItem(KEY, String(next));
    setAt(next);
  };
  return (
    <aside className={styles.hint} aria-label={t('hintTitle')} data-testid="hint">
      <BulbOutlined className={styles.bulb} aria-hidden />
      <p className={styles.text}>{t(hint)}</p>
      <span className={styles.count}>{t('hintCount', { at: at + 1, of: HINTS.length })}</span>
      <Button size="small" type="primary" ghost onClick={() => goTo(at + 1)}>
        {t(at + 1 < HINTS.length ? 'hintNext' : 'hintDone')}
      </Button>
      {at + 1 < HINTS.length ? (
        <Button size="small" type="text" onClick={() => goTo(HINTS.length)}>
          {t('hintSkip')}
        </Button>
      ) : null}
    </aside>
  );
}
