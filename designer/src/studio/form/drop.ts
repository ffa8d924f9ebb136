/** Where a drop lands: before or after the field under the pointer, by the axis in which fields follow each other. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export type Side = 'before' | 'after';

/** Fields that fill the row follow each other downwards, others along the row. */
export function sideOf(box: Box, x: number, y: number, rowWidth: number): Side {
  const fills = box.width > rowWidth * 0.75;
  const share = fills ? (y - box.top) / box.height : (x - box.left) / box.width;
  return share < 0.5 ? 'before' : 'after';
}

/**
 * Index among the other fields of the section, as moveField and addField take it. `moving` is the dragged field's own
 * place when it comes from the same section, else null.
 */
export function dropIndex(over: number, side: Side, moving: number | null): number {
  const index = side === 'before' ? over : over + 1;
  return moving !== null && moving < index ? index - 1 : index;
}
