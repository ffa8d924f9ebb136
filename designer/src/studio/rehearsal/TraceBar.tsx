/** A problem's trace, played step by step with the rehearsal's tokens. */
import { CaretRightOutlined, LeftOutlined, PauseOutlined, RightOutlined } from '@ant-design/icons';
import type { TraceStep } from '@tongban/shared/compiler';
import type { Design } from '@tongban/shared/document';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../store/index.tsx';
import { useStudioUi } from '../ui-state.tsx';
import styles from './rehearsal.module.css';
import { playTo, stopPlaying, type Playing } from './store.ts';

const STEP_MS = 1100;

export function TraceBar({ playing }: { readonly playing: Playing }) {
  const { t } = useTranslation('studio-form');
  const { design } = useStudio();
  const { setRehearsing, reveal } = useStudioUi();
  const [running, setRunning] = useState(true);
  const { trace, at } = playing;
  const last = at >= trace.length;
  useEffect(() => {
    if (!running || last) return undefined;
    const timer = window.setTimeout(() => playTo(at + 1), STEP_MS);
    return () => window.clearTimeout(timer);
  }, [running, last, at]);
  const step = trace[at - 1];
  // Where the last token stands, or waits to go in: the canvas follows it.
  const token = step?.tokens.at(-1);
  const node = token?.kind === 'edge' ? design.flow.edges[token.at]?.to : (token?.at ?? step?.node);
  useEffect(() => {
    if (node !== undefined) reveal({ kind: 'node', id: node });
  }, [node, reveal]);
  return (
    <div className={styles.bar} role="region" aria-label={t('trace.title')}>
      <strong>{t('trace.title')}</strong>
      <span className="tabular">{t('trace.step', { at, total: trace.length })}</span>
      <Button
        size="small"
        icon={<LeftOutlined aria-hidden />}
        disabled={at === 0}
        aria-label={t('trace.back')}
        onClick={() => {
          setRunning(false);
          playTo(at - 1);
        }}
      />
      <Button
        size="small"
        icon={running && !last ? <PauseOutlined aria-hidden /> : <CaretRightOutlined aria-hidden />}
        aria-label={running && !last ? t('trace.pause') : t('trace.play')}
        onClick={() => {
          if (last) playTo(0);
          setRunning(last || !running);
        }}
      />
      <Button
        size="small"
        icon={<RightOutlined aria-hidden />}
        disabled={last}
        aria-label={t('trace.forward')}
        onClick={() => {
          setRunning(false);
          playTo(at + 1);
        }}
      />
      <span className={styles.traceWords} role="status">
        {step ? stepWords(t, design, step) : t('trace.begin')}
        {last ? ` ${t('trace.stuck')}` : ''}
      </span>
      <span className={styles.spacer} />
      <Button size="small" type="text" onClick={() => stopPlaying()}>
        {t('trace.toRehearsal')}
      </Button>
      <Button size="small" type="text" onClick={() => setRehearsing(false)}>
        {t('trace.close')}
      </Button>
    </div>
  );
}

function stepWords(
  t: (key: string, params?: Record<string, string>) => string,
  design: Design,
  step: TraceStep,
): string {
  const node = design.flow.nodes[step.node];
  const name = node?.name || t('trace.unnamed');
  const choice = step.choice === null ? '' : choiceName(design, step);
  return choice === '' ? t('trace.at', { name }) : t('trace.chose', { name, choice });
}

/** A decision of the step, or the way that was taken: its name, or where it leads. */
function choiceName(design: Design, { node: id, choice }: TraceStep): string {
  const node = design.flow.nodes[id];
  if ((node?.kind === 'task' || node?.kind === 'dispatch') && choice !== null) {
    const decision = node.decisions[choice];
    if (decision) return decision.name;
  }
  const edge = choice === null ? undefined : design.flow.edges[choice];
  return edge ? edge.name || (design.flow.nodes[edge.to]?.name ?? '') : '';
}
