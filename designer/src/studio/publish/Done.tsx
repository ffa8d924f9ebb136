/** After publishing: which version it is, and 下一步: who has answered, and the scenario as its applicant. */
import { ArrowRightOutlined, CheckCircleOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { placeFor } from '../../app/places.ts';
import { enter, useOptions } from '../../app/session.ts';
import { useFailureWords } from '../../app/words.ts';
import { useStudioUi } from '../ui-state.tsx';
import styles from './publish.module.css';
import { Identity } from './Identity.tsx';

interface DoneProps {
  readonly result: { readonly version: number; readonly identity: string; readonly created: boolean };
  readonly onClose: () => void;
}

export function Done({ result, onClose }: DoneProps) {
  const { t } = useTranslation('studio-form');
  const { setTab } = useStudioUi();
  const { message } = App.useApp();
  const words = useFailureWords();
  const navigate = useNavigate();
  const options = useOptions();
  const [entering, setEntering] = useState(false);
  const applicant = options?.demo ? options.cards.find((card) => card.audience === 'portal') : undefined;
  const tryIt = async () => {
    if (!applicant) return;
    setEntering(true);
    try {
      await enter(applicant.id);
      onClose();
      await navigate(placeFor(applicant.audience, null));
    } catch (error) {
      message.error(words(error));
      setEntering(false);
    }
  };
  return (
    <div className={styles.done}>
      <CheckCircleOutlined className={styles.doneIcon} aria-hidden />
      <h3>
        {result.created
          ? t('publish.done', { version: result.version })
          : t('publish.doneSame', { version: result.version })}
      </h3>
      <p>
        {t('publish.identity')} <Identity value={result.identity} />
      </p>
      <p className={styles.hint}>{t('publish.doneHelp')}</p>
      <div className={styles.next}>
        <span>{t('publish.next')}</span>
        {applicant ? (
          <Button type="primary" icon={<ArrowRightOutlined />} loading={entering} onClick={() => void tryIt()}>
            {t('publish.tryAs', { who: applicant.department || applicant.name })}
          </Button>
        ) : null}
        <Button
          onClick={() => {
            onClose();
            setTab('versions');
          }}
        >
          {t('publish.answers')}
        </Button>
        <Button type="text" onClick={onClose}>
          {t('publish.goOn')}
        </Button>
      </div>
    </div>
  );
}
