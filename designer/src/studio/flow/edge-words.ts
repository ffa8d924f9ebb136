/** What a line says: the decision that leads along it, its condition as a sentence, or 否则. */
import { conditionSentence } from '@tongban/shared/words';
import { sorted, type Design, type Edge } from '@tongban/shared/document';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsLanguage } from '../../i18n/index.ts';

export function useEdgeWords(design: Design): (edge: Edge) => string {
  const { t, i18n } = useTranslation('studio-flow');
  const language = wordsLanguage(i18n.language);
  const bySource = useMemo(() => {
    const found = new Map<string, Edge[]>();
    for (const edge of Object.values(design.flow.edges)) {
      const list = found.get(edge.from);
      if (list) list.push(edge);
      else found.set(edge.from, [edge]);
    }
    return found;
  }, [design.flow.edges]);
  return useCallback(
    (edge: Edge): string => {
      if (edge.name) return edge.name;
      const source = design.flow.nodes[edge.from];
      if (source?.kind === 'exclusive') {
        if (edge.isDefault) return t('otherwise');
        if (edge.condition?.type === 'feel') return t('byFormula');
        return edge.condition ? conditionSentence(edge.condition, design, language) : '';
      }
      if (source?.kind !== 'task' && source?.kind !== 'dispatch') return '';
      if (edge.decision !== undefined) return source.decisions[edge.decision]?.name ?? '';
      const siblings = bySource.get(edge.from) ?? [];
      if (siblings.length < 2) return '';
      const named = new Set(siblings.map((other) => other.decision));
      const rest = sorted(source.decisions).filter((decision) => !named.has(decision.id));
      return rest.length === 0 ? t('otherwise') : rest.map((decision) => decision.name).join(t('or'));
    },
    [design, bySource, t, language],
  );
}
