/**
 * Sizes of what stands in a drawing of a flow, in units (pixels at 100 %). Every element has a size that is known
 * before it is drawn, so that layout, routing and culling need no measurement. The canvas draws at one scale, the
 * small picture of progress at another.
 */
import type { FlowNode } from '@tongban/shared/document';
import { nodeFamily, type NodeFamily } from '@tongban/shared/nodes';

export interface Size {
  readonly width: number;
  readonly height: number;
}
export interface Box extends Size {
  readonly x: number;
  readonly y: number;
}

export const CARD: Size = { width: 208, height: 104 };
export const PILL: Size = { width: 144, height: 48 };
export const DIAMOND: Size = { width: 44, height: 44 };
export const CLOCK: Size = { width: 34, height: 34 };

/** Unfolded list of a dispatch: width, height of one body's row and of the most that is shown before it scrolls. */
export const BODIES = { width: 288, row: 28, max: 308 } as const;

/** Free space between two cards of a flow: room for a "+", a turn of the line and a short word on it. */
export const GAP_X = 104;
/** A row of a lane: one card with air above and below, where lines may run. */
export const TRACK = 132;
export const EMPTY_LANE = 40;
export const HEAD_WIDTH = 116;
export const PHASE_HEAD = 32;
export const GRID = 8;

export interface FlowScale {
  readonly card: Size;
  readonly pill: Size;
  readonly diamond: Size;
  readonly clock: Size;
  /** Free space between two columns. */
  readonly gap: number;
  /** Height of a row of a lane, and of a lane in which nothing stands. */
  readonly row: number;
  readonly emptyLane: number;
  readonly minWidth: number;
  /** Where a line turns after its beginning or before its end, and how far apart lines turn there. */
  readonly turn: number;
  readonly pitch: number;
  /** Lines keep so far from boxes that are not theirs, and run so far from the border of a row. */
  readonly air: number;
  readonly border: number;
  /** Height of the band above all lanes for one line that leads back; more of them than `loops` share their bands. */
  readonly loop: number;
  readonly loops: number;
}

export const CANVAS: FlowScale = {
  card: CARD,
  pill: PILL,
  diamond: DIAMOND,
  clock: CLOCK,
  gap: GAP_X,
  row: TRACK,
  emptyLane: EMPTY_LANE,
  minWidth: 960,
  turn: 26,
  pitch: 12,
  air: 5,
  border: 6,
  loop: 26,
  loops: 12,
};

export const PICTURE: FlowScale = {
  card: { width: 128, height: 44 },
  pill: { width: 24, height: 24 },
  diamond: { width: 24, height: 24 },
  clock: { width: 16, height: 16 },
  gap: 40,
  row: 62,
  emptyLane: 0,
  minWidth: 0,
  turn: 14,
  pitch: 5,
  air: 3,
  border: 4,
  loop: 10,
  loops: 8,
};

export function snap(value: number): number {
  return Math.round(value / GRID) * GRID;
}

const SHAPES = {
  event: 'pill',
  work: 'card',
  service: 'pill',
  group: 'pill',
  gateway: 'diamond',
  attachment: 'clock',
  foreign: 'pill',
} as const satisfies Record<NodeFamily, 'pill' | 'card' | 'diamond' | 'clock'>;

export function sizeOf(node: FlowNode, unfolded: boolean, scale: FlowScale = CANVAS): Size {
  switch (node.kind) {
    case 'task':
      return scale.card;
    case 'dispatch': {
      if (!unfolded) return scale.card;
      const rows = Math.max(1, Object.keys(node.bodies).length) + 1;
      return { width: BODIES.width, height: CARD.height + Math.min(BODIES.max, rows * BODIES.row) };
    }
    default:
      return scale[SHAPES[nodeFamily(node.kind)]];
  }
}
