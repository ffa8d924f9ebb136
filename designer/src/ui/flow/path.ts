/** Lines at right angles as points: where one is along them, and how they are drawn. */
export interface Dot {
  readonly x: number;
  readonly y: number;
}

/** The point half way along a line. */
export function halfway(points: readonly Dot[]): Dot {
  const lengths = points.slice(1).map((b, i) => {
    const a = points[i] ?? b;
    return Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
  });
  return along(points, lengths.reduce((sum, length) => sum + length, 0) / 2);
}

/** The point after `distance` units of a line; its end when the line is shorter. */
export function along(points: readonly Dot[], distance: number): Dot {
  let left = distance;
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1], points[i]];
    if (!a || !b) continue;
    const length = Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
    if (left <= length && length > 0) {
      const share = left / length;
      return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
    }
    left -= length;
  }
  return points.at(-1) ?? { x: 0, y: 0 };
}

/** SVG path with rounded corners. */
export function pathOf(points: readonly Dot[], radius = 8): string {
  const first = points[0];
  if (!first) return '';
  let path = `M ${first.x} ${first.y}`;
  for (let i = 1; i < points.length; i++) {
    const [a, b, c] = [points[i - 1], points[i], points[i + 1]];
    if (!a || !b) continue;
    if (!c) {
      path += ` L ${b.x} ${b.y}`;
      continue;
    }
    const r = Math.min(radius, distance(a, b) / 2, distance(b, c) / 2);
    const before = towards(b, a, r);
    const after = towards(b, c, r);
    path += ` L ${before.x} ${before.y} Q ${b.x} ${b.y} ${after.x} ${after.y}`;
  }
  return path;
}

const distance = (a: Dot, b: Dot): number => Math.abs(a.x - b.x) + Math.abs(a.y - b.y);

function towards(from: Dot, to: Dot, by: number): Dot {
  const length = distance(from, to);
  if (length === 0) return from;
  return { x: from.x + ((to.x - from.x) / length) * by, y: from.y + ((to.y - from.y) / length) * by };
}
