/**
 * The small picture of progress: the same lanes, columns and lines as on the canvas, at a smaller scale. Meant for
 * reading where a case is, not for drawing: positions of the canvas are not used, lanes without a step are left out.
 */
import type { Edge, Flow, FlowNode } from '@tongban/shared/document';
import { arrange, type LaneRow } from './arrange.ts';
import { PICTURE, type Box } from './geometry.ts';
import { pathOf, type Dot } from './path.ts';
import { routeEdges } from './route.ts';
import { layoutFromColumns } from './tidy.ts';

/** Room for the name of a lane, left of everything. */
export const HEAD = 108;
const MARGIN = 16;

export interface PlacedNode extends Box {
  readonly node: FlowNode;
}
export interface PlacedEdge {
  readonly edge: Edge;
  readonly points: readonly Dot[];
  readonly path: string;
  readonly loop: boolean;
}
export interface Picture {
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
  readonly lanes: readonly LaneRow[];
  /** All of it, heads of lanes and lines that lead back included. */
  readonly frame: Box;
}

export function layFlow(flow: Flow): Picture {
  const arrangement = arrange(flow, layoutFromColumns(flow, PICTURE), { scale: PICTURE });
  const routes = routeEdges(flow, arrangement, PICTURE);
  const lanes = arrangement.lanes.filter((lane) => !lane.empty);
  const right = Math.max(0, ...Object.values(arrangement.boxes).map((box) => box.x + box.width));
  const top = arrangement.loops.length === 0 ? 0 : arrangement.top;
  return {
    nodes: Object.values(flow.nodes).flatMap((node) => {
      const box = arrangement.boxes[node.id];
      return box ? [{ node, ...box }] : [];
    }),
    edges: Object.values(flow.edges).flatMap((edge) => {
      const route = routes[edge.id];
      return route ? [{ edge, points: route.points, path: pathOf(route.points, 4), loop: route.back }] : [];
    }),
    lanes,
    frame: { x: -HEAD, y: top, width: HEAD + right + MARGIN, height: arrangement.height - top },
  };
}
