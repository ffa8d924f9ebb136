/** The drawing of a design: arrangement, lines, labels, what is lit. Computed when the design changes, not when it is looked at. */
import type { Compiled } from '@tongban/shared/compiler';
import type { Design, Edge } from '@tongban/shared/document';
import { useMemo } from 'react';
import { useEdgeWords } from '../flow/edge-words.ts';
import { arrange, type Arrangement } from '../../ui/flow/arrange.ts';
import { routeEdges, type Route } from '../../ui/flow/route.ts';

export interface Drawing {
  readonly arrangement: Arrangement;
  readonly routes: Readonly<Record<string, Route>>;
  readonly edgeText: (edge: Edge) => string;
}

export function useDrawing(design: Design, unfolded: ReadonlySet<string>): Drawing {
  const { flow, layout } = design;
  const edgeText = useEdgeWords(design);
  const arrangement = useMemo(() => arrange(flow, layout, { unfolded }), [flow, layout, unfolded]);
  const routes = useMemo(() => routeEdges(flow, arrangement), [flow, arrangement]);
  return { arrangement, routes, edgeText };
}

/** Nodes of the critical path and the lines between them. */
export function litElements(design: Design, compiled: Compiled): ReadonlySet<string> {
  const lit = new Set(compiled.time.path);
  for (const edge of Object.values(design.flow.edges)) {
    const from = compiled.time.path.indexOf(edge.from);
    if (from >= 0 && compiled.time.path[from + 1] === edge.to) lit.add(edge.id);
  }
  return lit;
}
