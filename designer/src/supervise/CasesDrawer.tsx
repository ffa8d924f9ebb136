/** The cases behind a figure; each row opens the case. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Drawer, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Overview } from '../app/api-types.ts';
import type { SuperviseSearch } from '../app/router.tsx';
import { api } from '../app/trpc.ts';
import { CaseList } from '../cases/CaseList.tsx';
import { Empty, Failed } from '../ui/states.tsx';
import styles from './supervise.module.css';

interface CasesDrawerProps {
  readonly search: SuperviseSearch;
  readonly overview: Overview;
  readonly onClose: () => void;
}

export function CasesDrawer({ search, overview, onClose }: CasesDrawerProps) {
  const { t } = useTranslation('supervise');
  const { color, department, code, status } = search;
  const query = useInfiniteQuery(
    api.supervision.cases.infiniteQueryOptions(
      {
        ...(color === undefined ? {} : color === 'overdue' ? { overdue: true } : { color }),
        ...(department === undefined ? {} : { department }),
        ...(code === undefined ? {} : { code }),
        ...(status === undefined ? {} : { status }),
      },
      { getNextPageParam: (page) => page.next ?? undefined, initialCursor: undefined },
    ),
  );
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const what = color !== undefined ? t(color) : status === 'ended' ? t('ended') : t('running');
  const where =
    overview.departments.find((one) => one.department === department)?.name ??
    overview.scenarios.find((one) => one.code === code)?.title ??
    t('allDepartments');
  return (
    <Drawer open size={760} title={t('casesOf', { what, where })} onClose={onClose}>
      {query.isPending ? <Skeleton active paragraph={{ rows: 8 }} /> : null}
      {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isSuccess && rows.length === 0 ? <Empty title={t('noCases')} /> : null}
      {rows.length > 0 ? <CaseList rows={rows} /> : null}
      {query.hasNextPage ? (
        <p className={styles.more}>
          <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('common:more')}
          </Button>
        </p>
      ) : null}
    </Drawer>
  );
}
