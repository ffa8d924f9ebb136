/**
 * Boxes as data for words: for every input that matters, which values. `example` is one combination of values inside,
 * as a person would type them.
 */
import type { Dimension } from './columns.ts';
import { pointIn, type Span } from './line.ts';
import type { Scale } from './scale.ts';
import { complement, intersect, isEmpty, type Point, type ValueSet } from './sets.ts';
import type { SetBox } from './sweep.ts';

export type Shown = number | string | boolean;

/** null: no bound on this side. */
export interface ShownInterval {
  readonly low: Shown | null;
  readonly high: Shown | null;
  readonly lowIn: boolean;
  readonly highIn: boolean;
}

export type Side =
  | { readonly input: string; readonly type: 'intervals'; readonly intervals: readonly ShownInterval[] }
  /** `except`: every value but these. */
  | { readonly input: string; readonly type: 'values'; readonly except: boolean; readonly values: readonly Point[] };

export interface Box {
  /** Inputs whose values matter here; of the others any value will do. */
  readonly sides: readonly Side[];
  readonly example: Readonly<Record<string, Shown>>;
}

export function boxOf(dimensions: readonly Dimension[], sets: SetBox): Box {
  const sides: Side[] = [];
  const example: Record<string, Shown> = {};
  for (const [at, { input, domain, universe }] of dimensions.entries()) {
    const set = sets[at] ?? domain;
    example[input] = exampleIn(set, universe.scale);
    if (!isEmpty(intersect(domain, complement(set)))) sides.push(sideOf(input, set, universe.scale));
  }
  return { sides, example };
}

function sideOf(input: string, set: ValueSet, scale: Scale | null): Side {
  if (set.type === 'points') return { input, type: 'values', except: set.except, values: [...set.points] };
  return { input, type: 'intervals', intervals: set.spans.map((span) => intervalOf(span, scale)) };
}

function intervalOf({ from, to }: Span, scale: Scale | null): ShownInterval {
  const whole = scale?.whole === true;
  const show = (place: number): Shown => scale?.show(place) ?? place;
  const low = from.at === -Infinity ? null : show(from.at);
  const last = whole ? to.at - 1 : to.at;
  const high = to.at === Infinity ? null : show(last);
  return { low, high, lowIn: low !== null && !from.after, highIn: high !== null && (whole || to.after) };
}

function exampleIn(set: ValueSet, scale: Scale | null): Shown {
  if (set.type === 'line') {
    const [span] = set.spans;
    if (!span) throw new Error('Expected a value in the box');
    const place = pointIn(span, scale?.whole === true);
    return scale?.show(place) ?? place;
  }
  if (!set.except) return [...set.points][0] ?? '';
  let text = '?';
  while (set.points.has(text)) text += '?';
  return text;
}
