/** A canvas on which nothing stands yet: says what to do first, and does it. */
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { beginWith } from '../flow/edits.ts';
import { useEntryWords } from '../flow/entry-words.ts';
import { draw } from '../flow/palette.ts';
import { useStudio } from '../store/index.tsx';
import { useStudioUi } from '../ui-state.tsx';
import styles from './canvas.module.css';

export function BlankPage(): ReactNode {
  const { t } = useTranslation('studio-flow');
  const { edit, newId, readOnly } = useStudio();
  const { select, askName } = useStudioUi();
  const words = useEntryWords();
  const begin = (): void => {
    const id = newId('n');
    const lane = { id: newId('l'), name: t('partyApplicant') };
    edit(t('editAdd', { kind: words.name('start') }), (now) =>
      beginWith(now, draw('start', { id, language: words.language }), lane),
    );
    select([id]);
    askName(id);
  };
  return (
    <div className={styles.blank}>
      <h2 className={styles.blankTitle}>{t('blankTitle')}</h2>
      <p>{t('blankBody')}</p>
      {readOnly ? null : (
        <Button type="primary" onClick={begin}>
          {t('blankBegin')}
        </Button>
      )}
    </div>
  );
}
