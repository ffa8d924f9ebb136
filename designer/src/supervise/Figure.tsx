/** A count that opens its cases: number, colour, shape and word. */
import { useTranslation } from 'react-i18next';
import { Shape } from '../ui/ClockTag.tsx';
import styles from './supervise.module.css';

interface FigureProps {
  readonly name: 'green' | 'amber' | 'red' | 'paused' | 'ended' | 'overdue';
  readonly count: number;
  readonly onOpen: () => void;
}

export function Figure({ name, count, onOpen }: FigureProps) {
  const { t } = useTranslation('supervise');
  const color = name === 'overdue' ? 'red' : name;
  return (
    <button
      type="button"
      className={`bare ${styles.figure} ${styles[color]}`}
      aria-label={t('figure', { name: t(name), count })}
      onClick={onOpen}
    >
      <span className={styles.figureName}>
        <Shape color={color} /> {t(name)}
      </span>
      <span className={styles.figureCount}>{count}</span>
    </button>
  );
}
