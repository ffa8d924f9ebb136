/** The studio: the list of scenarios at /studio, one's unfinished draft at /studio/last, the editor of one at /studio/<id>/<tab>. */
import { useLocation } from '@tanstack/react-router';
import { lazy, Suspense, type ReactNode } from 'react';
import { Loading } from '../ui/states.tsx';
import { DesignList } from './list/DesignList.tsx';
import { LastDraft } from './list/LastDraft.tsx';
import { TABS, type StudioTab } from './ui-state.tsx';

const EditorPage = lazy(() => import('./editor/EditorPage.tsx').then((m) => ({ default: m.EditorPage })));

export function StudioApp(): ReactNode {
  const { pathname } = useLocation();
  const [id, tab] = pathname
    .replace(/^\/studio\/?/, '')
    .split('/')
    .map(decodeURIComponent);
  if (!id) return <DesignList />;
  if (id === 'last') return <LastDraft />;
  const shown: StudioTab = TABS.find((name) => name === tab) ?? 'flow';
  return (
    <Suspense fallback={<Loading />}>
      <EditorPage key={id} id={id} tab={shown} />
    </Suspense>
  );
}
