/** What happened in the rehearsed case, in words, the newest first. */
import { say, TIMELINE_WORDS } from '@tongban/shared/words';
import type { TimelineType } from '@tongban/shared/kernel';
import { useTranslation } from 'react-i18next';
import { wordsLanguage } from '../../i18n/index.ts';
import { moment } from '../../ui/format.ts';
import styles from './rehearsal.module.css';
import type { Session } from './session.ts';

export function HistoryList({ session }: { readonly session: Session }) {
  const { t, i18n } = useTranslation('studio-form');
  const language = wordsLanguage(i18n.language);
  const entries = [...session.timeline()].reverse();
  if (entries.length === 0) return <p className={styles.none}>{t('rehearsal.noHistory')}</p>;
  return (
    <ol className={styles.history}>
      {entries.map((entry, index) => (
        <li key={`${entry.seq}-${index}`}>
          <span className="tabular">{moment(entry.at)}</span>
          <span>{say(TIMELINE_WORDS[entry.type as TimelineType], entry.params, language)}</span>
        </li>
      ))}
    </ol>
  );
}
