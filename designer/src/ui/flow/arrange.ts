/**
 * Where everything stands: lanes as rows, phases as bands, nodes as boxes, computed from flow and layout alone.
 *
 * Invariants:
 * - `layout[id].x` is the left edge of a node; `layout[id].y` only says what stands above what inside its lane, so
 *   lanes can grow, fold and move without touching a stored position;
 * - two nodes of one lane never overlap: a node that would is put into a further row of its lane.
 */
import { isAttachment, byOrder, type Flow, type FlowNode } from '@tongban/shared/document';
import { backEdges, columnsOf } from './columns.ts';
import { CANVAS, CARD, GAP_X, TRACK, sizeOf, type Box, type FlowScale } from './geometry.ts';
import { NO_LANE, indexFlow, lanesInOrder, lanesOfNodes, type FlowIndex } from './lanes.ts';

export type Layout = Readonly<Record<string, { readonly x: number; readonly y: number }>>;

/** One row inside a lane. `hint` is the y to store for a node that shall stand in it, once `settled` is stored too. */
export interface Track {
  readonly y: number;
  readonly height: number;
  readonly hint: number;
}
export interface LaneRow {
  readonly id: string;
  readonly name: string;
  readonly y: number;
  readonly height: number;
  readonly empty: boolean;
  readonly tracks: readonly Track[];
}
export interface PhaseBand {
  readonly id: string;
  readonly name: string;
  readonly x: number;
  readonly width: number;
}
export interface Arrangement {
  readonly boxes: Readonly<Record<string, Box>>;
  readonly laneOf: ReadonlyMap<string, string>;
  readonly lanes: readonly LaneRow[];
  readonly phases: readonly PhaseBand[];
  readonly index: FlowIndex;
  /** Edges that close a circle: drawn dashed. */
  readonly circles: ReadonlySet<string>;
  /** Those of them whose target stands left of their source, shortest first: they run above all lanes. */
  readonly loops: readonly string[];
  /** Lines that lead back run between `top` and 0; lanes start at 0. */
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface Placed {
  readonly node: FlowNode;
  readonly x: number;
  readonly hint: number;
  readonly width: number;
  readonly height: number;
}

export interface ArrangeOptions {
  /** Dispatch nodes that show their bodies. */
  readonly unfolded?: ReadonlySet<string>;
  readonly scale?: FlowScale;
}

export function arrange(flow: Flow, layout: Layout, options: ArrangeOptions = {}): Arrangement {
  const { scale = CANVAS } = options;
  const air = (scale.row - scale.card.height) / 2;
  const index = indexFlow(flow);
  const laneOf = lanesOfNodes(flow, index);
  const xOf = startingPlaces({ flow, layout, index, scale });
  const boxes: Record<string, Box> = {};
  const lanes: LaneRow[] = [];
  let y = 0;
  const rows = lanesInOrder(flow).map((lane) => ({ id: lane.id, name: lane.name }));
  if ([...laneOf.values()].includes(NO_LANE)) rows.push({ id: NO_LANE, name: '' });
  for (const row of rows) {
    const members = Object.values(flow.nodes).filter((node) => !isAttachment(node) && laneOf.get(node.id) === row.id);
    const placed = members.map((node): Placed => {
      const size = sizeOf(node, options.unfolded?.has(node.id) ?? false, scale);
      return { node, x: xOf.get(node.id) ?? 0, hint: layout[node.id]?.y ?? 0, ...size };
    });
    const tracks: Track[] = [];
    let bottom = y;
    for (const track of tracksOf(placed)) {
      const height = Math.max(scale.card.height, ...track.map((item) => item.height)) + 2 * air;
      for (const item of track) {
        const top = bottom + air + Math.max(0, scale.card.height - item.height) / 2;
        boxes[item.node.id] = { x: item.x, y: top, width: item.width, height: item.height };
      }
      tracks.push({ y: bottom, height, hint: tracks.length * TRACK });
      bottom += height;
    }
    const height = Math.max(scale.emptyLane, bottom - y);
    lanes.push({ ...row, y, height, empty: placed.length === 0, tracks });
    y += height;
  }
  placeAttachments(flow, boxes, scale);
  const all = Object.values(boxes);
  const back = backEdges(flow, index);
  const circles = Object.values(flow.edges).filter((edge) => back.has(`${edge.from}>${edge.to}`));
  const span = (edge: { from: string; to: string }): number => (boxes[edge.from]?.x ?? 0) - (boxes[edge.to]?.x ?? 0);
  const loops = circles
    .filter((edge) => leadsBack(boxes[edge.from], boxes[edge.to]))
    .sort((a, b) => span(a) - span(b) || byOrder(a, b));
  const top = -(loops.length === 0 ? 12 : Math.ceil(scale.loop * (Math.min(loops.length, scale.loops) + 0.8)));
  return {
    boxes,
    laneOf,
    lanes,
    phases: phaseBands(flow, boxes),
    index,
    circles: new Set(circles.map((edge) => edge.id)),
    loops: loops.map((edge) => edge.id),
    top,
    width: Math.max(scale.minWidth, ...all.map((box) => box.x + box.width)) + scale.gap,
    height: Math.max(y, scale.row),
  };
}

/**
 * The layout that this arrangement stands for: what was missing is filled in and the heights of each lane are made
 * plain multiples. Stored together with any move, so that a move touches nothing but what moved.
 */
export function settled(arrangement: Arrangement): Record<string, { x: number; y: number }> {
  const layout: Record<string, { x: number; y: number }> = {};
  for (const [id, box] of Object.entries(arrangement.boxes)) {
    const lane = arrangement.lanes.find((row) => row.id === arrangement.laneOf.get(id));
    const middle = box.y + Math.min(box.height, CARD.height) / 2;
    const track = lane?.tracks.find((row) => middle >= row.y && middle < row.y + row.height);
    layout[id] = { x: box.x, y: track?.hint ?? 0 };
  }
  return layout;
}

/** A line has to turn round when its target does not stand right of its source. */
export function leadsBack(from: Box | undefined, to: Box | undefined): boolean {
  return from !== undefined && to !== undefined && to.x < from.x + from.width;
}

/** Stored places; nodes without one stand right of what leads to them, in columns when nothing is stored at all. */
interface Stored {
  readonly flow: Flow;
  readonly layout: Layout;
  readonly index: FlowIndex;
  readonly scale: FlowScale;
}

function startingPlaces({ flow, layout, index, scale }: Stored): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const nodes = Object.values(flow.nodes);
  const stretch = stretchOf(flow, layout, scale);
  const missing = nodes.filter((node) => !layout[node.id]);
  for (const node of nodes) {
    const at = layout[node.id];
    if (at) places.set(node.id, at.x * stretch);
  }
  if (missing.length === 0) return places;
  const columns = columnsOf(flow, index);
  const none = places.size === 0;
  for (const node of missing.sort((a, b) => (columns.get(a.id) ?? 0) - (columns.get(b.id) ?? 0))) {
    const before = (index.incoming.get(node.id) ?? []).map((id) => places.get(id)).filter((x) => x !== undefined);
    const column = columns.get(node.id) ?? 0;
    const grid = column * (CARD.width + GAP_X);
    places.set(node.id, none || before.length === 0 ? grid : Math.max(...before) + CARD.width + GAP_X);
  }
  if (none) {
    for (const node of nodes) {
      const { width } = sizeOf(node, false);
      places.set(node.id, (places.get(node.id) ?? 0) + (CARD.width - Math.min(width, CARD.width)) / 2);
    }
  }
  return places;
}

