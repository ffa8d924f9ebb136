/** The course of a flow as bars over working days: what follows what, and what runs side by side. */
import { useTranslation } from 'react-i18next';
import styles from './compare.module.css';
import type { Bar } from './figures.ts';

const round = (days: number) => Math.round(days * 100) / 100;

export function Timeline({ bars, days }: { readonly bars: readonly Bar[]; readonly days: number }) {
  const { t } = useTranslation('studio-form');
  if (bars.length === 0) return <span className={styles.small}>{t('compare.noSteps')}</span>;
  return (
    <ol className={styles.timeline}>
      {bars.map((bar) => {
        const text = t('compare.bar', { name: bar.name, days: round(bar.to - bar.from) });
        return (
          <li key={bar.node} title={`${bar.office ? `${bar.office} · ` : ''}${text}`}>
            <span className={styles.track} aria-hidden>
              <span
                className={`${styles.bar} ${bar.critical ? styles.critical : ''}`}
                style={{
                  left: `${(bar.from / days) * 100}%`,
                  width: `max(4px, ${((bar.to - bar.from) / days) * 100}%)`,
                }}
              />
            </span>
            <span className={styles.barName}>{text}</span>
          </li>
        );
      })}
    </ol>
  );
}
