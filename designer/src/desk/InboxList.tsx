/** The list of tasks: tabs by colour, search, rows of 40 px. Up and down move; what is chosen shows beside it. */
import { SearchOutlined } from '@ant-design/icons';
import { Button, Input, Skeleton } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskRow } from '../app/api-types.ts';
import { Shape, useClockWords } from '../ui/ClockTag.tsx';
import { Empty, Failed } from '../ui/states.tsx';
import styles from './desk.module.css';
import { type Tab, type useInbox } from './use-inbox.ts';
import { useClear } from '../ui/use-clear.tsx';

const TABS: readonly Tab[] = ['all', 'red', 'amber', 'green', 'paused'];
const TYPING_MS = 250;

interface InboxListProps {
  readonly inbox: ReturnType<typeof useInbox>;
  readonly tab: Tab;
  readonly done: boolean;
  readonly selected: string | null;
  readonly onTab: (tab: Tab, done: boolean) => void;
  readonly onSearch: (search: string) => void;
  readonly onSelect: (row: DeskRow) => void;
}

export function InboxList({ inbox, tab, done, selected, onTab, onSearch, onSelect }: InboxListProps) {
  const { t } = useTranslation('desk');
  const { query, rows, counts } = inbox;
  return (
    <section className={styles.list} aria-label={t('list')}>
      <div className={styles.tabs} role="tablist" aria-label={t('title')}>
        {TABS.map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            aria-selected={!done && tab === one}
            className={`bare ${styles.tab}`}
            onClick={() => onTab(one, false)}
          >
            {one === 'all' ? null : <Shape color={one} />}
            {t(one)}
            <span className={styles.tabCount}>{counts?.[one] ?? ''}</span>
          </button>
        ))}
        <button
          type="button"
          role="tab"
          aria-selected={done}
          className={`bare ${styles.tab}`}
          onClick={() => onTab('all', true)}
        >
          {t('done')}
        </button>
      </div>
      <SearchBox onSearch={onSearch} />
      {query.isError ? (
        <Failed error={query.error} onRetry={() => void query.refetch()} />
      ) : query.isPending ? (
        <div className={styles.waiting}>
          <Skeleton active title={false} paragraph={{ rows: 10 }} />
        </div>
      ) : rows.length === 0 ? (
        <Empty
          title={tab === 'all' && !done ? t('emptyTitle') : t('emptyFilter')}
          body={tab === 'all' && !done ? t('emptyBody') : undefined}
        />
      ) : (
        <ul className={styles.rows}>
          {rows.map((row) => (
            <Row key={row.activity} row={row} selected={row.activity === selected} onSelect={onSelect} />
          ))}
          {query.hasNextPage ? (
            <li className={styles.more}>
              <Button type="link" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                {t('common:more')}
              </Button>
            </li>
          ) : null}
        </ul>
      )}
      <p className={styles.keys}>{t('keys')}</p>
    </section>
  );
}

function SearchBox({ onSearch }: { readonly onSearch: (search: string) => void }) {
  const { t } = useTranslation('desk');
  const clear = useClear();
  const [text, setText] = useState('');
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return undefined;
    }
    const timer = window.setTimeout(() => onSearch(text.trim()), TYPING_MS);
    return () => window.clearTimeout(timer);
  }, [text, onSearch]);
  return (
    <div className={styles.search}>
      <Input
        allowClear={clear}
        prefix={<SearchOutlined aria-hidden />}
        placeholder={t('search')}
        aria-label={t('search')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </div>
  );
}

interface RowProps {
  readonly row: DeskRow;
  readonly selected: boolean;
  readonly onSelect: (row: DeskRow) => void;
}
function Row({ row, selected, onSelect }: RowProps) {
  const { t } = useTranslation('desk');
  const words = useClockWords();
  const ref = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (selected) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  const claimed =
    row.claimedByName === null ? '' : row.mine ? t('claimedByMe') : t('claimedBy', { name: row.claimedByName });
  return (
    <li>
      <button
        ref={ref}
        type="button"
        className={`bare ${styles.row} ${styles[`row-${row.color}`]}`}
        aria-current={selected}
        title={[row.title, row.number, row.applicantName, claimed].filter(Boolean).join('\n')}
        onClick={() => onSelect(row)}
      >
        <span className={styles.rowMain}>
          <span className={styles.rowName}>{row.subject === '' ? row.title : row.subject}</span>
          <span className={styles.rowStep}>{row.stepName}</span>
        </span>
        <span className={styles.rowMeta}>
          <span className={styles.rowClock}>
            <Shape color={row.color} />
            {words(row)}
            {row.provisional && row.color !== 'ended' ? `·${t('common:provisional')}` : ''}
          </span>
          <span className={styles.rowFrom}>{row.applicantName}</span>
        </span>
      </button>
    </li>
  );
}
