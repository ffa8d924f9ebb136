/**
 * Orthogonal lines between boxes. Each line tries a few shapes (straight, one turn near its source or target, a way
 * through the free gutter between rows) and takes the one that crosses no box, shares no stretch with a stranger
 * and turns least. Lines that lead back run above all lanes. The result is a pure function of the arrangement.
 */
import { nodeFamily } from '@tongban/shared/nodes';
import { byOrder, type Edge, type Flow, type FlowNode } from '@tongban/shared/document';
import type { Arrangement } from './arrange.ts';
import { CANVAS, type Box, type FlowScale } from './geometry.ts';
import { along, halfway, type Dot } from './path.ts';
import { Strips } from './strips.ts';

export interface Route {
  readonly points: readonly Dot[];
  /** Closes a circle: drawn dashed. */
  readonly back: boolean;
  /** Where a label may stand, the best place first: its centre and the width there is. */
  readonly spots: readonly (Dot & { readonly width: number })[];
  /** Where the "+" of the line stands. */
  readonly plus: Dot;
}
/** Where the name of a diamond stands so that no line runs through it. */
export type LabelSide = 'below' | 'above' | 'beside';

export function labelSides(flow: Flow, routes: Readonly<Record<string, Route>>): (id: string, box: Box) => LabelSide {
  const ends = new Map<string, Dot[]>();
  const add = (id: string, dot: Dot | undefined): void => {
    const known = ends.get(id);
    if (!dot) return;
    if (known) known.push(dot);
    else ends.set(id, [dot]);
  };
  for (const { id, from, to } of Object.values(flow.edges)) {
    add(from, routes[id]?.points[0]);
    add(to, routes[id]?.points.at(-1));
  }
  return (id, box) => {
    const onMiddle = (ends.get(id) ?? []).filter((dot) => dot.x === box.x + box.width / 2);
    const below = (dot: Dot): boolean => dot.y > box.y + box.height / 2;
    if (!onMiddle.some(below)) return 'below';
    return onMiddle.every(below) ? 'above' : 'beside';
  };
}

interface Segment {
  readonly a: Dot;
  readonly b: Dot;
  /** Near which end of its line it lies: lines may share their stems, not what lies between. */
  readonly stem: 'source' | 'target' | 'both' | 'none';
  readonly first: Dot;
  readonly last: Dot;
}

function stemOf(i: number, points: readonly Dot[]): Segment['stem'] {
  const source = i <= 2;
  const target = i >= points.length - 2;
  return source && target ? 'both' : source ? 'source' : target ? 'target' : 'none';
}

const sameDot = (a: Dot | undefined, b: Dot | undefined): boolean => a?.x === b?.x && a?.y === b?.y;
const nearSource = (stem: Segment['stem']): boolean => stem === 'source' || stem === 'both';
const nearTarget = (stem: Segment['stem']): boolean => stem === 'target' || stem === 'both';

/**
 * Where the "+" stands on a line that has no second level stretch: clear of the "+" that adds a further way out of the
 * step where the line begins.
 */
const PLUS_AT = 46;
const ROUND_CORNERED: ReadonlySet<FlowNode['kind']> = new Set(['exclusive', 'parallel']);

