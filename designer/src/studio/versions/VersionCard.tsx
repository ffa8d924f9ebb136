/** One version: number, identity, when and by whom, its cases, and the departments' answers. */
import type { ReleaseRow } from '@tongban/runtime/api';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moment } from '../../ui/format.ts';
import { Mark } from '../form/parts/Question.tsx';
import { Identity } from '../publish/Identity.tsx';
import { answersOf } from './answers.ts';
import styles from './versions.module.css';

const FOLD_FROM = 8;

export function VersionCard({ version, newest }: { readonly version: ReleaseRow; readonly newest: boolean }) {
  const { t } = useTranslation('studio-form');
  const answers = answersOf(version.departments);
  const [open, setOpen] = useState(newest);
  const many = version.departments.length > FOLD_FROM;
  const shown = open || !many ? answers.inOrder : answers.inOrder.slice(0, 3);
  return (
    <li className={styles.version} data-version={version.version}>
      <header>
        <h3 className="tabular">{t('versions.number', { version: version.version })}</h3>
        {newest ? <Mark tone="good">{t('versions.newest')}</Mark> : null}
        <span className={styles.meta}>
          {t('versions.published', { at: moment(version.publishedAt), who: version.publishedByName })}
        </span>
        <span className={styles.meta}>
          {t('versions.identity')} <Identity value={version.identity} />
        </span>
        <span className={`${styles.cases} tabular`}>
          {t('versions.cases', { count: version.cases.running, all: version.cases.all })}
        </span>
      </header>
      <p className={`${styles.summary} tabular`}>
        {t('versions.answers', {
          all: version.departments.length,
          confirmed: answers.confirmed,
          objected: answers.objected,
          waiting: answers.waiting,
        })}
      </p>
      <ul className={styles.departments}>
        {shown.map((department) => (
          <li key={department.id}>
            <span className={styles.departmentName}>{department.name}</span>
            {department.answer === 'confirmed' ? <Mark tone="good">{t('versions.confirmed')}</Mark> : null}
            {department.answer === 'objected' ? <Mark tone="soon">{t('versions.objected')}</Mark> : null}
            {department.answer === null ? <Mark tone="quiet">{t('versions.waiting')}</Mark> : null}
            <span className={styles.by}>
              {department.byName === null || department.at === null
                ? ''
                : t('versions.by', { who: department.byName, at: moment(department.at) })}
            </span>
            {department.comment === '' ? null : <blockquote>{department.comment}</blockquote>}
          </li>
        ))}
      </ul>
      {many ? (
        <Button size="small" type="link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t('versions.fold') : t('versions.unfold', { count: version.departments.length })}
        </Button>
      ) : null}
    </li>
  );
}
