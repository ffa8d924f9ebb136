/** What the version changes, in sentences, and how its time compares; what blocks it, with the way there. */
import type { Diagnostic, ElementRef } from '@tongban/shared/compiler';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useProblemWords } from '../problems/words.ts';
import styles from './publish.module.css';
import { useSentenceWords, type Sentence } from './use-sentences.ts';

interface Figures {
  readonly criticalDays: number;
}

interface ChangesProps {
  readonly sentences: readonly Sentence[];
  readonly version: number;
  readonly time: Figures;
  readonly previousTime: Figures | null;
}

const round = (days: number) => Math.round(days * 100) / 100;

export function Changes({ sentences, version, time, previousTime }: ChangesProps) {
  const { t } = useTranslation('studio-form');
  return (
    <section className={styles.changes} aria-label={t('publish.changes')}>
      <h3>{t('publish.changes')}</h3>
      <p className={`${styles.time} tabular`}>
        {previousTime && round(previousTime.criticalDays) !== round(time.criticalDays) ? (
          <>
            <span>{t('publish.days', { count: round(previousTime.criticalDays) })}</span>
            <span aria-label={t('publish.becomes')}>→</span>
          </>
        ) : null}
        <strong>{t('publish.days', { count: round(time.criticalDays) })}</strong>
      </p>
      <Sentences sentences={sentences} empty={version === 1 ? t('publish.first') : t('publish.nothingChanged')} />
    </section>
  );
}

export function Sentences({ sentences, empty }: { readonly sentences: readonly Sentence[]; readonly empty: string }) {
  const words = useSentenceWords();
  if (sentences.length === 0) return <p className={styles.hint}>{empty}</p>;
  return (
    <ul className={styles.sentences}>
      {sentences.map((sentence, index) => (
        <li key={`${sentence.code}${index}`}>{words(sentence)}</li>
      ))}
    </ul>
  );
}

interface BlockersProps {
  readonly diagnostics: readonly Diagnostic[];
  readonly onGo: (element: ElementRef) => void;
}

export function Blockers({ diagnostics, onGo }: BlockersProps) {
  const { t } = useTranslation('studio-form');
  const words = useProblemWords();
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
  const warnings = diagnostics.filter((diagnostic) => diagnostic.severity === 'warning');
  if (errors.length === 0 && warnings.length === 0) return null;
  const list = (some: readonly Diagnostic[]) => (
    <ul className={styles.blockers}>
      {some.map((diagnostic, index) => (
        <li key={`${diagnostic.code}${index}`}>
          <span>{words.sentence(diagnostic)}</span>
          <Button size="small" type="link" onClick={() => onGo(diagnostic.element)}>
            {t('publish.go')}
          </Button>
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {errors.length > 0 ? (
        <Alert
          type="error"
          showIcon
          title={t('publish.blocked', { count: errors.length })}
          description={list(errors)}
        />
      ) : null}
      {warnings.length > 0 ? (
        <Alert
          type="warning"
          showIcon
          title={t('publish.warned', { count: warnings.length })}
          description={list(warnings)}
        />
      ) : null}
    </>
  );
}