export function routeEdges(
  flow: Flow,
  arrangement: Arrangement,
  scale: FlowScale = CANVAS,
): Readonly<Record<string, Route>> {
  const routes: Record<string, Route> = {};
  const ground: Ground = { walls: new Strips(), drawn: new Strips() };
  for (const [id, box] of Object.entries(arrangement.boxes)) {
    const wall = withAir(box, scale.air);
    ground.walls.add({ id, ...wall }, wall.x, wall.x + wall.width);
  }
  const ways: Ways = { flow, boxes: arrangement.boxes, borders: bordersOf(arrangement, scale), scale };
  const edges = Object.values(flow.edges).filter((edge) => arrangement.boxes[edge.from] && arrangement.boxes[edge.to]);
  const outOf = countBy(edges, 'from');
  const into = countBy(edges, 'to');
  const length = (edge: Edge): number => {
    const from = arrangement.boxes[edge.from];
    const to = arrangement.boxes[edge.to];
    return from && to ? Math.abs(to.x - from.x) + Math.abs(to.y - from.y) : 0;
  };
  // Short lines first: they have the least choice.
  for (const edge of [...edges].sort((a, b) => length(a) - length(b) || byOrder(a, b))) {
    const ends = endsOf(edge, ways);
    if (!ends) continue;
    const fan = (outOf.get(edge.from) ?? 0) > 1 || (into.get(edge.to) ?? 0) < 2 ? 'source' : 'target';
    const candidates = shapesOf(ends, ways, arrangement.loops.indexOf(edge.id), fan);
    let best = candidates[0] ?? [ends.out, ends.in];
    let bestCost = Infinity;
    for (const [rank, points] of candidates.entries()) {
      const cost = costOf(points, edge, ground, bestCost - rank * 0.5) + rank * 0.5;
      if (cost < bestCost) [best, bestCost] = [points, cost];
    }
    for (let i = 1; i < best.length; i++) {
      const [a, b, first, last] = [best[i - 1], best[i], best[0], best.at(-1)];
      if (a && b && first && last) {
        ground.drawn.add({ a, b, stem: stemOf(i, best), first, last }, Math.min(a.x, b.x), Math.max(a.x, b.x));
      }
    }
    routes[edge.id] = finish(best, arrangement.circles.has(edge.id), fan);
  }
  return routes;
}

function countBy(edges: readonly Edge[], end: 'from' | 'to'): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const edge of edges) counts.set(edge[end], (counts.get(edge[end]) ?? 0) + 1);
  return counts;
}

interface Ends {
  readonly source: Box;
  readonly target: Box;
  readonly out: Dot;
  readonly in: Dot;
  readonly sourceKind: FlowNode['kind'];
  readonly targetKind: FlowNode['kind'];
}

function endsOf(edge: Edge, { flow, boxes, scale }: Ways): Ends | null {
  const source = boxes[edge.from];
  const target = boxes[edge.to];
  const sourceKind = flow.nodes[edge.from]?.kind;
  const targetKind = flow.nodes[edge.to]?.kind;
  if (!source || !target || !sourceKind || !targetKind) return null;
  const out =
    nodeFamily(sourceKind) === 'attachment'
      ? { x: source.x + source.width / 2, y: source.y + source.height }
      : { x: source.x + source.width, y: middle(source, scale) };
  return { source, target, out, in: { x: target.x, y: middle(target, scale) }, sourceKind, targetKind };
}

/** Lines meet a card at the middle of its folded height, so that unfolding does not move them. */
function middle(box: Box, scale: FlowScale): number {
  return box.y + Math.min(box.height, scale.card.height) / 2;
}

interface Ways {
  readonly flow: Flow;
  readonly boxes: Arrangement['boxes'];
  /** Heights at which lines may run between rows. */
  readonly borders: readonly number[];
  readonly scale: FlowScale;
}

/** `loop`: the slot above the lanes, -1 for a line that does not lead back. */
function shapesOf(ends: Ends, ways: Ways, loop: number, fan: 'source' | 'target'): Dot[][] {
  if (loop >= 0) return loopShapes(ends, ways.scale, loop);
  if (nodeFamily(ends.sourceKind) === 'attachment') return clockShapes(ends, ways);
  if (ends.in.x < ends.out.x + 8) return turningShapes(ends, ways);
  return forwardShapes(ends, ways, fan);
}

function forwardShapes(ends: Ends, { borders, scale }: Ways, fan: 'source' | 'target'): Dot[][] {
  const { out, in: into, source, target } = ends;
  const shapes: Dot[][] = [];
  if (Math.abs(out.y - into.y) < 1) shapes.push([out, into]);
  const down = into.y > out.y;
  if (ROUND_CORNERED.has(ends.targetKind) && Math.abs(out.y - into.y) > target.height) {
    const x = target.x + target.width / 2;
    shapes.push([out, { x, y: out.y }, { x, y: down ? target.y : target.y + target.height }]);
  }
  if (ROUND_CORNERED.has(ends.sourceKind) && Math.abs(out.y - into.y) > source.height) {
    const x = source.x + source.width / 2;
    shapes.push([{ x, y: down ? source.y + source.height : source.y }, { x, y: into.y }, into]);
  }
  const room = into.x - out.x;
  const near: Dot[][] = [];
  const far: Dot[][] = [];
  for (let k = 0; k < 4; k++) {
    const shift = Math.min(scale.turn + k * scale.pitch, room / 2);
    near.push(bent(out, into, out.x + shift));
    far.push(bent(out, into, into.x - shift));
  }
  shapes.push(...(fan === 'source' ? [...near, ...far] : [...far, ...near]));
  for (const y of gutters(borders, out.y, into.y)) {
    for (let k = 0; k < 3; k++) {
      const shift = Math.min(scale.turn + k * scale.pitch, room / 2);
      shapes.push(through(out, into, out.x + shift, into.x - shift, y));
    }
  }
  return shapes;
}

