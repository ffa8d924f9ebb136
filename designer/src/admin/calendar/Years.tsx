/** The years with holiday data: how many days, from where, imported by whom; an imported one can be removed. */
import type { CalendarOverview, YearRow } from '@tongban/runtime/api';
import { Alert, Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureWords } from '../../app/words.ts';
import { moment } from '../../ui/format.ts';
import { Loading } from '../../ui/states.tsx';
import styles from './calendar.module.css';
import { ChangePreview } from './ChangePreview.tsx';
import { useChange } from './use-change.ts';

const SHOWN = 4;

export function Years({ overview }: { readonly overview: CalendarOverview }) {
  const { t } = useTranslation('calendar');
  const [all, setAll] = useState(false);
  const [removing, setRemoving] = useState<number | null>(null);
  const change = useChange(() => setRemoving(null));
  const newest = [...overview.years].reverse();
  const remove = (year: number) => {
    setRemoving(year);
    change.look({ kind: 'removeYear', year });
  };
  return (
    <section className={styles.card} aria-label={t('years')}>
      <h3>{t('years')}</h3>
      <ul className={styles.rows}>
        {(all ? newest : newest.slice(0, SHOWN)).map((row) => (
          <Year key={row.year} row={row} onRemove={() => remove(row.year)} />
        ))}
      </ul>
      {all || newest.length <= SHOWN ? null : (
        <Button type="link" className={styles.more} onClick={() => setAll(true)}>
          {t('earlierYears')}
        </Button>
      )}
      {removing === null ? null : <Removal year={removing} change={change} onClose={() => setRemoving(null)} />}
    </section>
  );
}

function Year({ row, onRemove }: { readonly row: YearRow; readonly onRemove: () => void }) {
  const { t } = useTranslation('calendar');
  const { year, off, work, imported, at, personName, papers } = row;
  const source = !imported
    ? t('builtIn')
    : at === null
      ? t('importedBefore')
      : t('importedBy', { name: personName, at: moment(at) });
  return (
    <li>
      <strong>{year}</strong>
      <span>{t('yearOffDays', { off, work })}</span>
      <span className={styles.hint}>
        {source}
        {papers.map((paper, i) => (
          <Paper key={i} paper={paper} n={i + 1} />
        ))}
      </span>
      {at === null ? null : (
        <Button type="link" size="small" aria-label={t('removeYearOf', { year })} onClick={onRemove}>
          {t('removeYear')}
        </Button>
      )}
    </li>
  );
}

function Paper({ paper, n }: { readonly paper: string; readonly n: number }) {
  const { t } = useTranslation('calendar');
  if (!/^https?:\/\//.test(paper)) return <> · {paper}</>;
  return (
    <>
      {' · '}
      <a href={paper} target="_blank" rel="noreferrer">
        {t('paper', { n })}
      </a>
    </>
  );
}

interface RemovalProps {
  readonly year: number;
  readonly change: ReturnType<typeof useChange>;
  readonly onClose: () => void;
}

function Removal({ year, change, onClose }: RemovalProps) {
  const { t } = useTranslation('calendar');
  const words = useFailureWords();
  const close = () => {
    change.forget();
    onClose();
  };
  return (
    <Modal open width={720} title={t('removeYearOf', { year })} footer={null} onCancel={close}>
      {change.error ? <Alert type="error" showIcon title={words(change.error)} /> : null}
      {change.looking ? <Loading rows={4} /> : null}
      {change.seen === undefined ? null : <ChangePreview change={change} seen={change.seen} />}
    </Modal>
  );
}
