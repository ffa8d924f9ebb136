/** 流程: palette, canvas (or step table, or code), and what stands at its right: the questions, or 改并联. */
import { ReactFlowProvider } from '@xyflow/react';
import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../ui/states.tsx';
import { Canvas } from '../canvas/Canvas.tsx';
import { StatusBar } from '../editor/StatusBar.tsx';
import { Hints } from '../hints/Hints.tsx';
import { Inspector } from '../inspector/Inspector.tsx';
import { ParallelPanel } from '../parallel/ParallelPanel.tsx';
import { ProblemsPanel } from '../problems/ProblemsPanel.tsx';
import { StepTable } from '../steps/StepTable.tsx';
import { useStudio } from '../store/index.tsx';
import { useStudioUi } from '../ui-state.tsx';
import { useNarrow } from '../use-narrow.ts';
import styles from './flow.module.css';
import { Palette } from './Palette.tsx';
import { Toolbar } from './Toolbar.tsx';

const CodeView = lazy(() => import('../code/CodeView.tsx').then((m) => ({ default: m.CodeView })));

export function FlowPanel(): ReactNode {
  const { t } = useTranslation('studio-flow');
  const { readOnly } = useStudio();
  const ui = useStudioUi();
  const narrow = useNarrow();
  if (narrow) {
    return (
      <div className={styles.panel}>
        <p className={styles.small}>{t('drawingNeedsRoom')}</p>
        <div className={styles.table}>
          <StepTable readOnly />
        </div>
        {ui.problemsOpen ? <ProblemsPanel /> : null}
        <StatusBar />
      </div>
    );
  }
  const aside = !ui.rehearsing && (ui.side === 'parallel' || ui.selection.length > 0 || ui.lane !== null);
  return (
    <ReactFlowProvider>
      <div className={styles.panel}>
        <Toolbar />
        <div className={styles.body}>
          {ui.view === 'canvas' ? (
            <>
              {readOnly || ui.rehearsing ? null : <Palette />}
              <Canvas />
              <Hints />
            </>
          ) : null}
          {ui.view === 'steps' ? (
            <div className={styles.table}>
              <StepTable readOnly={readOnly} />
            </div>
          ) : null}
          {ui.view === 'code' ? (
            <Suspense fallback={<Loading />}>
              <CodeView />
            </Suspense>
          ) : null}
          {ui.view !== 'code' && aside ? (
            <aside
              key={ui.side ?? 'inspector'}
              className={ui.view === 'steps' && ui.side === null ? `${styles.aside} ${styles.roomy}` : styles.aside}
              aria-label={t(ui.side === 'parallel' ? 'parallel' : 'inspector')}
            >
              {ui.side === 'parallel' ? <ParallelPanel /> : <Inspector />}
            </aside>
          ) : null}
        </div>
        {ui.problemsOpen ? <ProblemsPanel /> : null}
        <StatusBar zoom={ui.view === 'canvas'} />
      </div>
    </ReactFlowProvider>
  );
}
