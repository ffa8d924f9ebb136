/** True on a window narrower than a tablet, where panes come one after another. */
import { useSyncExternalStore } from 'react';

const query = window.matchMedia('(max-width: 760px)');

function watch(listener: () => void): () => void {
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

export function useNarrow(): boolean {
  return useSyncExternalStore(watch, () => query.matches);
}
