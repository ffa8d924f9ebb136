/**
 * Sets of points on a line, exactly: unions of spans between cuts. A cut lies between points, so that open and closed
 * ends, points and whole rays are all spans from one cut to the next. On a line of whole numbers (days, months, cents)
 * there is one cut between two neighbours, whoever wrote it.
 */
export interface Cut {
  readonly at: number;
  /** Just before the point, or just after. On a line of whole numbers: before, always. */
  readonly after: boolean;
}

export interface Span {
  readonly from: Cut;
  readonly to: Cut;
}

/** Disjoint, in their order, no two touching. */
export type Spans = readonly Span[];

export const START: Cut = { at: -Infinity, after: false };
export const END: Cut = { at: Infinity, after: false };
export const WHOLE_LINE: Spans = [{ from: START, to: END }];

export const compareCuts = (a: Cut, b: Cut): number =>
  a.at === b.at ? Number(a.after) - Number(b.after) : a.at < b.at ? -1 : 1;

/** `whole`: the line holds whole numbers only. */
export function cutBefore(point: number, whole: boolean): Cut {
  return { at: whole ? Math.ceil(point) : point, after: false };
}

export function cutAfter(point: number, whole: boolean): Cut {
  return whole ? { at: Math.floor(point) + 1, after: false } : { at: point, after: true };
}

export function spansBetween(from: Cut | null, to: Cut | null): Spans {
  const span = { from: from ?? START, to: to ?? END };
  return compareCuts(span.from, span.to) < 0 ? [span] : [];
}

export function intersectSpans(a: Spans, b: Spans): Spans {
  const found: Span[] = [];
  let [i, j] = [0, 0];
  for (let [one, other] = [a[i], b[j]]; one && other; [one, other] = [a[i], b[j]]) {
    const from = compareCuts(one.from, other.from) > 0 ? one.from : other.from;
    const first = compareCuts(one.to, other.to) < 0;
    const to = first ? one.to : other.to;
    if (compareCuts(from, to) < 0) found.push({ from, to });
    if (first) i += 1;
    else j += 1;
  }
  return found;
}

export const covers = (spans: Spans, { from, to }: Span): boolean =>
  spans.some((span) => compareCuts(span.from, from) <= 0 && compareCuts(span.to, to) >= 0);

export function complementSpans(spans: Spans): Spans {
  const found: Span[] = [];
  let from = START;
  for (const span of spans) {
    if (compareCuts(from, span.from) < 0) found.push({ from, to: span.from });
    from = span.to;
  }
  if (compareCuts(from, END) < 0) found.push({ from, to: END });
  return found;
}

export const uniteSpans = (a: Spans, b: Spans): Spans =>
  complementSpans(intersectSpans(complementSpans(a), complementSpans(b)));

/** A point inside, a plain one where there is a choice. */
export function pointIn({ from, to }: Span, whole: boolean): number {
  if (from.at === -Infinity && to.at === Infinity) return 0;
  if (from.at === -Infinity) return to.after ? to.at : to.at - 1;
  if (whole || !from.after) return from.at;
  if (to.at === Infinity) return from.at + 1;
  return to.after ? to.at : (from.at + to.at) / 2;
}
