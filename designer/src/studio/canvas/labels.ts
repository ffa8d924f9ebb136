/**
 * Labels of lines. No two stand on top of each other: a label moves to another stretch of its line, and where lines
 * that say the same run together it is said once.
 */
import { textWidth } from './chips.ts';
import type { Dot } from '../../ui/flow/path.ts';
import type { Route } from '../../ui/flow/route.ts';

export interface LabelPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

const HEIGHT = 18;
const LINE_HEIGHT = 16;
/** Half the size of a line's "+", with a little air. */
const PLUS = 10;

/** Widest that words may be drawn in a place. */
export const roomOf = (place: LabelPlace): number => Math.max(64, Math.min(place.width, 240));

/** Size of words as they are drawn: in one row, or broken into two. */
function sizeIn(place: LabelPlace, text: string): { readonly width: number; readonly height: number } {
  const wanted = textWidth(text) + 10;
  const room = roomOf(place);
  return { width: Math.min(wanted, room), height: wanted > room ? 2 * LINE_HEIGHT : LINE_HEIGHT };
}

/** Where the "+" of a line stands: on the line, or above its words where they leave it no room. */
export function plusOf({ plus }: Route, label: LabelPlace | null, text: string): Dot {
  if (!label) return plus;
  const { width, height } = sizeIn(label, text);
  const covers = Math.abs(plus.x - label.x) < width / 2 + PLUS && Math.abs(plus.y - label.y) < height / 2 + PLUS;
  return covers ? { x: label.x, y: label.y - height / 2 - PLUS } : plus;
}

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
    const half = (spot: LabelPlace): number => sizeIn(spot, text).width / 2;
    const hit = (spot: LabelPlace) =>
      placed.filter(
        (other) => Math.abs(other.y - spot.y) < HEIGHT && Math.abs(other.x - spot.x) < other.half + half(spot),
      );
    const free = spots.find((spot) => hit(spot).length === 0);
    if (!free && hit(first).some((other) => other.text === text)) continue;
    const chosen =
      spots.some((spot) => hit(spot).some((other) => other.text === text)) && free !== first ? null : (free ?? first);
    if (chosen === null) continue;
    placed.push({ text, x: chosen.x, y: chosen.y, half: half(chosen) });
    places.set(id, chosen);
  }
  return places;
}
