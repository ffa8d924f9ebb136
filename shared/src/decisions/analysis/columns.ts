/** The inputs of a table as dimensions: the values there are, and those that each rule lets pass. */
import { cellOf, isIrrelevant } from '../cells.ts';
import type { TableInput, TableRule, TableValueKind } from '../schema.ts';
import type { TableField, TableTypes } from '../types.ts';
import { cellSet, type Universe } from './cell-set.ts';
import { cutAfter, cutBefore, spansBetween } from './line.ts';
import { scaleOf } from './scale.ts';
import { ALL_POINTS, intersect, isEmpty, LINE, pointsOf, type ValueSet } from './sets.ts';

export interface Dimension {
  readonly input: string;
  readonly universe: Universe;
  /** Values that the column may have. */
  readonly domain: ValueSet;
  /** By rule, in their order. */
  readonly cells: readonly Passing[];
}

export interface Passing {
  /** Values that pass; of a cell that is not understood, all there are. */
  readonly set: ValueSet;
  readonly understood: boolean;
}

export function dimensionOf(input: TableInput, rules: readonly TableRule[], types: TableTypes): Dimension {
  const { source } = input;
  const field = source.type === 'field' ? (types.field(source.field) ?? null) : null;
  const kind = source.type === 'field' ? (field?.kind ?? 'any') : source.kind;
  const cells = rules.map((rule) => cellOf(rule.when, input.id));
  const universe = universeOf(kind, field, cells);
  const domain = domainOf(input, field, universe);
  return {
    input: input.id,
    universe,
    domain,
    cells: cells.map((cell): Passing => {
      if (cell === undefined || isIrrelevant(cell)) return { set: domain, understood: true };
      const set = field?.several ? null : cellSet(cell, universe);
      return set ? { set: intersect(set, domain), understood: true } : { set: domain, understood: false };
    }),
  };
}

const POINTS: Universe = { scale: null, everything: ALL_POINTS };
/** For a column whose kind nobody says: the kind that its cells speak of. */
const GUESSED: readonly TableValueKind[] = [
  'number',
  'text',
  'date',
  'dateTime',
  'time',
  'monthsDuration',
  'daysDuration',
];

function universeOf(kind: TableValueKind, field: TableField | null, cells: readonly (string | undefined)[]): Universe {
  if (kind !== 'any') return ofKind(kind, field?.decimals ?? null);
  const asked = cells.flatMap((cell) => (cell === undefined || isIrrelevant(cell) ? [] : [cell]));
  const understood = (universe: Universe): number => asked.filter((cell) => cellSet(cell, universe) !== null).length;
  const candidates = GUESSED.map((guess) => ofKind(guess, null));
  return candidates.reduce((best, one) => (understood(one) > understood(best) ? one : best), POINTS);
}

function ofKind(kind: TableValueKind, decimals: number | null): Universe {
  const scale = scaleOf(kind, decimals);
  return scale ? { scale, everything: LINE } : POINTS;
}

function domainOf(input: TableInput, field: TableField | null, universe: Universe): ValueSet {
  let domain = universe.everything;
  const keep = (set: ValueSet | null): void => {
    if (set) domain = intersect(domain, set);
  };
  const kind = input.source.type === 'feel' ? input.source.kind : field?.kind;
  if (kind === 'yesNo') keep(pointsOf([true, false]));
  if (field?.options && !field.several) keep(pointsOf(field.options.map(({ id }) => id)));
  const { scale } = universe;
  if (scale && field?.kind === 'number') {
    const [min, max] = [scale.place(field.min), scale.place(field.max)];
    const from = min === undefined ? null : cutBefore(min, scale.whole);
    const to = max === undefined ? null : cutAfter(max, scale.whole);
    keep({ type: 'line', spans: spansBetween(from, to) });
  }
  if (input.allowed !== undefined && !isIrrelevant(input.allowed)) keep(cellSet(input.allowed, universe));
  return domain;
}

/** No value passes all cells of the rule. */
export const isImpossible = (dimensions: readonly Dimension[], rule: number): boolean =>
  dimensions.some(({ cells }) => {
    const cell = cells[rule];
    return cell !== undefined && isEmpty(cell.set);
  });

export const isUnderstood = (dimensions: readonly Dimension[], rule: number): boolean =>
  dimensions.every(({ cells }) => cells[rule]?.understood !== false);
