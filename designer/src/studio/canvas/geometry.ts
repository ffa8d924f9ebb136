/**
 * Sizes of what stands on the canvas, in canvas units (pixels at 100 %). Every element has a size that is known
 * before it is drawn, so that layout, routing and culling need no measurement.
 */
import type { FlowNode } from '@tongban/shared/document';

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
/** Height of the band above all lanes in which lines lead back; grows with their number. */
export const LOOP_SLOT = 26;
/** More loops than this share their slots. */
export const LOOP_SLOTS = 12;
export const HEAD_WIDTH = 116;
export const PHASE_HEAD = 32;
export const GRID = 8;

export function snap(value: number): number {
  return Math.round(value / GRID) * GRID;
}

export function sizeOf(node: FlowNode, unfolded: boolean): Size {
  switch (node.kind) {
    case 'start':
    case 'end':
      return PILL;
    case 'exclusive':
    case 'parallel':
      return DIAMOND;
    case 'onTime':
      return CLOCK;
    case 'task':
      return CARD;
    case 'dispatch': {
      if (!unfolded) return CARD;
      const rows = Math.max(1, Object.keys(node.bodies).length) + 1;
      return { width: BODIES.width, height: CARD.height + Math.min(BODIES.max, rows * BODIES.row) };
    }
  }
}
