/**
 * The space of all inputs, cut along one dimension after the other into parts in which the same rules hold. What two
 * ways into a dimension have in common (the same rules are left) is looked at once. Work is counted and bounded.
 */
import type { Dimension } from './columns.ts';
import { compareCuts, covers, END, intersectSpans, START, type Cut, type Span } from './line.ts';
import { complement, intersect, isEmpty, pointsOf, unite, type Point, type ValueSet } from './sets.ts';

/** One set per dimension; a box is every combination of their values. */
export type SetBox = readonly ValueSet[];

export interface Sweep {
  /** Parts in which no rule holds; together they are all of them, up to `MOST_BOXES`. */
  readonly uncovered: readonly SetBox[];
  /** false: the bound was reached, and what is said is not all. */
  readonly complete: boolean;
}

export const MOST_BOXES = 100;
/** Rules looked at, in all parts together. */
export const MOST_WORK = 3_000_000;

/** `meet` is told every set of rules (their numbers, in order) that hold together somewhere. */
export function sweep(
  dimensions: readonly Dimension[],
  rules: number,
  meet: (rules: readonly number[]) => void,
): Sweep {
  const sweeper = new Sweeper(dimensions, meet);
  const uncovered = sweeper.from(
    0,
    Array.from({ length: rules }, (_, rule) => rule),
  );
  return { uncovered, complete: !sweeper.exhausted && uncovered.length < MOST_BOXES };
}

class Sweeper {
  exhausted = false;
  #work = 0;
  readonly #known = new Map<string, readonly SetBox[]>();

  constructor(
    private readonly dimensions: readonly Dimension[],
    private readonly meet: (rules: readonly number[]) => void,
  ) {}

  /** The uncovered boxes over the dimensions from `at` on, where `rules` hold so far. */
  from(at: number, rules: readonly number[]): readonly SetBox[] {
    const dimension = this.dimensions[at];
    if (rules.length === 0) return [this.dimensions.slice(at).map(({ domain }) => domain)];
    if (!dimension) {
      this.meet(rules);
      return [];
    }
    const key = `${at}:${rules.join()}`;
    const known = this.#known.get(key);
    if (known) return known;
    const found: SetBox[] = [];
    for (const { set, holding } of this.#parts(dimension, rules)) {
      if (this.exhausted || found.length >= MOST_BOXES) break;
      for (const rest of this.from(at + 1, holding)) found.push([set, ...rest]);
    }
    const kept = found.slice(0, MOST_BOXES);
    this.#known.set(key, kept);
    return kept;
  }

  /** The domain in parts; in each, other rules hold. */
  #parts(dimension: Dimension, rules: readonly number[]): readonly Part[] {
    const parts = new Map<string, { set: ValueSet; readonly holding: readonly number[] }>();
    const elements = elementsOf(dimension, rules);
    for (const element of elements) {
      this.#work += rules.length + 1;
      if (this.#work > MOST_WORK) {
        this.exhausted = true;
        return [];
      }
      const holding = rules.filter((rule) => holds(dimension.cells[rule]?.set ?? element, element));
      const key = holding.join();
      const part = parts.get(key);
      if (part) part.set = unite(part.set, element);
      else parts.set(key, { set: element, holding });
    }
    return [...parts.values()];
  }
}

interface Part {
  readonly set: ValueSet;
  readonly holding: readonly number[];
}

/** An element lies inside a rule's set or outside of it, never across. */
function holds(set: ValueSet, element: ValueSet): boolean {
  const [span] = element.type === 'line' ? element.spans : [];
  return set.type === 'line' && span ? covers(set.spans, span) : !isEmpty(intersect(set, element));
}

/** The domain cut wherever one of the rules begins or ends. */
function elementsOf({ domain, cells }: Dimension, rules: readonly number[]): readonly ValueSet[] {
  const sets = rules.flatMap((rule) => cells[rule]?.set ?? []);
  if (domain.type === 'line') {
    const cuts = sets.flatMap((set) => (set.type === 'line' ? set.spans.flatMap(({ from, to }) => [from, to]) : []));
    return cutAt(domain.spans, cuts).map((span) => ({ type: 'line', spans: [span] }));
  }
  const named = new Set<Point>(domain.except ? [] : domain.points);
  for (const set of sets) if (set.type === 'points') for (const point of set.points) named.add(point);
  const elements = [...named].map((point) => intersect(pointsOf([point]), domain));
  const others = intersect(complement(pointsOf(named)), domain);
  return [...elements, others].filter((element) => !isEmpty(element));
}

function cutAt(spans: readonly Span[], cuts: readonly Cut[]): readonly Span[] {
  const between: Span[] = [];
  let from = START;
  for (const to of [...cuts, END].sort(compareCuts)) {
    if (compareCuts(from, to) < 0) between.push({ from, to });
    from = to;
  }
  return intersectSpans(spans, between);
}
