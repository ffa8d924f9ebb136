/**
 * Where the boxes of the small flow picture stand: lanes are rows, distance from the start is the column, an edge to
 * an earlier column is a loop. Meant for reading progress, not for drawing: positions of the canvas are not used.
 */
import type { Edge, Flow, FlowNode } from '@tongban/shared/document';

export const BOX = { width: 128, height: 44, column: 160, row: 60, head: 104 } as const;

export interface PlacedNode {
  readonly node: FlowNode;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export interface PlacedEdge {
  readonly edge: Edge;
  readonly path: string;
  readonly loop: boolean;
}
export interface Picture {
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
  readonly lanes: readonly {
    readonly id: string;
    readonly name: string;
    readonly y: number;
    readonly height: number;
  }[];
  readonly width: number;
  readonly height: number;
}

export function layFlow(flow: Flow): Picture {
  const nodes = Object.values(flow.nodes).filter((node) => node.kind !== 'onTime');
  const ids = new Set(nodes.map((node) => node.id));
  const edges = Object.values(flow.edges).filter((edge) => ids.has(edge.from) && ids.has(edge.to));
  const loops = loopEdges(nodes, edges);
  const columns = columnsOf(nodes, edges, loops);
  const lanes = Object.values(flow.lanes)
    .filter((lane) => nodes.some((node) => node.lane === lane.id))
    .sort((a, b) => (a.order < b.order ? -1 : 1));
  const laneOf = laneFinder(nodes, edges, loops, lanes[0]?.id ?? '');
  const cells = new Map<string, FlowNode[]>();
  for (const node of nodes) {
    const key = `${laneOf(node)}|${columns.get(node.id) ?? 0}`;
    cells.set(key, [...(cells.get(key) ?? []), node]);
  }
  let y = 0;
  const rows = (lanes.length === 0 ? [{ id: '', name: '' }] : lanes).map((lane) => {
    const depth = Math.max(
      1,
      ...[...cells].filter(([key]) => key.startsWith(`${lane.id}|`)).map(([, all]) => all.length),
    );
    const row = { id: lane.id, name: lane.name, y, height: depth * BOX.row };
    y += row.height;
    return row;
  });
  const placed = new Map<string, PlacedNode>();
  for (const row of rows) {
    for (const [key, all] of cells) {
      const [lane, column] = key.split('|');
      if (lane !== row.id) continue;
      all.forEach((node, index) => {
        const size = sizeOf(node);
        const centreX = BOX.head + Number(column) * BOX.column + BOX.column / 2;
        const centreY = row.y + (row.height * (index + 0.5)) / all.length;
        placed.set(node.id, { node, x: centreX - size.width / 2, y: centreY - size.height / 2, ...size });
      });
    }
  }
  const lastColumn = Math.max(0, ...columns.values());
  const height = y + (loops.size > 0 ? 20 : 0);
  const drawn = edges.flatMap((edge): PlacedEdge[] => {
    const from = placed.get(edge.from);
    const to = placed.get(edge.to);
    if (from === undefined || to === undefined) return [];
    const loop = loops.has(edge.id);
    return [{ edge, loop, path: loop ? loopPath(from, to, y + 8) : forwardPath(from, to) }];
  });
  return {
    nodes: [...placed.values()],
    edges: drawn,
    lanes: rows,
    width: BOX.head + (lastColumn + 1) * BOX.column,
    height,
  };
}

function sizeOf(node: FlowNode): { readonly width: number; readonly height: number } {
  if (node.kind === 'task' || node.kind === 'dispatch') return { width: BOX.width, height: BOX.height };
  return node.kind === 'start' || node.kind === 'end' ? { width: 24, height: 24 } : { width: 22, height: 22 };
}

/** Edges that close a circle, found going down from the start. */
function loopEdges(nodes: readonly FlowNode[], edges: readonly Edge[]): ReadonlySet<string> {
  const loops = new Set<string>();
  const state = new Map<string, 'open' | 'done'>();
  const visit = (id: string): void => {
    state.set(id, 'open');
    for (const edge of edges) {
      if (edge.from !== id) continue;
      const seen = state.get(edge.to);
      if (seen === 'open') loops.add(edge.id);
      else if (seen === undefined) visit(edge.to);
    }
    state.set(id, 'done');
  };
  for (const node of [...nodes].sort((a, b) => Number(b.kind === 'start') - Number(a.kind === 'start'))) {
    if (!state.has(node.id)) visit(node.id);
  }
  return loops;
}

/** Longest way from the start, loops left out. */
function columnsOf(nodes: readonly FlowNode[], edges: readonly Edge[], loops: ReadonlySet<string>) {
  const columns = new Map<string, number>();
  const columnOf = (id: string): number => {
    const known = columns.get(id);
    if (known !== undefined) return known;
    const before = edges.filter((edge) => edge.to === id && !loops.has(edge.id)).map((edge) => columnOf(edge.from) + 1);
    const column = Math.max(0, ...before);
    columns.set(id, column);
    return column;
  };
  for (const node of nodes) columnOf(node.id);
  return columns;
}

/** A node without a lane stands in that of what leads to it, else of what follows. */
function laneFinder(
  nodes: readonly FlowNode[],
  edges: readonly Edge[],
  loops: ReadonlySet<string>,
  fallback: string,
): (node: FlowNode) => string {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const find = (node: FlowNode, seen: ReadonlySet<string>): string | null => {
    if (node.lane !== undefined) return node.lane;
    if (seen.has(node.id)) return null;
    const next = new Set([...seen, node.id]);
    for (const edge of edges) {
      if (edge.to !== node.id || loops.has(edge.id)) continue;
      const before = byId.get(edge.from);
      const lane = before === undefined ? null : find(before, next);
      if (lane !== null) return lane;
    }
    for (const edge of edges) {
      if (edge.from !== node.id) continue;
      const lane = byId.get(edge.to)?.lane;
      if (lane !== undefined) return lane;
    }
    return null;
  };
  return (node) => find(node, new Set()) ?? fallback;
}

function forwardPath(from: PlacedNode, to: PlacedNode): string {
  const x1 = from.x + from.width;
  const y1 = from.y + from.height / 2;
  const x2 = to.x - 5;
  const y2 = to.y + to.height / 2;
  if (Math.abs(y1 - y2) < 1) return `M${x1} ${y1}H${x2}`;
  // Lines turn in the gutter just before the column they lead to.
  const turn = to.x + to.width / 2 - BOX.column / 2;
  return `M${x1} ${y1}H${turn}V${y2}H${x2}`;
}

function loopPath(from: PlacedNode, to: PlacedNode, gutter: number): string {
  const x1 = from.x + from.width / 2;
  const x2 = to.x + to.width / 2;
  return `M${x1} ${from.y + from.height}V${gutter}H${x2}V${to.y + to.height + 5}`;
}
