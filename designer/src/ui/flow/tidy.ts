/**
 * 整理布局: columns from ELK, rows from the lanes. ELK knows no lanes across its direction, so it decides what stands
 * left of what (phases as partitions); inside a lane a node keeps the row of its predecessor where that is free.
 */
import { isAttachment, byOrder, type Flow } from '@tongban/shared/document';
import type { Layout } from './arrange.ts';
import { backEdges, columnsOf } from './columns.ts';
import { CANVAS, GAP_X, TRACK, sizeOf, snap, type FlowScale } from './geometry.ts';
import { indexFlow, lanesOfNodes } from './lanes.ts';

/** The part of ELK's JSON that is used here. */
export interface ElkInput {
  readonly id: string;
  readonly layoutOptions: Readonly<Record<string, string>>;
  readonly children: {
    id: string;
    width: number;
    height: number;
    layoutOptions?: Record<string, string>;
  }[];
  readonly edges: { id: string; sources: string[]; targets: string[] }[];
}
export interface ElkOutput {
  readonly children?: readonly { readonly id: string; readonly x?: number; readonly y?: number }[];
}

export function elkInput(flow: Flow): ElkInput {
  const lanes = Object.values(flow.lanes).sort(byOrder);
  const phases = Object.values(flow.phases).sort(byOrder);
  const laneOf = lanesOfNodes(flow);
  const rank = (id: string): number => lanes.findIndex((lane) => lane.id === laneOf.get(id));
  const nodes = Object.values(flow.nodes)
    .filter((node) => !isAttachment(node))
    .sort((a, b) => rank(a.id) - rank(b.id) || (a.id < b.id ? -1 : 1));
  const partitions = phases.length > 0 && nodes.every((node) => node.phase !== undefined);
  const host = (id: string): string => {
    const node = flow.nodes[id];
    return isAttachment(node) ? node.attachedTo : id;
  };
  const known = new Set(nodes.map((node) => node.id));
  // What leads back is handed over the other way round: which edges those are is said here, never guessed by ELK.
  const back = backEdges(flow);
  return {
    id: 'flow',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'RIGHT',
      'elk.alignment': 'CENTER',
      'elk.layered.spacing.nodeNodeBetweenLayers': String(GAP_X),
      'elk.spacing.nodeNode': '40',
      'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
      'elk.partitioning.activate': String(partitions),
    },
    children: nodes.map((node) => ({
      id: node.id,
      ...sizeOf(node, false),
      ...(partitions && {
        layoutOptions: { 'elk.partitioning.partition': String(phases.findIndex((phase) => phase.id === node.phase)) },
      }),
    })),
    edges: Object.values(flow.edges)
      .sort(byOrder)
      .map((edge) => {
        const ends = [host(edge.from), host(edge.to)] as const;
        const [source, target] = back.has(`${edge.from}>${edge.to}`) ? [ends[1], ends[0]] : ends;
        return { id: edge.id, sources: [source], targets: [target] };
      })
      .filter(({ sources: [source = ''], targets: [target = ''] }) => known.has(source) && known.has(target)),
  };
}

/** Positions of all nodes from ELK's columns; every lane is packed into as few rows as it needs. */
export function layoutFromElk(flow: Flow, output: ElkOutput): Record<string, { x: number; y: number }> {
  const places = (output.children ?? []).map((child) => [child.id, { x: child.x ?? 0, y: child.y ?? 0 }] as const);
  return packRows(flow, new Map(places), CANVAS);
}

/** The same without ELK, by plain columns, each as wide as what stands in it. */
export function layoutFromColumns(flow: Flow, scale: FlowScale = CANVAS): Record<string, { x: number; y: number }> {
  const columns = columnsOf(flow);
  const nodes = Object.values(flow.nodes).filter((node) => !isAttachment(node));
  const widths: number[] = [];
  for (const node of nodes) {
    const column = columns.get(node.id) ?? 0;
    widths[column] = Math.max(widths[column] ?? 0, sizeOf(node, false, scale).width);
  }
  const lefts = widths.map((_, column) => widths.slice(0, column).reduce((x, width) => x + width + scale.gap, 0));
  const places = nodes.map((node, i): [string, { x: number; y: number }] => {
    const column = columns.get(node.id) ?? 0;
    const inset = ((widths[column] ?? 0) - sizeOf(node, false, scale).width) / 2;
    return [node.id, { x: (lefts[column] ?? 0) + inset, y: i }];
  });
  return packRows(flow, new Map(places), scale);
}

function packRows(
  flow: Flow,
  places: ReadonlyMap<string, { x: number; y: number }>,
  scale: FlowScale,
): Record<string, { x: number; y: number }> {
  const index = indexFlow(flow);
  const laneOf = lanesOfNodes(flow, index);
  const rows = new Map<string, number>();
  const taken = new Map<string, { row: number; from: number; to: number }[]>();
  const layout: Record<string, { x: number; y: number }> = {};
  const left = Math.min(0, ...[...places.values()].map((at) => at.x));
  const order = [...places].sort(([idA, a], [idB, b]) => a.x - b.x || a.y - b.y || (idA < idB ? -1 : 1));
  for (const [id, at] of order) {
    const node = flow.nodes[id];
    if (!node || isAttachment(node)) continue;
    const lane = laneOf.get(id) ?? '';
    const x = snap(at.x - left);
    const span = { from: x - 12, to: x + sizeOf(node, false, scale).width + 12 };
    const others = taken.get(lane) ?? [];
    const free = (row: number): boolean => others.every((o) => o.row !== row || o.to <= span.from || o.from >= span.to);
    const before = (index.incoming.get(id) ?? []).find((from) => laneOf.get(from) === lane && rows.has(from));
    let row = (before !== undefined ? rows.get(before) : undefined) ?? 0;
    if (!free(row)) for (row = 0; !free(row); row++);
    rows.set(id, row);
    taken.set(lane, [...others, { row, ...span }]);
    layout[id] = { x, y: row * TRACK };
  }
  return layout;
}

export function sameLayout(a: Layout, b: Layout): boolean {
  return Object.keys(b).every((id) => a[id]?.x === b[id]?.x && a[id]?.y === b[id]?.y);
}