/**
 * Documents drawn elsewhere, with smaller boxes, are pulled apart until a line and its words fit between two steps.
 * 1 unless most lines would be crammed, so that what is drawn here is never touched.
 */
function stretchOf(flow: Flow, layout: Layout, scale: FlowScale): number {
  const steps: number[] = [];
  let crammed = 0;
  for (const edge of Object.values(flow.edges)) {
    const [from, to, node] = [layout[edge.from], layout[edge.to], flow.nodes[edge.from]];
    if (!from || !to || !node || to.x <= from.x + 60) continue;
    steps.push(to.x - from.x);
    if (to.x - from.x - sizeOf(node, false, scale).width < scale.gap / 2) crammed += 1;
  }
  const usual = steps.sort((a, b) => a - b)[Math.floor(steps.length / 2)];
  if (usual === undefined || crammed * 2 < steps.length) return 1;
  return Math.max(1, (scale.card.width + scale.gap) / usual);
}

/** Rows of one lane: nodes of about the same stored height share one, unless they would overlap. */
function tracksOf(placed: readonly Placed[]): Placed[][] {
  const byHint = [...placed].sort((a, b) => a.hint - b.hint || a.x - b.x || (a.node.id < b.node.id ? -1 : 1));
  const bands: Placed[][] = [];
  for (const item of byHint) {
    const band = bands.at(-1);
    if (band?.[0] && item.hint - band[0].hint <= TRACK / 3) band.push(item);
    else bands.push([item]);
  }
  const tracks: Placed[][] = [];
  for (const band of bands) {
    const own: Placed[][] = [[]];
    for (const item of band.sort((a, b) => a.x - b.x || (a.node.id < b.node.id ? -1 : 1))) {
      const free = own.find((track) => track.every((other) => apart(item, other)));
      if (free) free.push(item);
      else own.push([item]);
    }
    tracks.push(...own);
  }
  return tracks.filter((track) => track.length > 0);
}