/** Targets straight below, above or left that close no circle: a short way through the gutter between. */
function turningShapes(ends: Ends, { borders, scale }: Ways): Dot[][] {
  const { out, in: into, source, target } = ends;
  const [sx, tx] = [source.x + source.width / 2, target.x + target.width / 2];
  const below = target.y >= source.y + source.height;
  const above = source.y >= target.y + target.height;
  const shapes: Dot[][] = [];
  if (below || above) {
    const from = { x: sx, y: below ? source.y + source.height : source.y };
    const to = { x: tx, y: below ? target.y : target.y + target.height };
    if (Math.abs(sx - tx) < 8) shapes.push([from, { x: sx, y: to.y }]);
    const between = borders.filter((y) => y > Math.min(from.y, to.y) && y < Math.max(from.y, to.y));
    for (const y of between.length > 0 ? between : [(from.y + to.y) / 2]) {
      shapes.push([from, { x: sx, y }, { x: tx, y }, to]);
    }
  }
  for (const y of gutters(borders, out.y, into.y)) {
    shapes.push(through(out, into, out.x + scale.turn, into.x - scale.turn, y));
  }
  return shapes;
}

function clockShapes(ends: Ends, { borders, scale: { turn } }: Ways): Dot[][] {
  const { out, in: into } = ends;
  const shapes: Dot[][] = [];
  if (into.x > out.x && into.y > out.y) shapes.push([out, { x: out.x, y: into.y }, into]);
  for (const y of gutters(borders, out.y, into.y).filter((gutter) => gutter > out.y)) {
    shapes.push([out, { x: out.x, y }, { x: into.x - turn, y }, { x: into.x - turn, y: into.y }, into]);
  }
  if (shapes.length === 0) shapes.push([out, { x: out.x, y: out.y + turn }, { x: into.x, y: out.y + turn }, into]);
  return shapes;
}

function loopShapes(ends: Ends, { loop, loops, pitch }: FlowScale, index: number): Dot[][] {
  const { source, target, out, in: into } = ends;
  const clear = loop / 2 + 1;
  const y = -(clear + (index % loops) * loop);
  const [sx, tx] = [source.x + source.width / 2, target.x + target.width / 2];
  const shapes: Dot[][] = [];
  for (let k = 0; k < 3; k++) {
    const right = out.x + clear + k * pitch;
    const left = into.x - clear - k * pitch;
    const up: Dot[][] = [
      [
        { x: sx + k * pitch, y: source.y },
        { x: sx + k * pitch, y },
      ],
      [out, { x: right, y: out.y }, { x: right, y }],
    ];
    const down: Dot[][] = [
      [
        { x: tx - k * pitch, y },
        { x: tx - k * pitch, y: target.y },
      ],
      [{ x: left, y }, { x: left, y: into.y }, into],
    ];
    for (const a of up) for (const b of down) shapes.push([...a, ...b]);
  }
  return shapes;
}

function bent(out: Dot, into: Dot, x: number): Dot[] {
  return [out, { x, y: out.y }, { x, y: into.y }, into];
}

function through(out: Dot, into: Dot, x1: number, x2: number, y: number): Dot[] {
  return [out, { x: x1, y: out.y }, { x: x1, y }, { x: x2, y }, { x: x2, y: into.y }, into];
}

function bordersOf(arrangement: Arrangement, { border }: FlowScale): number[] {
  const tracks = arrangement.lanes.flatMap((lane) => lane.tracks);
  return [...new Set(tracks.flatMap((track) => [track.y + border, track.y + track.height - border]))];
}

