/** One page that tells a leader the state. Every figure opens the cases behind it. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { SuperviseSearch } from '../app/router.tsx';
import { api } from '../app/trpc.ts';
import { moment } from '../ui/format.ts';
import { Empty, Failed, Loading } from '../ui/states.tsx';
import { CasesDrawer } from './CasesDrawer.tsx';
import { Departments } from './Departments.tsx';
import { Figure } from './Figure.tsx';
import { Scenarios } from './Scenarios.tsx';
import styles from './supervise.module.css';

const FIGURES = ['green', 'amber', 'red', 'overdue', 'paused', 'ended'] as const;

export function SupervisePage() {
  const { t } = useTranslation('supervise');
  const search = useSearch({ from: '/inside/supervise' });
  const navigate = useNavigate({ from: '/supervise' });
  const query = useQuery(api.supervision.overview.queryOptions(undefined, { refetchInterval: 60_000 }));
  const show = useCallback((next: SuperviseSearch) => void navigate({ search: next, resetScroll: false }), [navigate]);
  if (query.isPending) return <Loading rows={14} />;
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  const { counts, departments, scenarios, provisionalYears, now } = query.data;
  const open = Object.keys(search).length > 0;
  const nothing = FIGURES.every((name) => counts[name] === 0);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{t('title')}</h1>
        <span className={styles.hint}>{t('asOf', { at: moment(now) })}</span>
      </header>
      {provisionalYears.length === 0 ? null : (
        <Alert type="info" showIcon title={t('provisional', { years: provisionalYears.join('、') })} />
      )}
      <section className={styles.figures} aria-label={t('overview')}>
        {FIGURES.map((name) => (
          <Figure key={name} name={name} count={counts[name]} onOpen={() => show({ color: name })} />
        ))}
      </section>
      {nothing ? <Empty title={t('emptyTitle')} body={t('emptyBody')} /> : null}
      <Scenarios rows={scenarios} onOpen={show} />
      <Departments rows={departments} onOpen={show} />
      {open ? <CasesDrawer search={search} overview={query.data} onClose={() => show({})} /> : null}
    </div>
  );
}
