/**
 * Labels of lines. No two stand on top of each other: a label moves to another stretch of its line, and where lines
 * that say the same run together it is said once.
 */
import { textWidth } from './chips.ts';
import type { Route } from '../../ui/flow/route.ts';

export interface LabelPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

const HEIGHT = 18;

/** Places by edge id; an edge whose words are said right beside it has none. */
export function placeLabels(
  texts: ReadonlyMap<string, string>,
  routes: Readonly<Record<string, Route>>,
): ReadonlyMap<string, LabelPlace> {
  const placed: { readonly text: string; readonly x: number; readonly y: number; readonly half: number }[] = [];
  const places = new Map<string, LabelPlace>();
  for (const [id, text] of texts) {
    const spots = routes[id]?.spots ?? [];
    const [first] = spots;
    if (text === '' || !first) continue;
    const half = (width: number): number => Math.min(textWidth(text) + 10, Math.max(64, Math.min(width, 240))) / 2;
    const hit = (spot: LabelPlace) =>
      placed.filter(
        (other) => Math.abs(other.y - spot.y) < HEIGHT && Math.abs(other.x - spot.x) < other.half + half(spot.width),
      );
    const free = spots.find((spot) => hit(spot).length === 0);
    if (!free && hit(first).some((other) => other.text === text)) continue;
    const chosen =
      spots.some((spot) => hit(spot).some((other) => other.text === text)) && free !== first ? null : (free ?? first);
    if (chosen === null) continue;
    placed.push({ text, x: chosen.x, y: chosen.y, half: half(chosen.width) });
    places.set(id, chosen);
  }
  return places;
}
