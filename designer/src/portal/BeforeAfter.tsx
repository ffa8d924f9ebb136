/** Before and after the reform as pairs of bars; only figures that the scenario states are shown. */
import type { ScenarioPage } from '@tongban/runtime/api';
import { useTranslation } from 'react-i18next';
import styles from './portal.module.css';

type RowKey = 'rowDays' | 'rowFields' | 'rowForms' | 'rowMaterials' | 'rowVisits' | 'rowApplications';

export function BeforeAfter({ scenario }: { readonly scenario: ScenarioPage }) {
  const { t } = useTranslation('portal');
  const { baseline, counts, days, materials } = scenario;
  const all: readonly { readonly key: RowKey; readonly before: number | undefined; readonly after: number }[] = [
    { key: 'rowDays', before: baseline.workdays, after: days },
    { key: 'rowFields', before: baseline.fields, after: counts.fields },
    { key: 'rowForms', before: baseline.forms, after: 1 },
    { key: 'rowMaterials', before: baseline.materials, after: materials.filter((one) => !one.exempt).length },
    { key: 'rowVisits', before: baseline.visits, after: 0 },
    { key: 'rowApplications', before: baseline.applications, after: 1 },
  ];
  const rows = all.flatMap(({ key, before, after }) => (before === undefined ? [] : [{ key, before, after }]));
  if (rows.length === 0) return null;
  return (
    <section className={styles.answer}>
      <h2>{t('beforeAfter')}</h2>
      <table className={styles.compare}>
        <thead className="visually-hidden">
          <tr>
            <th />
            <th scope="col">{t('before')}</th>
            <th scope="col">{t('after')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, before, after }) => {
            const most = Math.max(before, after, 1);
            return (
              <tr key={key}>
                <th scope="row">{t(key)}</th>
                <td>
                  <Bar className={styles.barBefore} share={before / most} />
                  <span className={styles.barFigure}>{before}</span>
                </td>
                <td>
                  <Bar className={styles.barAfter} share={after / most} />
                  <span className={styles.barFigureAfter}>{after}</span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className={styles.legend}>
        <span className={styles.keyBefore} aria-hidden /> {t('before')}
        <span className={styles.keyAfter} aria-hidden /> {t('after')}
      </p>
    </section>
  );
}

function Bar({ className, share }: { readonly className: string | undefined; readonly share: number }) {
  return <span className={className} style={{ width: `${Math.round(share * 100)}px` }} aria-hidden />;
}
