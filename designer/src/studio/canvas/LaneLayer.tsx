/** Lanes and phases: bands behind the drawing, heads that stay in sight while it is panned. */
import { useViewport, ViewportPortal } from '@xyflow/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Arrangement } from '../../ui/flow/arrange.ts';
import styles from './canvas.module.css';
import { HEAD_WIDTH, PHASE_HEAD } from '../../ui/flow/geometry.ts';

export function LaneBands({ arrangement }: { readonly arrangement: Arrangement }): ReactNode {
  const left = -4000;
  const width = arrangement.width + 12000;
  return (
    <ViewportPortal>
      <div className={styles.bands} aria-hidden>
        {arrangement.lanes.map((lane) => (
          <div
            key={lane.id}
            className={lane.empty ? styles.bandEmpty : styles.band}
            style={{ transform: `translate(${left}px, ${lane.y}px)`, width, height: lane.height }}
          />
        ))}
        {arrangement.phases.slice(1).map((phase) => (
          <div
            key={phase.id}
            className={styles.phaseBorder}
            style={{
              transform: `translate(${phase.x}px, ${arrangement.top}px)`,
              height: arrangement.height - arrangement.top,
            }}
          />
        ))}
      </div>
    </ViewportPortal>
  );
}

export function LaneHeads({
  arrangement,
  selected,
  onSelect,
}: {
  readonly arrangement: Arrangement;
  readonly selected: string | null;
  readonly onSelect: (lane: string) => void;
}): ReactNode {
  const { t } = useTranslation('studio-flow');
  const { x, y, zoom } = useViewport();
  return (
    <>
      {arrangement.phases.length > 0 ? (
        <div className={styles.phaseHeads} style={{ height: PHASE_HEAD }}>
          {arrangement.phases.map((phase) => (
            <span
              key={phase.id}
              className={styles.phaseHead}
              style={{
                left: phase.x * zoom + x,
                width: phase.width * zoom,
                paddingLeft: Math.max(0, HEAD_WIDTH - phase.x * zoom - x) + 12,
              }}
              title={phase.name}
            >
              {phase.name}
            </span>
          ))}
        </div>
      ) : null}
      <div className={styles.laneHeads} style={{ width: HEAD_WIDTH }}>
        {arrangement.lanes.map((lane) => {
          const top = lane.y * zoom + y;
          const height = lane.height * zoom;
          return (
            <button
              key={lane.id}
              type="button"
              className={`${lane.empty ? styles.laneEmpty : styles.lane} ${selected === lane.id ? styles.laneOn : ''}`}
              style={{ transform: `translateY(${top}px)`, height }}
              title={lane.name || t('noLane')}
              aria-label={t('laneHead', { name: lane.name || t('noLane') })}
              disabled={lane.id === ''}
              onClick={() => onSelect(lane.id)}
            >
              <span className={styles.laneName}>{lane.name || t('noLane')}</span>
            </button>
          );
        })}
      </div>
    </>
  );
}
