/** A clock as people read it: colour, a shape, and words; 暂定 where holidays are not known yet. */
import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ClockReading } from '@tongban/shared/calendar';
import styles from './ClockTag.module.css';
import { day } from './format.ts';
import { useWorkingTime } from './use-working-time.ts';

type Shade = 'green' | 'amber' | 'red' | 'paused' | 'ended' | 'stopped';

interface ClockTagProps {
  readonly color: Shade;
  readonly leftMinutes: number | null;
  /** Working minutes of one day where the case runs; null without a clock. */
  readonly dayMinutes: number | null;
  readonly overdue: boolean;
  readonly provisional: boolean;
  readonly dueAt: number | null;
  /** Text only, for rows. */
  readonly bare?: boolean;
}

/** Shape beside the colour, for those who do not see it. */
const SHAPES: Readonly<Record<Shade, string>> = {
  green: 'M6 1a5 5 0 1 1 0 10A5 5 0 0 1 6 1Z',
  amber: 'M6 1 11 10.5H1Z',
  red: 'M1.5 1.5h9v9h-9Z',
  paused: 'M2 1.5h3v9H2Zm5 0h3v9H7Z',
  ended: 'M1 6.5 4.5 10 11 2.5 9.7 1.400 4.400 7.400 2.200 5.300Z',
  stopped: 'M1 6.5 4.5 10 11 2.5 9.7 1.400 4.400 7.400 2.200 5.300Z',
};

export function Shape({ color }: { readonly color: Shade }) {
  return (
    <svg width="10" height="10" viewBox="0 0 12 12" className={styles[color]} aria-hidden focusable="false">
      <path d={SHAPES[color]} fill="currentColor" />
    </svg>
  );
}

export function useClockWords(): (clock: Omit<ClockTagProps, 'bare'>) => string {
  const { t } = useTranslation();
  const workingTime = useWorkingTime();
  return ({ color, leftMinutes, dayMinutes, overdue }) => {
    if (color === 'ended') return t('colorEnded');
    if (color === 'stopped' || leftMinutes === null || dayMinutes === null)
      return t(color === 'paused' ? 'colorPaused' : 'colorStopped');
    if (color === 'paused') return t('pausedLeft', { time: workingTime(leftMinutes, dayMinutes) });
    if (overdue && leftMinutes === 0) return t('overdue');
    if (overdue || leftMinutes < 0) return t('over', { time: workingTime(leftMinutes, dayMinutes) });
    return t('left', { time: workingTime(leftMinutes, dayMinutes) });
  };
}

export function ClockTag(props: ClockTagProps) {
  const { t } = useTranslation();
  const words = useClockWords();
  const { color, dueAt, provisional, bare = false } = props;
  if (props.leftMinutes === null && color !== 'paused' && color !== 'ended') return null;
  return (
    <span className={`${styles.tag} ${bare ? styles.bare : styles[`${color}Ground`]} ${styles[color]}`}>
      <Shape color={color} />
      <span title={dueAt === null ? undefined : t('dueAt', { date: day(dueAt) })}>{words(props)}</span>
      {provisional && color !== 'ended' ? (
        <Tooltip title={t('provisionalHelp')}>
          <span className={styles.provisional} tabIndex={0}>
            {t('provisional')}
          </span>
        </Tooltip>
      ) : null}
    </span>
  );
}

export function clockProps(clock: ClockReading): ClockTagProps {
  const { state, leftMinutes, dayMinutes, overdue, provisional, dueAt } = clock;
  return { color: state, leftMinutes, dayMinutes, overdue, provisional, dueAt };
}
