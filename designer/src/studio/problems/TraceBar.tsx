/** Plays a counterexample on the canvas, one step at a time: where the tokens stand, and what was chosen. */
import {
  CloseOutlined,
  PauseOutlined,
  CaretRightOutlined,
  StepBackwardOutlined,
  StepForwardOutlined,
} from '@ant-design/icons';
import type { TraceStep } from '@tongban/shared/compiler';
import { Button } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../store/index.tsx';
import { useStudioUi } from '../ui-state.tsx';
import styles from './problems.module.css';

const STEP_MS = 1100;

export function TraceBar({ trace }: { readonly trace: readonly TraceStep[] }): ReactNode {
  const { t } = useTranslation('studio-flow');
  const { design } = useStudio();
  const { setTokens, setTrace, select } = useStudioUi();
  const [at, setAt] = useState(0);
  const [playing, setPlaying] = useState(true);
  const last = trace.length - 1;
  const step = trace[Math.min(at, last)];

  useEffect(() => {
    setTokens(step ? step.tokens : null);
    return () => setTokens(null);
  }, [step, setTokens]);
  useEffect(() => {
    if (!playing || at >= last) return;
    const timer = setTimeout(() => setAt((now) => now + 1), STEP_MS);
    return () => clearTimeout(timer);
  }, [playing, at, last]);
  useEffect(() => select([]), [select]);

  const node = step ? design.flow.nodes[step.node] : undefined;
  const choice = step?.choice ?? null;
  const chosen =
    choice !== null && node && 'decisions' in node
      ? (node.decisions[choice]?.name ?? '')
      : choice !== null
        ? (design.flow.nodes[design.flow.edges[choice]?.to ?? '']?.name ?? '')
        : '';
  const line = chosen
    ? t('traceChose', { step: node?.name ?? '', choice: chosen })
    : t('traceStep', { step: node?.name ?? '' });
  return (
    <div className={styles.trace} role="status" aria-label={t('traceTitle')}>
      <span className="tabular">{t('traceAt', { at: Math.min(at, last) + 1, of: trace.length })}</span>
      <span className={styles.traceText}>{at >= last ? `${line} ${t('traceEnd')}` : line}</span>
      <Button
        size="small"
        type="text"
        icon={<StepBackwardOutlined />}
        aria-label={t('traceBack')}
        disabled={at === 0}
        onClick={() => {
          setPlaying(false);
          setAt(at - 1);
        }}
      />
      <Button
        size="small"
        type="text"
        icon={playing && at < last ? <PauseOutlined /> : <CaretRightOutlined />}
        aria-label={t(playing && at < last ? 'pause' : 'play')}
        onClick={() => {
          if (at >= last) setAt(0);
          setPlaying(at >= last ? true : !playing);
        }}
      />
      <Button
        size="small"
        type="text"
        icon={<StepForwardOutlined />}
        aria-label={t('traceForward')}
        disabled={at >= last}
        onClick={() => {
          setPlaying(false);
          setAt(at + 1);
        }}
      />
      <Button
        size="small"
        type="text"
        icon={<CloseOutlined />}
        aria-label={t('common:close')}
        onClick={() => setTrace(null)}
      />
    </div>
  );
}
