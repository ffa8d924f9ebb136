/** Below everything: what is wrong, how long it takes against the promise, and the zoom of the canvas. */
import { MinusOutlined, PlusOutlined } from '@ant-design/icons';
import { inDays } from '@tongban/shared/compiler';
import { useReactFlow, useStore, useStoreApi } from '@xyflow/react';
import { Button } from 'antd';
import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { arrange } from '../../ui/flow/arrange.ts';
import { openingView, ZOOM } from '../canvas/use-viewport.ts';
import { countOpen } from '../problems/count.ts';
import { useStudio } from '../store/index.tsx';
import { useStudioUi } from '../ui-state.tsx';
import styles from './editor.module.css';

const Tried = lazy(() => import('./Tried.tsx').then((m) => ({ default: m.Tried })));

export function StatusBar({ zoom = false }: { readonly zoom?: boolean }): ReactNode {
  const { t } = useTranslation('studio-flow');
  const { design, compiled } = useStudio();
  const ui = useStudioUi();
  const { errors, warnings } = countOpen(compiled.diagnostics);
  const { promise } = design.policies;
  const days = compiled.time.criticalDays;
  const late = promise !== undefined && days > inDays(promise);
  return (
    <div className={styles.status}>
      <button
        type="button"
        className={`bare ${styles.statusItem}`}
        onClick={() => ui.setProblemsOpen(!ui.problemsOpen)}
      >
        <span className={errors > 0 ? styles.bad : ''}>{t('problems', { count: errors + warnings })}</span>
      </button>
      <button
        type="button"
        className={`bare ${styles.statusItem}`}
        aria-pressed={ui.criticalPath}
        onClick={() => ui.setCriticalPath(!ui.criticalPath)}
      >
        {t('pathDays', { days })}
        <span className={late ? styles.bad : ''}>
          {promise ? t(late ? 'promiseBroken' : 'promiseKept', { days: inDays(promise) }) : t('promiseNone')}
        </span>
      </button>
      <Suspense fallback={null}>
        <Tried />
      </Suspense>
      <span className={styles.stretch} />
      {zoom ? <Zoom /> : null}
    </div>
  );
}

function Zoom(): ReactNode {
  const { t } = useTranslation('studio-flow');
  const flow = useReactFlow();
  const store = useStoreApi();
  const { design } = useStudio();
  const percent = useStore((state) => Math.round(state.transform[2] * 100));
  const fit = (): void => {
    const { width, height } = store.getState();
    void flow.setViewport(openingView(arrange(design.flow, design.layout), width, height, ZOOM.min), { duration: 200 });
  };
  return (
    <span className={styles.zoom}>
      <Button
        size="small"
        type="text"
        icon={<MinusOutlined aria-hidden />}
        aria-label={t('zoomOut')}
        onClick={() => void flow.zoomOut()}
      />
      <Button size="small" type="text" className="tabular" title={t('zoomFull')} onClick={() => void flow.zoomTo(1)}>
        {percent}%
      </Button>
      <Button
        size="small"
        type="text"
        icon={<PlusOutlined aria-hidden />}
        aria-label={t('zoomIn')}
        onClick={() => void flow.zoomIn()}
      />
      <Button size="small" type="text" onClick={fit}>
        {t('zoomFit')}
      </Button>
    </span>
  );
}
