/**
 * What a table leaves out and where its rules meet, found exactly for comparisons, intervals and values of numbers,
 * dates, times, durations, texts, options and yes/no. It speaks of values that are there: an input without a value is
 * another check's. What the hit policy wants is no fault: several rules at once under R, O and C, gaps under those and
 * where the table has a default.
 */
import { sorted } from '../../document/order.ts';
import { isIrrelevant } from '../cells.ts';
import { compileDecisionTable, type CompiledTable } from '../compile.ts';
import { givesList } from '../hit-policy.ts';
import type { DecisionTable } from '../schema.ts';
import type { TableTypes } from '../types.ts';
import { boxOf, type Box } from './box.ts';
import { dimensionOf, isImpossible, isUnderstood, type Dimension } from './columns.ts';
import { Outcomes } from './outcomes.ts';
import { intersect, isEmpty, type ValueSet } from './sets.ts';
import { sweep, type SetBox } from './sweep.ts';

export interface TableAnalysis {
  /** Inputs for which no rule holds. */
  readonly gaps: readonly Box[];
  /** U: two rules hold at once. A: two rules hold at once and their outputs differ. */
  readonly overlaps: readonly { readonly rules: readonly [string, string]; readonly box: Box }[];
  /** F and P: rules that never decide, since another always comes before. */
  readonly masked: readonly string[];
  /** Rules whose own cells exclude each other or what the inputs may be. */
  readonly impossible: readonly string[];
  /** Cells that ask for more than can be told from their form: gaps and overlaps there are not looked for. */
  readonly unclear: readonly { readonly rule: string; readonly input: string }[];
  /** false: the table is too large to be looked at whole. */
  readonly complete: boolean;
}

const NOTHING: TableAnalysis = { gaps: [], overlaps: [], masked: [], impossible: [], unclear: [], complete: true };

/** Pairs that are reported, and looked at. */
const MOST_OVERLAPS = 100;
const MOST_PAIRS = 1_000_000;

/** A table that does not compile has other faults: nothing is said of it. */
export function analyseTable(table: DecisionTable, types: TableTypes): TableAnalysis {
  const compiled = compileDecisionTable(table, types);
  return compiled.ok ? new Analysis(table, types, compiled.table).result() : NOTHING;
}

class Analysis {
  readonly #rules: readonly string[];
  readonly #dimensions: readonly Dimension[];
  readonly #outcomes: Outcomes;
  readonly #impossible: ReadonlySet<number>;

  constructor(
    private readonly table: DecisionTable,
    types: TableTypes,
    compiled: CompiledTable,
  ) {
    const rules = sorted(table.rules);
    this.#rules = rules.map(({ id }) => id);
    this.#dimensions = sorted(table.inputs).map((input) => dimensionOf(input, rules, types));
    this.#outcomes = new Outcomes(table, rules, compiled);
    this.#impossible = new Set([...rules.keys()].filter((rule) => isImpossible(this.#dimensions, rule)));
  }

  result(): TableAnalysis {
    const overlaps = this.#overlaps();
    const deciding = new Set<number>();
    const swept = this.#sweeps()
      ? sweep(this.#dimensions, this.#rules.length, (rules) => this.#decide(rules, deciding))
      : { uncovered: [], complete: true };
    const ranks = this.table.hitPolicy === 'first' || this.table.hitPolicy === 'priority';
    return {
      gaps: this.#minds() ? swept.uncovered.map((sets) => boxOf(this.#dimensions, sets)) : [],
      overlaps: overlaps.found,
      masked: ranks && swept.complete ? this.#ids((rule) => !deciding.has(rule) && !this.#impossible.has(rule)) : [],
      impossible: this.#ids((rule) => this.#impossible.has(rule)),
      unclear: this.#unclear(),
      complete: swept.complete && overlaps.complete,
    };
  }

  #ids(which: (rule: number) => boolean): string[] {
    return this.#rules.filter((_, rule) => which(rule));
  }

  /** Is a gap a fault? */
  #minds(): boolean {
    const { hitPolicy, outputs } = this.table;
    const hasDefault = Object.values(outputs).some(
      (output) => output.default !== undefined && !isIrrelevant(output.default),
    );
    return !givesList(this.table) && hitPolicy !== 'collect' && !hasDefault;
  }

  #sweeps(): boolean {
    const { hitPolicy } = this.table;
    return this.#minds() || hitPolicy === 'first' || hitPolicy === 'priority';
  }

  /** Of rules that hold together: which may decide. One that is not understood need not hold, and may hide none. */
  #decide(rules: readonly number[], deciding: Set<number>): void {
    for (const rule of this.#outcomes.byPriority(rules)) {
      deciding.add(rule);
      if (isUnderstood(this.#dimensions, rule) && this.#outcomes.isRanked(rule)) return;
    }
  }

  #overlaps(): { readonly found: TableAnalysis['overlaps']; readonly complete: boolean } {
    const { hitPolicy } = this.table;
    if (hitPolicy !== 'unique' && hitPolicy !== 'any') return { found: [], complete: true };
    const understood = [...this.#rules.keys()].filter((rule) => isUnderstood(this.#dimensions, rule));
    const found: { rules: [string, string]; box: Box }[] = [];
    let pairs = 0;
    for (const [at, rule] of understood.entries()) {
      for (const other of understood.slice(at + 1)) {
        pairs += 1;
        if (pairs > MOST_PAIRS || found.length >= MOST_OVERLAPS) return { found, complete: false };
        if (hitPolicy === 'any' && !this.#outcomes.differ(rule, other)) continue;
        const common = this.#common(rule, other);
        const [one, two] = [this.#rules[rule], this.#rules[other]];
        if (common && one !== undefined && two !== undefined) {
          found.push({ rules: [one, two], box: boxOf(this.#dimensions, common) });
        }
      }
    }
    return { found, complete: true };
  }

  /** Where both rules hold; null: nowhere. */
  #common(rule: number, other: number): SetBox | null {
    const sets: ValueSet[] = [];
    for (const { cells } of this.#dimensions) {
      const [one, two] = [cells[rule], cells[other]];
      if (!one || !two) return null;
      const set = intersect(one.set, two.set);
      if (isEmpty(set)) return null;
      sets.push(set);
    }
    return sets;
  }

  #unclear(): TableAnalysis['unclear'] {
    return this.#dimensions.flatMap(({ input, cells }) =>
      this.#rules.flatMap((rule, at) => (cells[at]?.understood === false ? [{ rule, input }] : [])),
    );
  }
}
