/** The portal's first page: search, seven modules, what can be done, what I have under way. */
import { SearchOutlined } from '@ant-design/icons';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Input, Skeleton, Tag } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScenarioRow } from '../app/api-types.ts';
import { api } from '../app/trpc.ts';
import { isModule, moduleNameKey, MODULES } from '../ui/modules.ts';
import { Empty, Failed } from '../ui/states.tsx';
import { Mine } from './Mine.tsx';
import styles from './portal.module.css';
import { useClear } from '../ui/use-clear.tsx';

const TYPING_MS = 250;

export function PortalPage() {
  const { t } = useTranslation('portal');
  const clear = useClear();
  const [text, setText] = useState('');
  const [search, setSearch] = useState('');
  const [module, setModule] = useState<string | null>(null);
  useEffect(() => {
    const timer = window.setTimeout(() => setSearch(text.trim()), TYPING_MS);
    return () => window.clearTimeout(timer);
  }, [text]);
  return (
    <div className={styles.page}>
      <section className={styles.hero} aria-label={t('common:search')}>
        <h1>{t('hello')}</h1>
        <Input
          size="large"
          allowClear={clear}
          prefix={<SearchOutlined aria-hidden />}
          placeholder={t('search')}
          aria-label={t('search')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </section>
      <Modules module={module} onModule={setModule} />
      <Scenarios
        search={search}
        module={module}
        onClear={() => {
          setText('');
          setModule(null);
        }}
      />
      <Mine />
    </div>
  );
}

interface ModulesProps {
  readonly module: string | null;
  readonly onModule: (module: string | null) => void;
}
function Modules({ module, onModule }: ModulesProps) {
  const { t } = useTranslation('portal');
  const counts = useQuery(api.portal.modules.queryOptions());
  const countOf = (id: string) => counts.data?.find((one) => one.module === id)?.count ?? 0;
  return (
    <section className={styles.modules} aria-label={t('modules')}>
      {MODULES.map((id) => {
        const key = moduleNameKey(id);
        return (
          <button
            key={id}
            type="button"
            className={`bare ${styles.module}`}
            aria-pressed={module === id}
            onClick={() => onModule(module === id ? null : id)}
          >
            <span>{key === null ? id : t(`common:${key}`)}</span>
            <span className={styles.moduleCount}>{counts.isPending ? '…' : countOf(id)}</span>
          </button>
        );
      })}
    </section>
  );
}

interface ScenariosProps {
  readonly search: string;
  readonly module: string | null;
  readonly onClear: () => void;
}
function Scenarios({ search, module, onClear }: ScenariosProps) {
  const { t } = useTranslation('portal');
  const filtered = search !== '' || module !== null;
  const query = useInfiniteQuery(
    api.portal.scenarios.infiniteQueryOptions(
      {
        ...(search === '' ? {} : { search }),
        ...(module !== null && isModule(module) ? { module } : {}),
      },
      {
        getNextPageParam: (page) => page.next ?? undefined,
        initialCursor: undefined,
        placeholderData: keepPreviousData,
      },
    ),
  );
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <section className={styles.block} aria-label={t('results')}>
      <h2>{t('results')}</h2>
      {query.isPending ? <Skeleton active paragraph={{ rows: 3 }} /> : null}
      {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isSuccess && rows.length === 0 ? (
        <Empty
          title={filtered ? t('noScenarioTitle') : t('noScenarioYet')}
          body={filtered ? t('noScenarioBody') : undefined}
          action={filtered ? <Button onClick={onClear}>{t('clearFilter')}</Button> : undefined}
        />
      ) : null}
      <ul className={styles.scenarios}>
        {rows.map((row) => (
          <li key={row.release}>
            <ScenarioCard row={row} />
          </li>
        ))}
      </ul>
      {query.hasNextPage ? (
        <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('loadMore')}
        </Button>
      ) : null}
    </section>
  );
}

function ScenarioCard({ row }: { readonly row: ScenarioRow }) {
  const { t } = useTranslation('portal');
  return (
    <Link to="/portal/scenarios/$code" params={{ code: row.code }} className={styles.scenario}>
      <span className={styles.scenarioTitle}>{row.title}</span>
      <span className={styles.summary}>{row.summary}</span>
      <span className={styles.chips}>
        {row.days > 0 ? <Tag>{t('days', { count: row.days })}</Tag> : null}
        <Tag>{t('shared', { count: row.shared })}</Tag>
        <Tag>{t('visits')}</Tag>
      </span>
    </Link>
  );
}
