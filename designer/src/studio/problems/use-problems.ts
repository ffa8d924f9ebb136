/** Diagnostics by the element they concern, and the one-click repair. */
import { applyRepair, type Diagnostic } from '@tongban/shared/compiler';
import { useCallback, useMemo } from 'react';
import { useStudio } from '../store/index.tsx';
import { useProblemWords } from './words.ts';

/** Diagnostics of nodes, edges and lanes by element id. Notes (info) mark nothing. */
export function useProblemsOf(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, readonly Diagnostic[]> {
  return useMemo(() => {
    const found = new Map<string, Diagnostic[]>();
    for (const diagnostic of diagnostics) {
      const { element } = diagnostic;
      if (element.kind === 'design' || diagnostic.severity === 'info') continue;
      const list = found.get(element.id);
      if (list) list.push(diagnostic);
      else found.set(element.id, [diagnostic]);
    }
    return found;
  }, [diagnostics]);
}

/** Repairs as one named edit. */
export function useRepair(): (diagnostic: Diagnostic) => void {
  const { edit } = useStudio();
  const words = useProblemWords();
  return useCallback(
    (diagnostic: Diagnostic) => edit(words.repair(diagnostic), (now) => applyRepair(now, diagnostic, words.language)),
    [edit, words],
  );
}
