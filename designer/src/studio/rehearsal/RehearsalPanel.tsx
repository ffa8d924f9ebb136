/** Beside the canvas: everybody whose turn it is; act as one of them with the real form of the step; what happened. */
import { CheckCircleOutlined, ReloadOutlined } from '@ant-design/icons';
import type { CaseResult } from '@tongban/shared/kernel';
import { RESULT_WORDS } from '@tongban/shared/words';
import { Button, Segmented } from 'antd';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsLanguage } from '../../i18n/index.ts';
import { useStudioUi } from '../ui-state.tsx';
import { HistoryList } from './HistoryList.tsx';
import styles from './rehearsal.module.css';
import type { Session } from './session.ts';
import { useRehearsalState } from './store.ts';
import { TurnForm } from './TurnForm.tsx';
import { useBegin } from './use-session.ts';

export function RehearsalPanel() {
  const { t } = useTranslation('studio-form');
  const { session, playing } = useRehearsalState();
  if (!session || playing) return null;
  return (
    <aside className={styles.panel} aria-label={t('rehearsal.panel')}>
      <Case session={session} />
    </aside>
  );
}

function Case({ session }: { readonly session: Session }) {
  const { t, i18n } = useTranslation('studio-form');
  const { turn } = useRehearsalState();
  const { beginAgain } = useBegin();
  const { reveal, tab } = useStudioUi();
  const [part, setPart] = useState<'turn' | 'history'>('turn');
  const [wanted, setWanted] = useState<string | null>(null);
  const turns = session.turns();
  const here = turns.find((one) => one.key === wanted) ?? turns[0];
  const node = here?.node;
  const follow = useEffectEvent((id: string) => {
    if (tab === 'flow') reveal({ kind: 'node', id });
  });
  useEffect(() => {
    if (node !== undefined) follow(node);
  }, [node]);
  const result = session.state()?.result ?? null;
  const endWords = (ended: CaseResult | null): string => {
    if (ended === 'rejected' || ended === 'terminated') return t(`rehearsal.result.${ended}`);
    if (ended === null || ended === 'finished') return t('rehearsal.result.finished');
    return t('rehearsal.result.as', { result: RESULT_WORDS[ended][wordsLanguage(i18n.language)] });
  };
  return (
    <>
      <header className={styles.panelHead}>
        <Segmented
          aria-label={t('rehearsal.show')}
          block
          size="small"
          value={part}
          onChange={setPart}
          options={[
            {
              value: 'turn',
              label: turns.length === 0 ? t('rehearsal.turnsNone') : t('rehearsal.turns', { count: turns.length }),
            },
            { value: 'history', label: t('rehearsal.history') },
          ]}
        />
      </header>
      {part === 'history' ? (
        <HistoryList session={session} />
      ) : here ? (
        <>
          <ul className={styles.turns} aria-label={t('rehearsal.whoseTurn')}>
            {turns.map((one) => (
              <li key={one.key}>
                <button
                  type="button"
                  className={one.key === here.key ? styles.turnOn : styles.turn}
                  aria-pressed={one.key === here.key}
                  onClick={() => setWanted(one.key)}
                >
                  <span>{one.office}</span>
                  <span className={styles.turnStep}>
                    {one.kind === 'correction' ? t('rehearsal.correctionOf', { step: one.step }) : one.step}
                  </span>
                </button>
              </li>
            ))}
          </ul>
          <TurnForm key={`${here.key}/${here.kind}`} session={session} turn={here} count={turn} />
        </>
      ) : (
        <div className={styles.ended}>
          <CheckCircleOutlined className={styles.endedIcon} aria-hidden />
          <h3>{endWords(result)}</h3>
          <p>{t('rehearsal.endedHelp')}</p>
          <Button type="primary" icon={<ReloadOutlined aria-hidden />} onClick={() => beginAgain()}>
            {t('rehearsal.another')}
          </Button>
          <Button onClick={() => setPart('history')}>{t('rehearsal.seeHistory')}</Button>
        </div>
      )}
    </>
  );
}
