/** The frame of one draft: header tools, tabs, the tab's panel, problems and status below. */
import { Suspense, useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { HeaderSlot } from '../../app/header-slot.tsx';
import { Loading } from '../../ui/states.tsx';
import { ProblemsPanel } from '../problems/ProblemsPanel.tsx';
import { useStudio } from '../store/index.tsx';
import { TABS, useStudioUi } from '../ui-state.tsx';
import styles from './editor.module.css';
import { HeaderTools } from './HeaderTools.tsx';
import { PANELS, PublishDialog, RehearsalBar, RehearsalPanel } from './panels.tsx';
import { useEditorKeys } from './use-editor-keys.ts';

export function Editor(): ReactNode {
  const { t } = useTranslation('studio-flow');
  const { design } = useStudio();
  const ui = useStudioUi();
  const [publishing, setPublishing] = useState(false);
  useEditorKeys();
  useEffect(() => {
    const before = document.title;
    document.title = `${design.meta.title} · ${t('common:product')}`;
    return () => void (document.title = before);
  }, [design.meta.title, t]);
  const Panel = PANELS[ui.tab];
  return (
    <div className={styles.editor}>
      <HeaderSlot>
        <HeaderTools onPublish={() => setPublishing(true)} />
      </HeaderSlot>
      <nav className={styles.tabs} aria-label={t('tabs')}>
        {TABS.map((tab) => (
          <button
            key={tab}
            type="button"
            className={tab === ui.tab ? styles.tabOn : styles.tab}
            aria-current={tab === ui.tab ? 'page' : undefined}
            onClick={() => ui.setTab(tab)}
          >
            {t(`tab_${tab}`)}
          </button>
        ))}
      </nav>
      <div className={styles.panel}>
        {ui.rehearsing ? (
          <Suspense fallback={null}>
            <RehearsalBar />
          </Suspense>
        ) : null}
        <div className={styles.split}>
          <div className={styles.stage}>
            <Suspense fallback={<Loading rows={8} />}>
              <Panel />
            </Suspense>
          </div>
          {ui.rehearsing ? (
            <Suspense fallback={null}>
              <RehearsalPanel />
            </Suspense>
          ) : null}
        </div>
      </div>
      {ui.problemsOpen && ui.tab !== 'flow' ? <ProblemsPanel /> : null}
      {publishing ? (
        <Suspense fallback={null}>
          <PublishDialog open onClose={() => setPublishing(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}
