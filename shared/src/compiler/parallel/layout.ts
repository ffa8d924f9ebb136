/** Places what a rewrite moved: units from left to right, each step in its own row, what follows closes up. */
import type { Design } from '../../document/index.ts';

interface PlacedUnit {
  readonly fork: string | null;
  readonly members: readonly string[];
  readonly join: string | null;
}
interface Point {
  readonly x: number;
  readonly y: number;
}

const STEP = 220;
const ROW = 96;

/** `before` has the positions as drawn; a design without positions gets none. */
export function layOut(design: Design, before: Design, range: readonly string[], units: readonly PlacedUnit[]): Design {
  const old = range.flatMap((id) => before.layout[id] ?? []);
  const [first] = old;
  if (!first) return design;
  const left = Math.min(...old.map(({ x }) => x));
  const right = Math.max(...old.map(({ x }) => x));
  const layout: Record<string, Point> = { ...design.layout };
  let x = left;
  for (const { fork, members, join } of units) {
    if (fork !== null) {
      layout[fork] = { x, y: first.y };
      x += STEP;
    }
    const rows = new Set<number>();
    for (const id of members) {
      let y = before.layout[id]?.y ?? first.y;
      while (rows.has(y)) y += ROW;
      rows.add(y);
      layout[id] = { x, y };
    }
    x += STEP;
    if (join !== null) {
      layout[join] = { x, y: first.y };
      x += STEP;
    }
  }
  const moved = new Set(range);
  const shift = x - STEP - right;
  for (const [id, at] of Object.entries(before.layout)) {
    if (!moved.has(id) && at.x > right) layout[id] = { x: at.x + shift, y: at.y };
  }
  return { ...design, layout };
}
