/** Where work waits: open tasks of each office as one bar by colour, with the figures beside it. */
import { useTranslation } from 'react-i18next';
import type { Overview } from '../app/api-types.ts';
import type { SuperviseSearch } from '../app/router.tsx';
import styles from './supervise.module.css';

type Row = Overview['departments'][number];
const PARTS = ['red', 'amber', 'green', 'paused'] as const;

interface DepartmentsProps {
  readonly rows: readonly Row[];
  readonly onOpen: (search: SuperviseSearch) => void;
}

export function Departments({ rows, onOpen }: DepartmentsProps) {
  const { t } = useTranslation('supervise');
  if (rows.length === 0) return null;
  const openOf = (row: Row) => PARTS.reduce((sum, part) => sum + row[part], 0);
  const most = Math.max(1, ...rows.map(openOf));
  const sorted = [...rows].sort((a, b) => b.overdue - a.overdue || b.red - a.red || openOf(b) - openOf(a));
  return (
    <section className={styles.block} aria-label={t('departments')}>
      <h2>{t('departments')}</h2>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('department')}</th>
              <th scope="col" className={styles.barColumn}>
                <span className={styles.keys}>
                  {PARTS.map((part) => (
                    <span key={part} className={styles.key}>
                      <span className={`${styles.swatch} ${styles[`fill-${part}`]}`} aria-hidden />
                      {t(part)}
                    </span>
                  ))}
                </span>
              </th>
              {PARTS.map((part) => (
                <th key={part} scope="col" className={styles.number}>
                  {t(part)}
                </th>
              ))}
              <th scope="col" className={styles.number}>
                {t('overdue')}
              </th>
              <th scope="col" className={styles.number}>
                {t('done')}
              </th>
            </tr>
          </thead>
          <tbody>
            {sorted.map((row) => (
              <tr key={row.department}>
                <th scope="row">{row.name}</th>
                <td>
                  <span className={styles.bar} aria-hidden>
                    {PARTS.map((part) => (
                      <span
                        key={part}
                        className={styles[`fill-${part}`]}
                        style={{ width: `${(row[part] / most) * 100}%` }}
                      />
                    ))}
                  </span>
                </td>
                {PARTS.map((part) => (
                  <td key={part} className={styles.number}>
                    <Count
                      count={row[part]}
                      label={t('figure', { name: `${row.name} ${t(part)}`, count: row[part] })}
                      tone={part}
                      onOpen={() => onOpen({ color: part, department: row.department })}
                    />
                  </td>
                ))}
                <td className={styles.number}>
                  <Count
                    count={row.overdue}
                    label={t('figure', { name: `${row.name} ${t('overdue')}`, count: row.overdue })}
                    tone="red"
                    onOpen={() => onOpen({ color: 'overdue', department: row.department })}
                  />
                </td>
                <td className={styles.number}>
                  <Count
                    count={row.done}
                    label={t('figure', { name: `${row.name} ${t('done')}`, count: row.done })}
                    tone="ended"
                    onOpen={() => onOpen({ status: 'ended', department: row.department })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface CountProps {
  readonly count: number;
  readonly label: string;
  readonly tone: 'green' | 'amber' | 'red' | 'paused' | 'ended';
  readonly onOpen: () => void;
}
export function Count({ count, label, tone, onOpen }: CountProps) {
  if (count === 0) return <span className={styles.zero}>0</span>;
  return (
    <button type="button" className={`bare ${styles.count} ${styles[tone]}`} aria-label={label} onClick={onOpen}>
      {count}
    </button>
  );
}
