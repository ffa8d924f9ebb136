/** Demo mode: everyone one can be, grouped by what they come to do. One click enters. */
import { App } from 'antd';
import { useState, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { Audience, DemoCard, Me } from '../app/api-types.ts';
import { enter, ENTRY } from '../app/session.ts';
import { useFailureWords } from '../app/words.ts';
import styles from './signin.module.css';

const ORDER: readonly Audience[] = ['studio', 'portal', 'supervise', 'desk', 'admin'];
const GROUP = {
  studio: 'groupStudio',
  portal: 'groupPortal',
  desk: 'groupDesk',
  supervise: 'groupSupervise',
  admin: 'groupAdmin',
} as const;

interface RoleCardsProps {
  readonly cards: readonly DemoCard[];
  readonly onEntered: (me: Me, home: string) => void;
}
export function RoleCards({ cards, onEntered }: RoleCardsProps) {
  const { t } = useTranslation('signin');
  const { message } = App.useApp();
  const words = useFailureWords();
  const [entering, setEntering] = useState<string | null>(null);

  const go = async (card: DemoCard) => {
    setEntering(card.id);
    try {
      onEntered(await enter(card.id), ENTRY[card.audience]);
    } catch (error) {
      message.error(words(error));
      setEntering(null);
    }
  };
  return (
    <>
      <h2>{t('demoTitle')}</h2>
      <p className={styles.line}>{t('demoHelp')}</p>
      <div className={styles.groups}>
        {ORDER.map((audience) => ({ audience, count: cards.filter((card) => card.audience === audience).length }))
          .filter(({ count }) => count > 0)
          .map(({ audience, count }) => (
            <section
              key={audience}
              className={styles.group}
              style={{ '--span': Math.min(count, 4) } as CSSProperties}
              aria-label={t(GROUP[audience])}
            >
              <h3>{t(GROUP[audience])}</h3>
              <div className={styles.cards}>
                {cards
                  .filter((card) => card.audience === audience)
                  .map((card) => (
                    <button
                      key={card.id}
                      type="button"
                      className={`bare ${styles.card}`}
                      data-card={card.id}
                      aria-label={t('enterAs', { title: `${card.department} ${card.title}`.trim(), name: card.name })}
                      aria-busy={entering === card.id}
                      disabled={entering !== null}
                      onClick={() => void go(card)}
                    >
                      <span className={styles.office}>{card.department === '' ? card.name : card.department}</span>
                      <span className={styles.who}>
                        {card.title} · {card.name}
                      </span>
                      <span className={styles.line}>{entering === card.id ? t('common:entering') : card.line}</span>
                    </button>
                  ))}
              </div>
            </section>
          ))}
      </div>
    </>
  );
}
