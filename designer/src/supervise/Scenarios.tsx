/** Before the reform, as designed, as measured: per scenario, in working days. */
import { useTranslation } from 'react-i18next';
import type { Overview } from '../app/api-types.ts';
import type { SuperviseSearch } from '../app/router.tsx';
import { Count } from './Departments.tsx';
import styles from './supervise.module.css';

interface ScenariosProps {
  readonly rows: Overview['scenarios'];
  readonly onOpen: (search: SuperviseSearch) => void;
}

export function Scenarios({ rows, onOpen }: ScenariosProps) {
  const { t } = useTranslation('supervise');
  if (rows.length === 0) return null;
  const most = Math.max(1, ...rows.flatMap((row) => [row.baselineDays ?? 0, row.designedDays, row.measuredDays ?? 0]));
  return (
    <section className={styles.block} aria-label={t('scenarios')}>
      <h2>{t('scenarios')}</h2>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('scenario')}</th>
              <th scope="col">{t('baseline')}</th>
              <th scope="col">{t('designed')}</th>
              <th scope="col">{t('measured')}</th>
              <th scope="col" className={styles.number}>
                {t('running')}
              </th>
              <th scope="col" className={styles.number}>
                {t('ended')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.code}>
                <th scope="row">{row.title}</th>
                <DaysCell days={row.baselineDays} most={most} fill={styles.daysBefore} />
                <DaysCell days={row.designedDays} most={most} fill={styles.daysDesigned} />
                <DaysCell
                  days={row.measuredDays}
                  most={most}
                  fill={
                    row.measuredDays !== null && row.measuredDays > row.designedDays
                      ? styles.daysLate
                      : styles.daysMeasured
                  }
                />
                <td className={styles.number}>
                  <Count
                    count={row.running}
                    label={t('figure', { name: `${row.title} ${t('running')}`, count: row.running })}
                    tone="ended"
                    onOpen={() => onOpen({ code: row.code, status: 'running' })}
                  />
                </td>
                <td className={styles.number}>
                  <Count
                    count={row.ended}
                    label={t('figure', { name: `${row.title} ${t('ended')}`, count: row.ended })}
                    tone="ended"
                    onOpen={() => onOpen({ code: row.code, status: 'ended' })}
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

interface DaysCellProps {
  readonly days: number | null;
  readonly most: number;
  readonly fill: string | undefined;
}
function DaysCell({ days, most, fill }: DaysCellProps) {
  if (days === null) return <td className={styles.zero}>—</td>;
  const shown = Math.round(days * 10) / 10;
  return (
    <td className={styles.daysCell}>
      <span className={styles.daysFigure}>{shown}</span>
      <span
        className={`${styles.days} ${fill}`}
        style={{ width: `${Math.max(2, (days / most) * 100)}px` }}
        aria-hidden
      />
    </td>
  );
}
