/** After publishing: which version it is, and 下一步: who has answered, and the scenario as its applicant. */
import { ArrowRightOutlined, CheckCircleOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { enter, useOptions } from '../../app/session.ts';
import { client } from '../../app/trpc.ts';
import { useFailureWords } from '../../app/words.ts';
import { useStudio } from '../store/index.tsx';
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
  const { design } = useStudio();
  const { code } = design.meta;
  const applicants = options?.demo ? options.cards.filter((card) => card.audience === 'portal') : [];
  const [applicant] = applicants;
  /** As the first applicant of the demo who finds the scenario; on the portal's first page when nobody does. */
  const tryIt = async () => {
    setEntering(true);
    try {
      for (const card of applicants) {
        await enter(card.id);
        const found = await client.portal.scenario.query({ code }).catch(() => null);
        if (!found) continue;
        onClose();
        await navigate({ to: '/portal/scenarios/$code', params: { code } });
        return;
      }
      onClose();
      await navigate({ to: '/portal' });
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
          <Button
            type="primary"
            icon={<ArrowRightOutlined aria-hidden />}
            loading={entering}
            onClick={() => void tryIt()}
          >
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
