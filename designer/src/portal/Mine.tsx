/** 我的办件: applications not yet submitted, then the cases with where they are and how long is left. */
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Segmented, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/trpc.ts';
import { CaseList } from '../cases/CaseList.tsx';
import { moment } from '../ui/format.ts';
import { Failed } from '../ui/states.tsx';
import styles from './portal.module.css';

type Filter = 'all' | 'running' | 'correcting' | 'ended';

export function Mine() {
  const { t } = useTranslation('portal');
  const [filter, setFilter] = useState<Filter>('all');
  const query = useInfiniteQuery(
    api.portal.mine.infiniteQueryOptions(
      { limit: 20, ...(filter === 'all' ? {} : { status: filter }) },
      {
        getNextPageParam: (page) => page.next ?? undefined,
        initialCursor: undefined,
        placeholderData: keepPreviousData,
      },
    ),
  );
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <>
      <Drafts />
      <section className={styles.block} aria-label={t('mine')}>
        <div className={styles.blockHead}>
          <h2>{t('mine')}</h2>
          <Segmented<Filter>
            aria-label={t('mineFilter')}
            value={filter}
            onChange={setFilter}
            options={[
              { value: 'all', label: t('filterAll') },
              { value: 'correcting', label: t('filterCorrecting') },
              { value: 'running', label: t('filterRunning') },
              { value: 'ended', label: t('filterEnded') },
            ]}
          />
        </div>
        {query.isPending ? <Skeleton active paragraph={{ rows: 4 }} /> : null}
        {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
        {query.isSuccess && rows.length === 0 ? <p className={styles.hint}>{t('mineEmpty')}</p> : null}
        {rows.length > 0 ? <CaseList rows={rows} /> : null}
        {query.hasNextPage ? (
          <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('loadMore')}
          </Button>
        ) : null}
      </section>
    </>
  );
}

function Drafts() {
  const { t } = useTranslation('portal');
  const drafts = useQuery(api.portal.drafts.queryOptions());
  if (drafts.data === undefined || drafts.data.length === 0) return null;
  return (
    <section className={styles.block} aria-label={t('drafts')}>
      <h2>{t('drafts')}</h2>
      <ul className={styles.drafts}>
        {drafts.data.map((draft) => (
          <li key={draft.id}>
            <Link to="/portal/applications/$id" params={{ id: draft.id }} className={styles.draft}>
              <span>{draft.title}</span>
              <span className={styles.hint}>{t('draftAt', { at: moment(draft.savedAt) })}</span>
              <span className={styles.goOn}>{t('goOn')}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
