/** Walking the drawing by keyboard: right and left along the lines, up and down to what stands nearest there. */
import { byOrder, type Flow } from '@tongban/shared/document';
import type { Arrangement } from '../../ui/flow/arrange.ts';
import type { Box } from '../../ui/flow/geometry.ts';

export type Direction = 'right' | 'left' | 'up' | 'down';

/** The neighbour of a node in a direction, or null at the edge of the drawing. */
export function neighbour(arrangement: Arrangement, from: string, direction: Direction): string | null {
  const box = arrangement.boxes[from];
  if (!box) return null;
  const { outgoing, incoming } = arrangement.index;
  if (direction === 'right' || direction === 'left') {
    const linked = (direction === 'right' ? outgoing : incoming).get(from) ?? [];
    const onward = linked.filter((id) => ahead(box, arrangement.boxes[id], direction));
    return closestRow(box, onward, arrangement) ?? closestRow(box, linked, arrangement);
  }
  return above(arrangement, from, box, direction);
}

/** All nodes in reading order: from left to right, then from above; Tab follows it. */
export function readingOrder(arrangement: Arrangement): string[] {
  return Object.entries(arrangement.boxes)
    .sort(([idA, a], [idB, b]) => a.x - b.x || a.y - b.y || (idA < idB ? -1 : 1))
    .map(([id]) => id);
}

/** Lines out of a node in order, for choosing among them by keyboard. */
export function linesFrom(flow: Flow, id: string): string[] {
  return Object.values(flow.edges)
    .filter((edge) => edge.from === id)
    .sort(byOrder)
    .map((edge) => edge.id);
}

function ahead(box: Box, other: Box | undefined, direction: 'right' | 'left'): boolean {
  if (!other) return false;
  return direction === 'right' ? other.x > box.x : other.x < box.x;
}

function closestRow(box: Box, ids: readonly string[], arrangement: Arrangement): string | null {
  let best: string | null = null;
  let least = Infinity;
  for (const id of ids) {
    const other = arrangement.boxes[id];
    if (!other) continue;
    const distance = Math.abs(middleY(other) - middleY(box));
    if (distance < least) [best, least] = [id, distance];
  }
  return best;
}

function above(arrangement: Arrangement, from: string, box: Box, direction: 'up' | 'down'): string | null {
  const rows = arrangement.lanes.flatMap((lane) => lane.tracks);
  const rowOf = (y: number): number => rows.findIndex((row) => y >= row.y && y < row.y + row.height);
  const own = rowOf(middleY(box));
  let best: string | null = null;
  let least = Infinity;
  for (const [id, other] of Object.entries(arrangement.boxes)) {
    if (id === from) continue;
    const rowsAway = (rowOf(middleY(other)) - own) * (direction === 'down' ? 1 : -1);
    if (rowsAway <= 0) continue;
    const cost = rowsAway * 10_000 + Math.abs(middleX(other) - middleX(box));
    if (cost < least) [best, least] = [id, cost];
  }
  return best;
}

const middleX = (box: Box): number => box.x + box.width / 2;
const middleY = (box: Box): number => box.y + Math.min(box.height, 104) / 2;
