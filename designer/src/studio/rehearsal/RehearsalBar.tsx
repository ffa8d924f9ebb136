/** Above the canvas while rehearsing: whose turn it is, the virtual clock, how much of the flow was tried. */
import {
  CaretRightOutlined,
  FastForwardOutlined,
  PauseOutlined,
  ReloadOutlined,
  StepForwardOutlined,
} from '@ant-design/icons';
import { sameJson } from '@tongban/shared/document';
import { Button, Tooltip } from 'antd';
import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { moment } from '../../ui/format.ts';
import { useSampleSetting } from '../preview/use-sample-setting.ts';
import { useStudio } from '../store/index.tsx';
import { useStudioUi } from '../ui-state.tsx';
import { goOn, useAutomaticWalk } from './auto.ts';
import styles from './rehearsal.module.css';
import { enter, leave, openDesign, stepped, useRehearsalState } from './store.ts';
import { TraceBar } from './TraceBar.tsx';
import { useRehearsal } from './use-rehearsal.ts';
import { useBegin } from './use-session.ts';

const DAY = 86_400_000;

export function RehearsalBar() {
  const { t } = useTranslation('studio-form');
  const { id, design } = useStudio();
  const { setTokens, setProblemsOpen } = useStudioUi();
  const { session, runs, playing } = useRehearsalState();
  const { positions, coverage, percent } = useRehearsal();
  const { beginAgain } = useBegin();
  const setting = useSampleSetting();
  const { walking, toggle } = useAutomaticWalk(() =>
    session ? goOn(session, setting, runs ?? design, t('rehearsal.sampleOpinion')) : null,
  );

  const idle = session === null && playing === null;
  // When the rehearsal opens or a trace is closed; a changed design does not begin anew by itself.
  const beginHere = useEffectEvent(() => {
    beginAgain();
  });
  useEffect(() => {
    openDesign(id);
    if (idle) beginHere();
  }, [id, idle]);
  useEffect(() => {
    enter();
    return () => {
      leave();
      setTokens(null);
    };
  }, [setTokens]);
  useEffect(() => setTokens(positions), [positions, setTokens]);

  if (playing) return <TraceBar playing={playing} />;
  if (!session) {
    return (
      <div className={styles.bar} role="region" aria-label={t('rehearsal.title')}>
        <strong>{t('rehearsal.title')}</strong>
        <span>{t('rehearsal.cannot')}</span>
        <span className={styles.spacer} />
        <Button onClick={() => setProblemsOpen(true)}>{t('rehearsal.seeProblems')}</Button>
        <Button icon={<ReloadOutlined aria-hidden />} onClick={() => beginAgain()}>
          {t('rehearsal.again')}
        </Button>
      </div>
    );
  }
  const due = session.nextDue();
  const changed = runs !== null && runs !== design && !sameJson(runs.flow, design.flow);
  const formChanged = runs !== null && runs !== design && !sameJson(runs.form, design.form);
  const move = (to: number) => {
    session.advance(to);
    stepped();
  };
  return (
    <div className={styles.bar} role="region" aria-label={t('rehearsal.title')}>
      <strong>{t('rehearsal.title')}</strong>
      <span className={`${styles.clock} tabular`} role="status">
        {moment(session.now())}
      </span>
      <Button
        size="small"
        type="primary"
        ghost
        icon={walking ? <PauseOutlined aria-hidden /> : <CaretRightOutlined aria-hidden />}
        disabled={!walking && session.turns().length === 0}
        onClick={toggle}
      >
        {t(walking ? 'rehearsal.pause' : 'rehearsal.auto')}
      </Button>
      <Button size="small" icon={<FastForwardOutlined aria-hidden />} onClick={() => move(session.now() + DAY)}>
        {t('rehearsal.day')}
      </Button>
      <Tooltip title={due === null ? t('rehearsal.nothingDue') : t('rehearsal.dueAt', { at: moment(due) })}>
        <Button
          size="small"
          icon={<StepForwardOutlined aria-hidden />}
          disabled={due === null}
          onClick={() => {
            if (due !== null) move(due);
          }}
        >
          {t('rehearsal.due')}
        </Button>
      </Tooltip>
      <span className={styles.spacer} />
      {changed || formChanged ? <span className={styles.changed}>{t('rehearsal.changed')}</span> : null}
      <Tooltip title={t('rehearsal.coverageHelp', { walked: coverage.walked, total: coverage.total })}>
        <span className="tabular" data-coverage={percent}>
          {t('rehearsal.coverage', { percent })}
        </span>
      </Tooltip>
      <Button size="small" icon={<ReloadOutlined aria-hidden />} onClick={() => beginAgain()}>
        {t('rehearsal.again')}
      </Button>
    </div>
  );
}
