/** Sets of values of one column: spans of a line, or single values named or excepted. */
import { complementSpans, intersectSpans, uniteSpans, WHOLE_LINE, type Spans } from './line.ts';

export type Point = string | boolean;

export type ValueSet =
  | { readonly type: 'line'; readonly spans: Spans }
  /** `except`: every value but these. */
  | { readonly type: 'points'; readonly except: boolean; readonly points: ReadonlySet<Point> };

export const LINE: ValueSet = { type: 'line', spans: WHOLE_LINE };
export const ALL_POINTS: ValueSet = { type: 'points', except: true, points: new Set() };
export const pointsOf = (points: Iterable<Point>): ValueSet => ({
  type: 'points',
  except: false,
  points: new Set(points),
});

export const isEmpty = (set: ValueSet): boolean =>
  set.type === 'line' ? set.spans.length === 0 : !set.except && set.points.size === 0;

export function complement(set: ValueSet): ValueSet {
  return set.type === 'line' ? { type: 'line', spans: complementSpans(set.spans) } : { ...set, except: !set.except };
}

/** Both sets are of one column, so of one type. */
export function intersect(a: ValueSet, b: ValueSet): ValueSet {
  if (a.type === 'line' && b.type === 'line') return { type: 'line', spans: intersectSpans(a.spans, b.spans) };
  if (a.type === 'line' || b.type === 'line') throw new Error('Expected two sets of one column');
  if (a.except && b.except) return { type: 'points', except: true, points: new Set([...a.points, ...b.points]) };
  const [named, other] = a.except ? [b, a] : [a, b];
  return pointsOf([...named.points].filter((point) => other.points.has(point) !== other.except));
}

export function unite(a: ValueSet, b: ValueSet): ValueSet {
  if (a.type === 'line' && b.type === 'line') return { type: 'line', spans: uniteSpans(a.spans, b.spans) };
  return complement(intersect(complement(a), complement(b)));
}
