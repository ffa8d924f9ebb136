/** The drawing of a design: arrangement, lines, labels, what is lit. Computed when the design changes, not when it is looked at. */
import { isAttachment, sameJson, type Design, type Edge, type Flow, type FlowNode } from '@tongban/shared/document';
import { useMemo, useState } from 'react';
import { useEdgeWords } from '../flow/edge-words.ts';
import type { Verdict } from '../store/checker.ts';
import { arrange, type Arrangement } from '../../ui/flow/arrange.ts';
import { sizeOf } from '../../ui/flow/geometry.ts';
import { routeEdges, type Route } from '../../ui/flow/route.ts';

export interface Drawing {
  readonly arrangement: Arrangement;
  readonly routes: Readonly<Record<string, Route>>;
  readonly edgeText: (edge: Edge) => string;
}

export function useDrawing(design: Design, unfolded: ReadonlySet<string>): Drawing {
  const { layout } = design;
  const flow = useSteady(design.flow);
  const edgeText = useEdgeWords(design);
  const arrangement = useMemo(() => arrange(flow, layout, { unfolded }), [flow, layout, unfolded]);
  const routes = useMemo(() => routeEdges(flow, arrangement), [flow, arrangement]);
  return { arrangement, routes, edgeText };
}

/** The flow as it was, as long as only names, conditions and the like have changed: nothing is drawn elsewhere. */
function useSteady(flow: Flow): Flow {
  const [steady, setSteady] = useState(flow);
  if (steady === flow || sameDrawing(steady, flow)) return steady;
  setSteady(flow);
  return flow;
}

function sameDrawing(a: Flow, b: Flow): boolean {
  if (a.edges !== b.edges || a.lanes !== b.lanes || a.phases !== b.phases) return false;
  const ids = Object.keys(b.nodes);
  return ids.length === Object.keys(a.nodes).length && ids.every((id) => sameBox(a.nodes[id], b.nodes[id]));
}

function sameBox(a: FlowNode | undefined, b: FlowNode | undefined): boolean {
  if (a === b) return true;
  if (!a || !b || a.kind !== b.kind || a.lane !== b.lane || a.phase !== b.phase) return false;
  return hostOf(a) === hostOf(b) && sameJson(sizeOf(a, true), sizeOf(b, true));
}

const hostOf = (node: FlowNode): string | null => (isAttachment(node) ? node.attachedTo : null);

/** Nodes of the critical path and the lines between them. */
export function litElements(design: Design, compiled: Verdict): ReadonlySet<string> {
  const lit = new Set(compiled.time.path);
  for (const edge of Object.values(design.flow.edges)) {
    const from = compiled.time.path.indexOf(edge.from);
    if (from >= 0 && compiled.time.path[from + 1] === edge.to) lit.add(edge.id);
  }
  return lit;
}
