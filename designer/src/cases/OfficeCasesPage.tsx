/** 办件: every case that one's office leads, from its start, or had a task in; where it is and how long is left. */
import { SearchOutlined } from '@ant-design/icons';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Button, Input, Segmented, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/trpc.ts';
import { Empty, Failed } from '../ui/states.tsx';
import { useClear } from '../ui/use-clear.tsx';
import { useSearchText } from '../ui/use-search.ts';
import { CaseList } from './CaseList.tsx';
import styles from './cases.module.css';

const FILTERS = ['all', 'running', 'correcting', 'ended'] as const;
type Filter = (typeof FILTERS)[number];
const WORDS = {
  all: 'officeAll',
  running: 'common:statusRunning',
  correcting: 'common:statusCorrecting',
  ended: 'common:statusEnded',
} as const;

export function OfficeCasesPage() {
  const { t } = useTranslation('cases');
  const [filter, setFilter] = useState<Filter>('all');
  const { text, setText, search } = useSearchText();
  const clear = useClear();
  const query = useInfiniteQuery(
    api.cases.office.infiniteQueryOptions(
      { ...(filter === 'all' ? {} : { status: filter }), ...(search === '' ? {} : { search }) },
      {
        getNextPageParam: (page) => page.next ?? undefined,
        initialCursor: undefined,
        placeholderData: keepPreviousData,
      },
    ),
  );
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const narrowed = filter !== 'all' || search !== '';
  return (
    <div className={styles.page}>
      <h1>{t('officeTitle')}</h1>
      <p className={styles.when}>{t('officeHelp')}</p>
      <div className={styles.officeTools}>
        <Segmented<Filter>
          aria-label={t('officeFilter')}
          value={filter}
          onChange={setFilter}
          options={FILTERS.map((value) => ({ value, label: t(WORDS[value]) }))}
        />
        <Input
          allowClear={clear}
          className={styles.officeSearch}
          prefix={<SearchOutlined aria-hidden />}
          placeholder={t('officeSearch')}
          aria-label={t('officeSearch')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      {query.isPending ? <Skeleton active paragraph={{ rows: 8 }} /> : null}
      {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isSuccess && rows.length === 0 ? (
        <Empty
          title={t(narrowed ? 'officeNothing' : 'officeEmpty')}
          body={narrowed ? undefined : t('officeEmptyBody')}
        />
      ) : null}
      {rows.length > 0 ? <CaseList rows={rows} /> : null}
      {query.hasNextPage ? (
        <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('common:more')}
        </Button>
      ) : null}
    </div>
  );
}
