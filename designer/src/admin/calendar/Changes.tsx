/** Who changed the calendars, when, and what it moved. */
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ChangeRow } from '@tongban/runtime/api';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../app/trpc.ts';
import { moment } from '../../ui/format.ts';
import { Failed, Loading } from '../../ui/states.tsx';
import styles from './calendar.module.css';

export function Changes() {
  const { t } = useTranslation('calendar');
  const query = useInfiniteQuery(
    api.calendar.changes.infiniteQueryOptions(
      { limit: 20 },
      { getNextPageParam: (page) => page.next ?? undefined, initialCursor: undefined },
    ),
  );
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <section className={styles.card} aria-label={t('changes')}>
      <h3>{t('changes')}</h3>
      {query.isPending ? <Loading rows={3} /> : null}
      {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isSuccess && rows.length === 0 ? <p className={styles.hint}>{t('noChanges')}</p> : null}
      <ul className={styles.rows}>
        {rows.map((row) => (
          <Change key={row.id} row={row} />
        ))}
      </ul>
      {query.hasNextPage ? (
        <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('common:more')}
        </Button>
      ) : null}
    </section>
  );
}

function Change({ row }: { readonly row: ChangeRow }) {
  const { t } = useTranslation('calendar');
  const { kind, year, at, personName, daysChanged, casesMoved, stepsMoved } = row;
  const what =
    kind === 'region'
      ? t('changeRegion', { name: row.regionName ?? t('wholeInstallation') })
      : t(kind === 'year' ? 'changeYear' : 'changeRemoveYear', { year });
  return (
    <li>
      <span className={styles.hint}>
        {moment(at)} {personName}
      </span>
      <strong>{what}</strong>
      <span className={styles.hint}>
        {t('changeEffect', { days: daysChanged, cases: casesMoved, steps: stepsMoved })}
      </span>
    </li>
  );
}