function apart(a: Placed, b: Placed): boolean {
  const air = 12;
  return a.x + a.width + air <= b.x || b.x + b.width + air <= a.x;
}

/** Attachments sit on the lower edge of their step, side by side from the left. */
function placeAttachments(flow: Flow, boxes: Record<string, Box>, { clock }: FlowScale): void {
  const used = new Map<string, number>();
  for (const node of Object.values(flow.nodes).sort((a, b) => (a.id < b.id ? -1 : 1))) {
    if (!isAttachment(node)) continue;
    const host = boxes[node.attachedTo];
    const slot = used.get(node.attachedTo) ?? 0;
    used.set(node.attachedTo, slot + 1);
    const along = clock.width / 2 + 1 + slot * (clock.width + 8);
    boxes[node.id] = host
      ? { x: host.x + along, y: host.y + host.height - clock.height / 2, ...clock }
      : { x: 0, y: 0, ...clock };
  }
}

/** Phases cover the nodes that name them; a border stands midway between what two phases hold. */
function phaseBands(flow: Flow, boxes: Readonly<Record<string, Box>>): PhaseBand[] {
  const spans = Object.values(flow.phases)
    .sort(byOrder)
    .map((phase) => {
      const members = Object.values(flow.nodes)
        .filter((node) => node.phase === phase.id)
        .map((node) => boxes[node.id])
        .filter((box) => box !== undefined);
      const left = Math.min(...members.map((box) => box.x));
      const right = Math.max(...members.map((box) => box.x + box.width));
      return { phase, left, right };
    })
    .filter((span) => Number.isFinite(span.left));
  const bands: PhaseBand[] = [];
  let edge: number | null = null;
  spans.forEach((span, i) => {
    const next = spans[i + 1];
    const x: number = edge ?? span.left - GAP_X / 2;
    const end = next ? Math.max(x + 80, (span.right + Math.max(span.right, next.left)) / 2) : span.right + GAP_X / 2;
    bands.push({ id: span.phase.id, name: span.phase.name, x, width: Math.max(80, end - x) });
    edge = Math.max(x + 80, end);
  });
  return bands;
}
