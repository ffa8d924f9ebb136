/** Where a new or moved node goes: the answer to "after this one", "into this line" and "dropped here". */
import type { Flow, FlowNode } from '@tongban/shared/document';
import { settled, type Arrangement, type LaneRow } from '../../ui/flow/arrange.ts';
import { CARD, GAP_X, TRACK, sizeOf, snap, type Size } from '../../ui/flow/geometry.ts';
import { NO_LANE } from '../../ui/flow/lanes.ts';

export interface Place {
  /** Lane the node falls into; undefined: none. */
  readonly lane: string | undefined;
  readonly x: number;
  /** Stored height: only says what stands above what in the lane. */
  readonly y: number;
}

/** Drop of a node whose upper left corner is at a canvas position. */
export function placeAt(arrangement: Arrangement, x: number, y: number, size: Size): Place {
  const middle = y + Math.min(size.height, CARD.height) / 2;
  const row = rowAt(arrangement, middle);
  return { lane: row && row.id !== NO_LANE ? row.id : undefined, x: snap(x), y: hintAt(row, middle) };
}

function rowAt(arrangement: Arrangement, y: number): LaneRow | undefined {
  return (
    arrangement.lanes.find((lane) => y >= lane.y && y < lane.y + lane.height) ??
    (y < 0 ? arrangement.lanes[0] : arrangement.lanes.at(-1))
  );
}

/** The stored y that puts a node into the row under `y`, or makes a new row above or below. */
function hintAt(row: LaneRow | undefined, y: number): number {
  if (!row || row.tracks.length === 0) return 0;
  const track = row.tracks.find((item) => y >= item.y && y < item.y + item.height);
  if (track) return track.hint;
  const last = row.tracks.at(-1);
  return last && y >= last.y + last.height ? last.hint + TRACK : (row.tracks[0]?.hint ?? 0) - TRACK;
}

/** Right of a node in its lane; below what already stands there. */
export function placeAfter(arrangement: Arrangement, from: string, size: Size, lane?: string): Place {
  const box = arrangement.boxes[from];
  const own = arrangement.laneOf.get(from) ?? NO_LANE;
  const target = lane ?? own;
  const row = arrangement.lanes.find((item) => item.id === target);
  const x = snap((box?.x ?? 0) + (box?.width ?? CARD.width) + GAP_X);
  const hint =
    target === own && box ? hintAt(row, box.y + Math.min(box.height, CARD.height) / 2) : hintAt(row, row?.y ?? 0);
  const taken = (y: number): boolean =>
    Object.entries(arrangement.boxes).some(
      ([id, other]) =>
        arrangement.laneOf.get(id) === target &&
        other.x < x + size.width + 12 &&
        other.x + other.width + 12 > x &&
        row?.tracks.find((track) => track.hint === y && other.y >= track.y && other.y < track.y + track.height) !==
          undefined,
    );
  const hints = row?.tracks.map((track) => track.hint).filter((y) => y >= hint) ?? [];
  const free = [hint, ...hints].find((y) => !taken(y));
  return { lane: target === NO_LANE ? undefined : target, x, y: free ?? Math.max(hint, ...hints) + TRACK };
}

/** Moves everything from `x` rightwards by `by`, so that something fits in. Positions by node id. */
export function makeRoom(arrangement: Arrangement, x: number, by: number): Record<string, { x: number; y: number }> {
  const layout = settled(arrangement);
  const moved: Record<string, { x: number; y: number }> = {};
  for (const [id, box] of Object.entries(arrangement.boxes)) {
    if (box.x >= x) moved[id] = { x: box.x + by, y: layout[id]?.y ?? 0 };
  }
  return moved;
}

/** A node put into a line: half way when it fits, else with everything right of it moved. */
export function placeOnEdge(
  arrangement: Arrangement,
  flow: Flow,
  edgeId: string,
  node: FlowNode,
): { place: Place; moved: Record<string, { x: number; y: number }> } {
  const edge = flow.edges[edgeId];
  const from = edge && arrangement.boxes[edge.from];
  const to = edge && arrangement.boxes[edge.to];
  const size = sizeOf(node, false);
  if (!edge || !from || !to) return { place: { lane: node.lane, x: 0, y: 0 }, moved: {} };
  const left = from.x + from.width;
  const gap = Math.min(GAP_X, 64);
  const lane = arrangement.laneOf.get(edge.from);
  const y = settled(arrangement)[edge.from]?.y ?? 0;
  const at = (x: number): Place => ({ lane: lane === NO_LANE ? undefined : lane, x: snap(x), y });
  const room = to.x - left;
  if (room >= size.width + 2 * gap || room < 0) {
    return {
      place: room < 0 ? placeAfter(arrangement, edge.from, size) : at(left + (room - size.width) / 2),
      moved: {},
    };
  }
  const by = snap(size.width + 2 * GAP_X - room);
  return { place: at(left + GAP_X), moved: makeRoom(arrangement, to.x, by) };
}