/** Those nearest to the two ends first. */
function gutters(borders: readonly number[], from: number, to: number): number[] {
  const detour = (y: number): number => Math.abs(y - from) + Math.abs(y - to);
  return [...borders].sort((a, b) => detour(a) - detour(b)).slice(0, 8);
}

interface Ground {
  /** Every box with the air around it that lines of others keep free. */
  readonly walls: Strips<Box & { readonly id: string }>;
  readonly drawn: Strips<Segment>;
}

/** Stops counting once it is worse than `limit`. */
function costOf(points: readonly Dot[], edge: Edge, ground: Ground, limit: number): number {
  let cost = points.length * 6;
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1], points[i]];
    if (!a || !b) continue;
    cost += (Math.abs(a.x - b.x) + Math.abs(a.y - b.y)) / 120;
    if (cost >= limit) return cost;
    const [left, right] = [Math.min(a.x, b.x) - NEAR, Math.max(a.x, b.x) + NEAR];
    ground.walls.near(left, right, (wall) => {
      const own = (wall.id === edge.from && i === 1) || (wall.id === edge.to && i === points.length - 1);
      if (!own && crosses(a, b, wall)) cost += 400;
    });
    const stem = stemOf(i, points);
    ground.drawn.near(left, right, (other) => {
      if (sameDot(other.first, points[0]) && nearSource(stem) && nearSource(other.stem)) return;
      if (sameDot(other.last, points.at(-1)) && nearTarget(stem) && nearTarget(other.stem)) return;
      if (overlaps(a, b, other)) cost += 40;
    });
  }
  return cost;
}

function withAir({ x, y, width, height }: Box, air: number): Box {
  return { x: x - air, y: y - air, width: width + 2 * air, height: height + 2 * air };
}

function crosses(a: Dot, b: Dot, box: Box): boolean {
  return (
    Math.max(a.x, b.x) > box.x &&
    Math.min(a.x, b.x) < box.x + box.width &&
    Math.max(a.y, b.y) > box.y &&
    Math.min(a.y, b.y) < box.y + box.height
  );
}

/** Lines closer than this read as one. */
const NEAR = 5;

function overlaps(a: Dot, b: Dot, other: Segment): boolean {
  const [c, d] = [other.a, other.b];
  if (a.x === b.x && c.x === d.x && Math.abs(a.x - c.x) < NEAR) {
    return Math.min(Math.max(a.y, b.y), Math.max(c.y, d.y)) - Math.max(Math.min(a.y, b.y), Math.min(c.y, d.y)) > NEAR;
  }
  if (a.y === b.y && c.y === d.y && Math.abs(a.y - c.y) < NEAR) {
    return Math.min(Math.max(a.x, b.x), Math.max(c.x, d.x)) - Math.max(Math.min(a.x, b.x), Math.min(c.x, d.x)) > NEAR;
  }
  return false;
}

function finish(raw: readonly Dot[], back: boolean, fan: 'source' | 'target'): Route {
  const points = raw.filter((dot, i) => i === 0 || dot.x !== raw[i - 1]?.x || dot.y !== raw[i - 1]?.y);
  const flat = points.slice(1).flatMap((b, i) => {
    const a = points[i];
    return a && a.y === b.y && Math.abs(a.x - b.x) >= 30 ? [{ a, b, length: Math.abs(a.x - b.x) }] : [];
  });
  const byLength = [...flat].sort((a, b) => b.length - a.length);
  // What several lines share is the last choice: the near end of a fan-out, the far end of a fan-in.
  const chosen = back ? byLength[0] : fan === 'source' ? flat.at(-1) : flat[0];
  if (!chosen) {
    const mid = halfway(points);
    return { points, back, spots: [{ ...mid, width: 96 }], plus: mid };
  }
  const spots = [chosen, ...byLength.filter((piece) => piece !== chosen)].map(({ a, b, length }) => ({
    x: (a.x + b.x) / 2,
    y: a.y,
    width: Math.max(56, length - 14),
  }));
  const other = [...flat].reverse().find((piece) => piece !== chosen);
  const plus = other ? { x: (other.a.x + other.b.x) / 2, y: other.a.y } : along(points, PLUS_AT);
  return { points, back, spots, plus };
}
