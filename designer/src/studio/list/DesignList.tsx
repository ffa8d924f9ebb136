/** All scenarios of the office: open one, start one from a blank page or a template, or take one in from a file. */
import { FileAddOutlined, ImportOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import dayjs from 'dayjs';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../app/trpc.ts';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { moduleKey } from '../words.ts';
import { ImportDesign } from './ImportDesign.tsx';
import styles from './list.module.css';
import { NewDesign } from './NewDesign.tsx';

export function DesignList(): ReactNode {
  const { t } = useTranslation('studio-flow');
  const designs = useQuery(api.designs.list.queryOptions());
  const [creating, setCreating] = useState(false);
  const [importing, setImporting] = useState(false);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{t('listTitle')}</h1>
        <div className={styles.actions}>
          <Button icon={<ImportOutlined aria-hidden />} onClick={() => setImporting(true)}>
            {t('import')}
          </Button>
          <Button type="primary" icon={<FileAddOutlined aria-hidden />} onClick={() => setCreating(true)}>
            {t('newDesign')}
          </Button>
        </div>
      </header>
      <p className={styles.lead}>{t('listLead')}</p>
      {designs.isPending ? <Loading rows={4} /> : null}
      {designs.error ? <Failed error={designs.error} onRetry={() => void designs.refetch()} /> : null}
      {designs.data?.length === 0 ? (
        <Empty
          title={t('listEmptyTitle')}
          body={t('listEmptyBody')}
          action={
            <Button type="primary" onClick={() => setCreating(true)}>
              {t('newDesign')}
            </Button>
          }
        />
      ) : null}
      <ul className={styles.list}>
        {designs.data?.map((design) => (
          <li key={design.id}>
            <Link to="/studio/$design" params={{ design: design.id }} className={styles.row}>
              <span className={styles.title}>{design.title || t('untitled')}</span>
              <span className={styles.module}>{t(moduleKey(design.module), { ns: 'common' })}</span>
              <span className={styles.version}>
                {design.latestVersion === null
                  ? t('neverPublished')
                  : t(design.open ? 'versionChanged' : 'versionSame', { version: design.latestVersion })}
              </span>
              <span className={styles.when}>
                {t('editedBy', { name: design.updatedByName, at: dayjs(design.updatedAt).format('YYYY-MM-DD HH:mm') })}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {creating ? <NewDesign onClose={() => setCreating(false)} /> : null}
      {importing ? <ImportDesign onClose={() => setImporting(false)} /> : null}
    </div>
  );
}
