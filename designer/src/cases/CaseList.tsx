/** Cases as rows that open the case: in the portal's 我的办件 and behind every figure of supervision. */
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CaseListRow } from '../app/api-types.ts';
import { ClockTag } from '../ui/ClockTag.tsx';
import { day } from '../ui/format.ts';
import styles from './case-list.module.css';
import { StatusTag } from './Facts.tsx';

export function CaseList({ rows }: { readonly rows: readonly CaseListRow[] }) {
  return (
    <ul className={styles.list}>
      {rows.map((row) => (
        <li key={row.caseId}>
          <CaseLine row={row} />
        </li>
      ))}
    </ul>
  );
}

function CaseLine({ row }: { readonly row: CaseListRow }) {
  const { t } = useTranslation();
  return (
    <Link to="/cases/$id" params={{ id: row.caseId }} className={styles.row}>
      <span className={styles.main}>
        <span className={styles.name}>{row.subject === '' ? row.title : row.subject}</span>
        <span className={styles.title}>{row.subject === '' ? '' : row.title}</span>
      </span>
      <span className={styles.where}>
        {row.where.length === 0 ? `${row.applicantName} · ${row.number}` : row.where.slice(0, 3).join('，')}
        {row.where.length > 3 ? ` +${row.where.length - 3}` : ''}
      </span>
      <span className={styles.state}>
        {row.status === 'ended' ? (
          <>
            <StatusTag view={row} />
            <span className={styles.date}>{row.endedAt === null ? '' : day(row.endedAt)}</span>
          </>
        ) : (
          <>
            {row.status === 'correcting' ? <StatusTag view={row} /> : null}
            <ClockTag {...row} />
            <span className={styles.date}>
              {row.promisedAt === null ? '' : t('dueAt', { date: day(row.promisedAt) })}
            </span>
          </>
        )}
      </span>
    </Link>
  );
}
