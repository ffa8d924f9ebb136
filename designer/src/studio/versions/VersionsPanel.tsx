/** 版本: what was published when and to whom, what each department answered, and what differs between any two. */
import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../app/trpc.ts';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { useStudio } from '../store/index.tsx';
import { CompareVersions } from './CompareVersions.tsx';
import { VersionCard } from './VersionCard.tsx';
import styles from './versions.module.css';

export function VersionsPanel() {
  const { t } = useTranslation('studio-form');
  const { id } = useStudio();
  const list = useQuery(api.releases.list.queryOptions({ design: id }));
  if (list.isPending) return <Loading rows={8} />;
  if (list.isError && !list.data) return <Failed error={list.error} onRetry={() => void list.refetch()} />;
  const versions = [...list.data].sort((a, b) => b.version - a.version || b.publishedAt - a.publishedAt);
  if (versions.length === 0) {
    return <Empty title={t('versions.emptyTitle')} body={t('versions.emptyBody')} />;
  }
  return (
    <div className={styles.panel}>
      <div className={styles.page}>
        {list.isError ? <Alert type="warning" showIcon title={t('versions.old')} /> : null}
        <CompareVersions versions={versions} />
        <h3>{t('versions.title')}</h3>
        <ol className={styles.list}>
          {versions.map((version, index) => (
            <VersionCard key={version.release} version={version} newest={index === 0} />
          ))}
        </ol>
      </div>
    </div>
  );
}
